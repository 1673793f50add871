import type { ValueFlag } from '#shared/dataset.ts';
import type { DraftFlag } from '../ingest/draft.ts';

/** The flagged cells of a row that share flag, limit and text: a table with many zeros has one group a row, not an entry a cell. */
export interface FlagGroup {
  readonly flag: ValueFlag;
  /** The cells as written. */
  readonly text: string;
  /** The limit of a censored value; left out where the cell names none. */
  readonly limit?: number;
  /** Positions in the row's values. */
  readonly columns: readonly number[];
}

/** Groups a row's flags by flag, limit and text; null where there are none. */
export function groupFlags(flags: readonly DraftFlag[]): readonly FlagGroup[] | null {
  if (flags.length === 0) return null;
  const groups = new Map<string, FlagGroup & { readonly columns: number[] }>();
  for (const { flag, text, limit, column } of flags) {
    const key = `${flag} ${limit} ${text}`;
    const group = groups.get(key);
    if (group) group.columns.push(column);
    else groups.set(key, { flag, text, ...(limit === null ? {} : { limit }), columns: [column] });
  }
  return [...groups.values()];
}

/** The texts of a row's flagged cells by position in its values. */
export function flaggedTexts(groups: readonly FlagGroup[] | null): ReadonlyMap<number, string> {
  const texts = new Map<number, string>();
  for (const { text, columns } of groups ?? []) {
    for (const column of columns) texts.set(column, text);
  }
  return texts;
}
