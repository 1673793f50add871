import type { RowValues } from '../values/rowValues.ts';
import type { DraftFlag } from './draft.ts';
import { storeIrregular } from './storedValue.ts';

/** A row's numbers as they are stored: a copy, with the flags of the cells that are no plain numbers. */
export interface StoredCells {
  /** One number a numeric column of the table; NaN is missing. */
  readonly values: Float64Array;
  readonly flags: readonly DraftFlag[];
}

/**
 * Copies a row's numbers for storing. `zeroIsMissing` and `cellIndexes` are by numeric column; a flag keeps the cell as
 * written, so that whatever is stored otherwise than it stands can be had back.
 */
export function storeCells(
  read: RowValues,
  cells: readonly string[],
  cellIndexes: readonly number[],
  zeroIsMissing: readonly boolean[],
): StoredCells {
  const values = read.numbers.slice();
  const flags: DraftFlag[] = [];
  const textOf = (position: number): string => cells[cellIndexes[position] ?? -1] ?? '';
  for (let column = 0; column < values.length; column++) {
    if (values[column] !== 0 || !zeroIsMissing[column]) continue;
    values[column] = Number.NaN;
    flags.push({ column, flag: 'zeroAsMissing', text: textOf(column), limit: null });
  }
  for (const [column, reading] of read.readings) {
    const { value, flag } = storeIrregular(reading);
    values[column] = zeroIsMissing[column] && value === 0 ? Number.NaN : value;
    if (flag !== null) flags.push({ column, flag, text: textOf(column), limit: reading.limit });
  }
  return { values, flags };
}
