import type { DiagnosticCode } from '#shared/diagnostics.ts';
import type { RuleContext } from '../rule.ts';
import type { SlipColumn } from './countCells.ts';

/** What is said of a cell, and of a column whose cells are too many to be told one by one. */
interface SlipMessages {
  readonly one: string;
  many(count: number): string;
}

/** Reports every cell that was kept; where only a column's first one was, it says how many there are. */
export function reportSlips(
  context: Pick<RuleContext, 'atPlace'>,
  code: DiagnosticCode,
  columns: readonly SlipColumn[],
  { one, many }: SlipMessages,
): void {
  for (const { count, places } of columns) {
    const message = places.length < count ? many(count) : one;
    for (const place of places) context.atPlace(place, { code, message });
  }
}
