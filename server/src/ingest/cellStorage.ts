import type { Profile } from '../profiles/profile.ts';
import type { Row } from '../table/row.ts';
import { comma, point, readNumber } from '../values/cellNumber.ts';
import { numericColumns, type RowValues } from '../values/rowValues.ts';
import type { DraftFlag } from './draft.ts';
import { limitOf } from './featureLimit.ts';
import { storeIrregular } from './storedValue.ts';
import { zeroCounts } from './survey.ts';

/** A row's numbers as they are stored: a copy, with the flags of the cells that are no plain numbers. */
export interface StoredCells {
  /** One number a numeric column of the table; NaN is missing. */
  readonly values: Float64Array;
  readonly flags: readonly DraftFlag[];
}

const noFlags: readonly DraftFlag[] = [];

/** Copies a row's numbers for storing: into the array that is given, or into a new one. */
export type CellStorage = (read: RowValues, row: Pick<Row, 'cell'>, into?: Float64Array) => StoredCells;

/**
 * Makes a function that copies a row's numbers for storing. A flag keeps the cell as written, so that whatever is stored
 * otherwise than it stands can be had back.
 */
export function cellStorage(profile: Profile): CellStorage {
  const columns = numericColumns(profile);
  const zeroIsMissing = columns.map((column) => zeroCounts(profile, column.quantity));
  const anyZeroIsMissing = zeroIsMissing.includes(true);
  const separator = profile.decimalSeparator === ',' ? comma : point;
  const limits = columns.flatMap(({ quantity }, column) => {
    const limitCell = profile.quantities[quantity ?? -1]?.limitColumn;
    return limitCell === undefined ? [] : [{ column, limitCell }];
  });
  const plain = !anyZeroIsMissing && limits.length === 0;
  return (read, row, into = new Float64Array(columns.length)) => {
    into.set(read.numbers);
    const values = into;
    if (plain && !read.irregular) return { values, flags: noFlags };
    const flags: DraftFlag[] = [];
    const textOf = (position: number): string => row.cell(columns[position]?.index ?? -1) ?? '';
    for (let column = 0; column < values.length; column++) {
      if (values[column] !== 0 || !zeroIsMissing[column]) continue;
      values[column] = Number.NaN;
      flags.push({ column, flag: 'zeroAsMissing', text: textOf(column), limit: null });
    }
    for (const [column, reading] of read.readings) {
      const { value, flag } = storeIrregular(reading);
      values[column] = zeroIsMissing[column] && value === 0 ? Number.NaN : value;
      if (flag === null) continue;
      const text = textOf(column);
      flags.push({ column, flag, text, limit: limitOf(reading, columns[column], text, separator) });
    }
    for (const { column, limitCell } of limits) {
      const limit = readNumber((row.cell(limitCell) ?? '').trim(), separator);
      if ((values[column] as number) < limit) flags.push({ column, flag: 'belowLod', text: textOf(column), limit });
    }
    return { values, flags };
  };
}
