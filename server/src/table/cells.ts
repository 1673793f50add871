import type { TextRange } from '#shared/positions.ts';
import type { Row } from './row.ts';
import type { Dialect } from './rowReader.ts';

/** Where a cell is written inside its record's text: UTF-16 units, quotes included, end exclusive. */
export interface CellSpan {
  readonly start: number;
  readonly end: number;
}

/**
 * Finds a cell again in the text of its record. This is done only for cells that something is said about, so that rows
 * without findings cost nothing. A cell beyond the last lies empty at the record's end.
 */
export function cellSpan(row: Pick<Row, 'text' | 'quoteUnclosed'>, delimiter: string, cell: number): CellSpan {
  const { text } = row;
  let start = 0;
  for (let index = 0; ; index++) {
    const end = cellEnd(text, start, delimiter, row.quoteUnclosed);
    if (index === cell) return { start, end };
    if (end >= text.length) return { start: text.length, end: text.length };
    start = end + 1;
  }
}

/** The starts and ends of all cells of a record, in turn, for a caller that needs many of them. */
export function cellSpans(
  row: Pick<Row, 'text' | 'quoteUnclosed' | 'cells'>,
  delimiter: string,
): (cell: number) => CellSpan {
  const { text, cells } = row;
  const starts = new Float64Array(cells.length + 1);
  const plain = row.quoteUnclosed || !text.includes('"');
  let start = 0;
  for (let cell = 0; cell < cells.length; cell++) {
    starts[cell] = start;
    const end = plain ? start + (cells[cell] as string).length : cellEnd(text, start, delimiter, false);
    start = end + 1;
  }
  starts[cells.length] = text.length + 1;
  return (cell) => {
    if (cell >= cells.length) return { start: text.length, end: text.length };
    return { start: starts[cell] ?? 0, end: (starts[cell + 1] ?? 0) - 1 };
  };
}

function cellEnd(text: string, start: number, delimiter: string, literal: boolean): number {
  let from = start;
  if (!literal && text[start] === '"') {
    let at = start + 1;
    for (;;) {
      const quote = text.indexOf('"', at);
      if (quote < 0) return text.length;
      if (text[quote + 1] === '"') {
        at = quote + 2;
        continue;
      }
      from = quote + 1;
      // A quote that text follows does not close the cell; papaparse reads on to one that does.
      const next = text.indexOf(delimiter, from);
      const between = text.slice(from, next < 0 ? text.length : next);
      if (between.trim() === '') break;
      at = from;
    }
  }
  const end = text.indexOf(delimiter, from);
  return end < 0 ? text.length : end;
}

/** The place of a stretch of a record's text in the document, with the physical lines inside quoted cells counted. */
export function rangeInRow(
  row: Pick<Row, 'text' | 'line'>,
  start: number,
  end: number,
  newline: Dialect['newline'] = '\n',
): TextRange {
  const from = placeInRow(row, start, newline);
  const to = end === start ? from : placeInRow(row, end, newline);
  return { startLine: from.line, startColumn: from.column, endLine: to.line, endColumn: to.column };
}

function placeInRow(row: Pick<Row, 'text' | 'line'>, at: number, newline: string): { line: number; column: number } {
  let line = row.line;
  let lineStart = 0;
  for (let next = row.text.indexOf(newline); next >= 0 && next < at; next = row.text.indexOf(newline, lineStart)) {
    line++;
    lineStart = next + 1;
  }
  return { line, column: at - lineStart };
}

/** How a value is written as one cell: quoted where it must be (RFC 4180, section 2). */
export function writeCell(value: string, delimiter: string): string {
  const mustQuote = value.includes(delimiter) || value.startsWith('"') || /[\r\n]/.test(value);
  return mustQuote ? `"${value.replaceAll('"', '""')}"` : value;
}
