import type { Column, Profile } from '../profiles/profile.ts';
import { type CellSpan, cellSpans } from '../table/cells.ts';
import { cellText } from '../table/quotedCells.ts';
import type { Row } from '../table/row.ts';
import { type CellKind, type CellReading, cellKinds, classify } from './cellKind.ts';
import { comma, point, readLongNumber, readNumber, readNumberAt, startCursor } from './cellNumber.ts';
import { type SaidMissing, saidMissingOf, saidReading, tellSaid } from './cellSaidMissing.ts';

/**
 * The numbers of one row, in the order of {@link numericColumns}. The arrays are filled anew for each row: copy what is
 * to be kept.
 */
export interface RowValues {
  /** The cell's number; NaN where it has none. */
  readonly numbers: Float64Array;
  /** What each cell is, as a code of `cellKinds`. */
  readonly kinds: Uint8Array;
  /**
   * Where a cell starts and ends in the record's text, quotes included; -1 where the row has no such cell. Of plain
   * numbers this is known only where the comma is the decimal separator, or a person says what stands for a missing value.
   */
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** How many cells the row has. */
  cellCount: number;
  /** True where at least one cell is neither a plain number nor empty. */
  irregular: boolean;
  /** True where at least one cell is empty. */
  gaps: boolean;
  /** True where at least one cell is 0. */
  zeros: boolean;
  /** True where blanks or invisible characters stand in at least one irregular cell. */
  padded: boolean;
  /** The kinds of the irregular cells, as a sum of {@link kindBit}. */
  irregularKinds: number;
  /** The readings of the irregular cells, by position in {@link numericColumns}. */
  readonly readings: Map<number, CellReading>;
  /** A weighted sum of the row's numbers: rows that differ in any number differ in it, in all likelihood. */
  checksum: number;
}

/** The columns that hold numbers to be stored: measured ones and statistics, in the file's order. */
export function numericColumns(profile: Profile): readonly Column[] {
  return profile.columns.filter((column) => column.role === 'value' || column.role === 'statistic');
}

/** The bit of a kind in {@link RowValues.irregularKinds}. */
export function kindBit(kind: CellKind): number {
  return 1 << kind;
}

/** Cells that are told once and remembered: words for "missing" are few and stand in millions of cells. */
const mostRemembered = 256;
const longestRemembered = 12;
const doubleQuote = 34;
const nowhere: CellSpan = { start: -1, end: -1 };

/** Makes a function that reads the numbers of a row's cells; each call fills and answers the same {@link RowValues}. */
export function rowValueReader(profile: Profile): (row: Row) => RowValues {
  const indexes = Int32Array.from(numericColumns(profile), (column) => column.index);
  const count = indexes.length;
  const separator = profile.decimalSeparator === ',' ? comma : point;
  const delimiter = profile.dialect.delimiter.charCodeAt(0);
  const said = saidMissingOf(profile.overrides.missingTokens, separator);
  const placesNumbers = separator === comma || said !== null;
  const tell = cellTeller(separator, profile.customs.missingTokens, said);
  const numbers = new Float64Array(count);
  const kinds = new Uint8Array(count);
  const starts = new Int32Array(count);
  const ends = new Int32Array(count);
  const values: RowValues = {
    numbers,
    kinds,
    starts,
    ends,
    cellCount: 0,
    irregular: false,
    gaps: false,
    zeros: false,
    padded: false,
    irregularKinds: 0,
    readings: new Map(),
    checksum: 0,
  };
  const cursor = startCursor();
  let bytes = Buffer.alloc(4096);

  const place = (position: number, { start, end }: CellSpan): void => {
    starts[position] = start;
    ends[position] = end;
  };

  const keepIrregular = (position: number, cell: string): void => {
    if (cell === '') {
      numbers[position] = Number.NaN;
      kinds[position] = cellKinds.empty;
      values.gaps = true;
      return;
    }
    const told = tell(cell);
    numbers[position] = told.value;
    kinds[position] = told.kind;
    if (told.kind === cellKinds.empty) values.gaps = true;
    values.irregular = true;
    values.padded ||= told.padded;
    values.irregularKinds |= kindBit(told.kind);
    values.readings.set(position, told);
  };

  const readCells = (row: Row): void => {
    const { cells } = row;
    let spans: ReturnType<typeof cellSpans> | null = null;
    let checksum = 0;
    for (let position = 0; position < count; position++) {
      const index = indexes[position] as number;
      const cell = cells[index] ?? '';
      const value = readNumber(cell, separator);
      if (value - value === 0) {
        numbers[position] = value;
        kinds[position] = 0;
        checksum += value * (position + 1.618);
        if (value === 0) values.zeros = true;
        if (placesNumbers) {
          spans ??= cellSpans(row, profile.dialect.delimiter);
          place(position, spans(index));
        }
      } else if (index < cells.length) {
        spans ??= cellSpans(row, profile.dialect.delimiter);
        place(position, spans(index));
        keepIrregular(position, cell);
      } else {
        place(position, nowhere);
        keepIrregular(position, cell);
      }
    }
    values.checksum = checksum;
    values.cellCount = cells.length;
  };

  /** Where the cell that starts at a place of `bytes` ends; a delimiter stands behind the last. */
  const endOfCell = (start: number, quoted: boolean): number => {
    if (!quoted || bytes[start] !== doubleQuote) return bytes.indexOf(delimiter, start);
    let quote = bytes.indexOf(doubleQuote, start + 1);
    while (bytes[quote + 1] === doubleQuote) quote = bytes.indexOf(doubleQuote, quote + 2);
    return bytes.indexOf(delimiter, quote + 1);
  };

  /** Reads a row from its text, without making a string of any cell that is a number. */
  const readText = (text: string, quoted: boolean): void => {
    const { length } = text;
    if (length >= bytes.length) bytes = Buffer.alloc(length * 2);
    bytes.write(text, 'latin1');
    bytes[length] = delimiter;
    let checksum = 0;
    let cell = 0;
    let start = 0;
    for (let position = 0; position < count; position++) {
      const own = indexes[position] as number;
      for (; cell < own && start <= length; cell++) start = endOfCell(start, quoted) + 1;
      if (start > length) {
        place(position, nowhere);
        keepIrregular(position, '');
        continue;
      }
      const opens = quoted && bytes[start] === doubleQuote;
      cursor[0] = opens ? start + 1 : start;
      let value = readNumberAt(bytes, cursor, opens ? doubleQuote : delimiter, separator);
      let end = opens ? cursor[0] + 1 : cursor[0];
      let written = '';
      if (Number.isNaN(value) || cursor[1] === 1 || bytes[end] !== delimiter) {
        end = endOfCell(start, quoted);
        written = cellText(text, start, end, quoted);
        if (cursor[1] === 1) value = readLongNumber(written, separator);
        else if (opens) value = readNumber(written, separator);
      }
      if (value - value === 0) {
        numbers[position] = value;
        kinds[position] = 0;
        checksum += value * (position + 1.618);
        if (value === 0) values.zeros = true;
      } else {
        keepIrregular(position, written);
      }
      starts[position] = start;
      ends[position] = end;
      start = end + 1;
      cell++;
    }
    for (; start <= length; cell++) start = endOfCell(start, quoted) + 1;
    values.checksum = checksum;
    values.cellCount = cell;
  };

  /** Takes the numbers away that a person says stand for a missing value: a pass of its own, for the tables that have any. */
  const takeSaid = ({ numbers: saidNumbers }: SaidMissing): void => {
    if (saidNumbers.size === 0) return;
    for (let position = 0; position < count; position++) {
      if (kinds[position] !== cellKinds.number || !saidNumbers.has(numbers[position] as number)) continue;
      numbers[position] = Number.NaN;
      kinds[position] = saidReading.kind;
      values.irregular = true;
      values.irregularKinds |= kindBit(saidReading.kind);
      values.readings.set(position, saidReading);
    }
  };

  return (row) => {
    if (values.irregular) values.readings.clear();
    values.irregular = false;
    values.gaps = false;
    values.zeros = false;
    values.padded = false;
    values.irregularKinds = 0;
    if (row.ascii && row.quoting !== 'odd') readText(row.text, row.quoting === 'regular');
    else readCells(row);
    if (said !== null) takeSaid(said);
    return values;
  };
}

function cellTeller(
  separator: number,
  layoutTokens: readonly string[],
  said: SaidMissing | null,
): (cell: string) => CellReading {
  const remembered = new Map<string, CellReading>();
  return (cell) => {
    const known = remembered.get(cell);
    if (known) return known;
    const read = classify(cell, separator, layoutTokens);
    const told = said === null ? read : tellSaid(said, cell, read);
    if (cell.length <= longestRemembered && remembered.size < mostRemembered) remembered.set(cell, told);
    return told;
  };
}
