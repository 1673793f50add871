import type { Column, Profile } from '../profiles/profile.ts';
import { type CellReading, cellKinds, classify } from './cellKind.ts';
import { comma, point, readNumber } from './cellNumber.ts';

/**
 * The numbers of one row, in the order of {@link numericColumns}. The arrays are filled anew for each row: copy what is
 * to be kept.
 */
export interface RowValues {
  /** The cell's number; NaN where it has none. */
  readonly numbers: Float64Array;
  /** What each cell is, as a code of `cellKinds`. */
  readonly kinds: Uint8Array;
  /** True where at least one cell is neither a plain number nor empty. */
  irregular: boolean;
  /** True where at least one cell is empty. */
  gaps: boolean;
  /** The readings of the irregular cells, by position in {@link numericColumns}. */
  readonly readings: Map<number, CellReading>;
  /** A weighted sum of the row's numbers: rows that differ in any number differ in it, in all likelihood. */
  checksum: number;
}

/** The columns that hold numbers to be stored: measured ones and statistics, in the file's order. */
export function numericColumns(profile: Profile): readonly Column[] {
  return profile.columns.filter((column) => column.role === 'value' || column.role === 'statistic');
}

/** Makes a function that reads the numbers of a row's cells; each call fills and answers the same {@link RowValues}. */
export function rowValueReader(profile: Profile): (cells: readonly string[]) => RowValues {
  const columns = numericColumns(profile);
  const indexes = Int32Array.from(columns, (column) => column.index);
  const separator = profile.decimalSeparator === ',' ? comma : point;
  const tokens = profile.customs.missingTokens;
  const numbers = new Float64Array(columns.length);
  const kinds = new Uint8Array(columns.length);
  const values: RowValues = { numbers, kinds, irregular: false, gaps: false, readings: new Map(), checksum: 0 };

  const readIrregular = (position: number, cell: string): void => {
    const told = classify(cell, separator, tokens);
    numbers[position] = told.value;
    kinds[position] = told.kind;
    if (told.kind === cellKinds.empty) {
      values.gaps = true;
      if (cell === '') return;
    }
    values.irregular = true;
    values.readings.set(position, told);
  };

  return (cells) => {
    if (values.irregular) values.readings.clear();
    values.irregular = false;
    values.gaps = false;
    let checksum = 0;
    for (let position = 0; position < indexes.length; position++) {
      const cell = cells[indexes[position] as number] ?? '';
      const value = readNumber(cell, separator);
      if (value - value === 0) {
        numbers[position] = value;
        kinds[position] = 0;
        checksum += value * (position + 1.618);
      } else {
        readIrregular(position, cell);
      }
    }
    values.checksum = checksum;
    return values;
  };
}
