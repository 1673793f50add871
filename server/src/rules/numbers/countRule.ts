import type { DiagnosticCode } from '#shared/diagnostics.ts';
import type { Rule } from '../rule.ts';
import { type CountSlip, countCellsOf } from './countCells.ts';

/** What is said of a cell, and of a column whose cells are too many to be told one by one. */
interface SlipMessages {
  readonly one: string;
  many(count: number): string;
}

/**
 * Makes the rule that reports one kind of odd cell among counts: every cell that was kept; where only a column's first one
 * was, it says how many there are.
 */
export function countRule(code: DiagnosticCode, slip: CountSlip, { one, many }: SlipMessages): Rule {
  return {
    codes: [code],
    comparesRows: true,
    start(context) {
      const cells = countCellsOf(context);
      if (cells === null) return null;
      return {
        row: cells.row,
        end() {
          for (const { count, places } of cells.slips(slip)) {
            const message = places.length < count ? many(count) : one;
            for (const place of places) context.atPlace(place, { code, message });
          }
        },
      };
    },
  };
}
