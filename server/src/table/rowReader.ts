import Papa from 'papaparse';
import type { Delimiter } from '#shared/dataset.ts';

/** How the records of a file are written. */
export interface Dialect {
  readonly delimiter: Delimiter;
  /** What ends a line: with `\n` a `\r` before it belongs to the line end. */
  readonly newline: '\n' | '\r';
  /** How many cells most rows have; tells a stray quote that swallows lines from a line break inside a cell. */
  readonly width: number;
}

/** One record of a table, with its place. */
export interface Row {
  /** The cells, quotes removed. */
  readonly cells: readonly string[];
  /** Physical line on which the record starts, 0-based. */
  readonly line: number;
  /** Offset of the record in the decoded text, in UTF-16 units. */
  readonly start: number;
  /** Offset behind the record's line end, where the next record starts. */
  readonly next: number;
  /** The record as written, without its line end. */
  readonly text: string;
  /** True where the piece of text around it is wholly ASCII. */
  readonly ascii: boolean;
  /** True where a quote opens and nothing closes it rightly: the line was then read with the quote as a character. */
  readonly quoteUnclosed: boolean;
}

/** Takes decoded text piece by piece and gives each record to `onRow` as soon as it is whole; `onRow` answers false to stop. */
export interface RowReader {
  /** Answers false when `onRow` asked to stop. */
  push(text: string, ascii: boolean): boolean;
  /** The last record, which may have no line end. Answers false when `onRow` asked to stop. */
  end(): boolean;
}

/**
 * A quoted cell longer than this is a quote that was never closed (no omics table holds a megabyte in a cell), and what
 * is kept waiting for its end is bounded by it.
 */
const longestRecord = 1 << 20;

/** What papaparse's step callback is handed, one record at a time. */
interface Step {
  readonly data: readonly (readonly string[])[];
  readonly errors: readonly { readonly code: string }[];
  readonly meta: { readonly cursor: number };
}

/** Starts reading records. Splitting into cells is papaparse's; line counting and the repair of stray quotes are done here. */
export function startRows(dialect: Dialect, onRow: (row: Row) => boolean): RowReader {
  const { delimiter, newline, width } = dialect;
  let waiting = '';
  let waitingAscii = true;
  /** Offset of `waiting` in the whole text. */
  let offset = 0;
  let line = 0;
  let stopped = false;

  const emit = (
    cells: readonly string[],
    start: number,
    next: number,
    text: string,
    ascii: boolean,
    quoteUnclosed: boolean,
  ): void => {
    stopped = !onRow({ cells, line, start, next, text, ascii, quoteUnclosed });
  };

  /** Reads the whole records of `text` from `from` on; answers where the first record that isn't whole begins. */
  const consume = (text: string, from: number, ascii: boolean, last: boolean): number => {
    let recordStart = from;
    let literalLineAt = -1;
    const parser = new Papa.Parser({
      delimiter,
      newline,
      step: (step: Step) => {
        // papaparse gives an empty record behind a last line end.
        if (recordStart >= text.length) return;
        const recordEnd = from + step.meta.cursor;
        const written = withoutLineEnd(text, recordStart, recordEnd, newline);
        const cells = step.data[0] as string[];
        const breaks = countLineBreaks(written, newline);
        if (swallows(written, cells, step.errors, breaks)) {
          literalLineAt = recordStart;
          parser.abort();
          return;
        }
        dropCarriageReturn(cells, written);
        emit(cells, offset + recordStart, offset + recordEnd, written, ascii, false);
        line += breaks + 1;
        recordStart = recordEnd;
        if (stopped) parser.abort();
      },
    } as unknown as Papa.ParseConfig);
    parser.parse(from === 0 ? text : text.slice(from), 0, !last);
    return literalLineAt < 0 ? recordStart : readLiteralLine(text, literalLineAt, ascii);
  };

  /** True where the quotes of a record were not meant to join what they join. */
  const swallows = (
    written: string,
    cells: readonly string[],
    errors: Step['errors'],
    breaks: number,
  ): boolean => {
    if (errors.length === 0 && breaks === 0) return false;
    if (errors.some((error) => error.code === 'MissingQuotes')) return true;
    const lines = written.split(newline).map((physical) => physical.split(delimiter).length);
    if (errors.length > 0) return breaks > 0 || lines[0] === width;
    if (lines[0] !== width) return false;
    // Lines that are all rows of the table's width by themselves were not meant to be one cell; two columns tell too little.
    return cells.length !== width || (width > 2 && lines.every((count) => count === width));
  };

  /** Reads one physical line with its quotes as plain characters; answers where the next one begins. */
  const readLiteralLine = (text: string, from: number, ascii: boolean): number => {
    const at = text.indexOf(newline, from);
    const next = at < 0 ? text.length : at + 1;
    const written = withoutLineEnd(text, from, next, newline);
    emit(written.split(delimiter), offset + from, offset + next, written, ascii, true);
    line += 1;
    return next;
  };

  const drain = (last: boolean): boolean => {
    let at = 0;
    while (!stopped && at < waiting.length) {
      const next = consume(waiting, at, waitingAscii, last);
      const stuck = next === at;
      at = next;
      if (stuck && waiting.length - at <= longestRecord) break;
      if (stuck) at = readLiteralLine(waiting, at, waitingAscii);
    }
    offset += at;
    waiting = waiting.slice(at);
    return !stopped;
  };

  return {
    push(text, ascii) {
      waitingAscii = waiting === '' ? ascii : waitingAscii && ascii;
      waiting = waiting === '' ? text : waiting + text;
      return drain(false);
    },
    end: () => drain(true),
  };
}

function withoutLineEnd(text: string, start: number, end: number, newline: string): string {
  let stop = end;
  if (stop > start && text[stop - 1] === newline) {
    stop--;
    if (newline === '\n' && stop > start && text[stop - 1] === '\r') stop--;
  } else if (newline === '\n' && stop > start && text[stop - 1] === '\r' && stop === text.length) {
    stop--;
  }
  return text.slice(start, stop);
}

/** papaparse was told `\n`, so an unquoted last cell still ends with the `\r` of a CRLF. */
function dropCarriageReturn(cells: string[], written: string): void {
  const last = cells.length - 1;
  const cell = cells[last];
  if (cell?.endsWith('\r') && !written.endsWith('\r')) cells[last] = cell.slice(0, -1);
}

function countLineBreaks(written: string, newline: string): number {
  let count = 0;
  for (let at = written.indexOf(newline); at >= 0; at = written.indexOf(newline, at + 1)) count++;
  return count;
}
