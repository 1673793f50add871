import { cellSpan, rangeInRow } from '../table/cells.ts';
import type { Dialect, Row } from '../table/rowReader.ts';
import type { Place } from './rule.ts';

/** The place of a cell of a record; cell -1 is the whole line. */
export function placeInRecord(row: Row, dialect: Dialect, cell: number, dataRow: number | null): Place {
  const { start, end } = cell < 0 ? { start: 0, end: row.text.length } : cellSpan(row, dialect.delimiter, cell);
  return {
    range: rangeInRow(row, start, end, dialect.newline),
    cell,
    row: dataRow,
    start: row.start + start,
    end: row.start + end,
  };
}

/** The place of what is said about the whole file: line 1, cell 1; empty where the file has no record. */
export function placeOfFile(first: Row | null, dialect: Dialect): Place {
  if (first) return placeInRecord(first, dialect, 0, null);
  return { range: { startLine: 0, startColumn: 0, endLine: 0, endColumn: 0 }, cell: 0, row: null, start: 0, end: 0 };
}
