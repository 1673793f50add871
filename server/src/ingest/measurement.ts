import type { StoredCells } from './cellStorage.ts';
import type { DraftFlag } from './draft.ts';

/** What a row of a pivoted table says of one sample. */
export interface Measurement {
  /** Positions among all numeric columns of those that `values` and `flags` are of. */
  readonly positions: readonly number[];
  /** One number a column of the level; NaN is missing. */
  readonly values: Float64Array;
  /** One a column of the level; null, or none at all, for a plain number or an empty cell. */
  readonly flags: (DraftFlag | null)[];
  /** One a text column; empty where the lines that were merged differ, so that it is no property of the level. */
  readonly texts: string[];
}

/** The part of a line's cells that belongs to a level; `texts` are kept as they are, so {@link merge} needs some of its own. */
export function measurementOf(stored: StoredCells, positions: readonly number[], texts: string[]): Measurement {
  const values = new Float64Array(positions.length);
  for (let at = 0; at < values.length; at++) values[at] = stored.values[positions[at] as number] as number;
  const flags = stored.flags.length === 0 ? [] : positions.map((position) => flagAt(stored, position));
  return { positions, values, flags, texts };
}

function flagAt({ flags }: StoredCells, position: number): DraftFlag | null {
  return flags.find(({ column }) => column === position) ?? null;
}

/** True where a further line says nothing else of the level: each cell is the same, or one of both is empty. */
export function fitsInto(before: Measurement, further: Measurement): boolean {
  return before.values.every((value, at) => {
    if (isEmpty(before, at) || isEmpty(further, at)) return true;
    return Object.is(value, further.values[at]) && before.flags[at]?.text === further.flags[at]?.text;
  });
}

/** Takes from a further line what the lines before left empty; texts that differ are the lines' own and are dropped. */
export function merge(before: Measurement, further: Measurement): void {
  further.values.forEach((value, at) => {
    if (!isEmpty(before, at)) return;
    before.values[at] = value;
    before.flags[at] = further.flags[at] ?? null;
  });
  further.texts.forEach((text, at) => {
    if (before.texts[at] !== text) before.texts[at] = '';
  });
}

function isEmpty({ values, flags }: Measurement, at: number): boolean {
  return Number.isNaN(values[at] as number) && (flags[at] ?? null) === null;
}
