import type { TextRange } from '#shared/positions.ts';
import { type CellSpan, cellSpan, cellSpans, rangeInRow } from '../table/cells.ts';
import type { Row } from '../table/row.ts';
import type { Dialect } from '../table/rowReader.ts';

/** A place that a rule keeps. */
export interface Place {
  readonly range: TextRange;
  readonly cell: number;
  readonly row: number | null;
  /** Offset in the decoded text where the cell (or line) starts and ends, quotes included. */
  readonly start: number;
  readonly end: number;
}

/** Finds the places of cells in their records. */
export interface PlaceFinder {
  /** The place of a cell of a record; cell -1 is the whole line. */
  placeOf(row: Row, cell: number, dataRow: number | null): Place;
  /** The place of what is said about the whole file: line 1, cell 1; empty where the file has no record. */
  placeOfFile(first: Row | null): Place;
}

/** Starts finding places: where a record is asked for again, all its cells are found at once, so that a line full of findings takes no longer than its length. */
export function startPlaces(dialect: Dialect): PlaceFinder {
  const { delimiter, newline } = dialect;
  let last: Row | null = null;
  let spans: ((cell: number) => CellSpan) | null = null;
  let oneLine = true;

  const spanOf = (row: Row, cell: number): CellSpan => {
    if (row !== last) {
      last = row;
      spans = null;
      oneLine = !row.text.includes(newline);
      return cellSpan(row, delimiter, cell);
    }
    spans ??= cellSpans(row, delimiter);
    return spans(cell);
  };

  const placeOf = (row: Row, cell: number, dataRow: number | null): Place => {
    const { start, end } = cell < 0 ? { start: 0, end: row.text.length } : spanOf(row, cell);
    const range =
      cell >= 0 && oneLine
        ? { startLine: row.line, startColumn: start, endLine: row.line, endColumn: end }
        : rangeInRow(row, start, end, newline);
    return { range, cell, row: dataRow, start: row.start + start, end: row.start + end };
  };

  return {
    placeOf,
    placeOfFile: (first) =>
      first
        ? placeOf(first, 0, null)
        : { range: { startLine: 0, startColumn: 0, endLine: 0, endColumn: 0 }, cell: 0, row: null, start: 0, end: 0 },
  };
}
