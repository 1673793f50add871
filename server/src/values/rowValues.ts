import type { Column, Profile } from '../profiles/profile.ts';
import type { Row } from '../table/row.ts';
import { type CellReading, cellKinds, classify } from './cellKind.ts';
import { comma, point, readNumber, readNumberAt } from './cellNumber.ts';

/**
 * The numbers of one row, in the order of {@link numericColumns}. The arrays are filled anew for each row: copy what is
 * to be kept.
 */
export interface RowValues {
  /** The cell's number; NaN where it has none. */
  readonly numbers: Float64Array;
  /** What each cell is, as a code of `cellKinds`. */
  readonly kinds: Uint8Array;
  /** How many cells the row has. */
  cellCount: number;
  /** True where at least one cell is neither a plain number nor empty. */
  irregular: boolean;
  /** True where at least one cell is empty. */
  gaps: boolean;
  /** True where at least one cell is 0. */
  zeros: boolean;
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
export function rowValueReader(profile: Profile): (row: Row) => RowValues {
  const indexes = Int32Array.from(numericColumns(profile), (column) => column.index);
  const count = indexes.length;
  const separator = profile.decimalSeparator === ',' ? comma : point;
  const delimiter = profile.dialect.delimiter.charCodeAt(0);
  const tokens = profile.customs.missingTokens;
  const numbers = new Float64Array(count);
  const kinds = new Uint8Array(count);
  const values: RowValues = {
    numbers,
    kinds,
    cellCount: 0,
    irregular: false,
    gaps: false,
    zeros: false,
    readings: new Map(),
    checksum: 0,
  };
  const cursor = new Int32Array(1);
  let bytes = Buffer.alloc(4096);

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

  const readCells = (cells: readonly string[]): void => {
    let checksum = 0;
    for (let position = 0; position < count; position++) {
      const cell = cells[indexes[position] as number] ?? '';
      const value = readNumber(cell, separator);
      if (value - value === 0) {
        numbers[position] = value;
        kinds[position] = 0;
        checksum += value * (position + 1.618);
        if (value === 0) values.zeros = true;
      } else {
        readIrregular(position, cell);
      }
    }
    values.checksum = checksum;
    values.cellCount = cells.length;
  };

  /** Reads a row in which every delimiter parts two cells, without making a string of any cell that is a number. */
  const readText = (text: string): void => {
    const { length } = text;
    if (length >= bytes.length) bytes = Buffer.alloc(length * 2);
    bytes.write(text, 'latin1');
    bytes[length] = delimiter;
    let checksum = 0;
    let cell = 0;
    let start = 0;
    for (let position = 0; position < count; position++) {
      const own = indexes[position] as number;
      for (; cell < own && start <= length; cell++) start = bytes.indexOf(delimiter, start) + 1;
      if (start > length) {
        readIrregular(position, '');
        continue;
      }
      cursor[0] = start;
      const value = readNumberAt(bytes, cursor, delimiter, separator);
      let end = cursor[0];
      if (value - value === 0) {
        numbers[position] = value;
        kinds[position] = 0;
        checksum += value * (position + 1.618);
        if (value === 0) values.zeros = true;
      } else {
        end = bytes.indexOf(delimiter, end);
        readIrregular(position, text.slice(start, end));
      }
      start = end + 1;
      cell++;
    }
    for (; start <= length; cell++) start = bytes.indexOf(delimiter, start) + 1;
    values.checksum = checksum;
    values.cellCount = cell;
  };

  return (row) => {
    if (values.irregular) values.readings.clear();
    values.irregular = false;
    values.gaps = false;
    values.zeros = false;
    if (row.ascii && row.plain) readText(row.text);
    else readCells(row.cells);
    return values;
  };
}
