import Papa from 'papaparse';
import type { Delimiter } from '#shared/dataset.ts';
import { startRecordEnds, strayQuote } from './recordEnd.ts';
import type { Row } from './row.ts';
import { TextRow } from './textRow.ts';

/** How the records of a file are written. */
export interface Dialect {
  readonly delimiter: Delimiter;
  /** What ends a line: with `\n` a `\r` before it belongs to the line end. */
  readonly newline: '\n' | '\r';
  /** How many cells most rows have; tells a stray quote that swallows lines from a line break inside a cell. */
  readonly width: number;
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
/** A line longer than this is none (a table of a million samples is shorter), and is read in stretches of this length. */
const longestLine = 1 << 26;

/** What papaparse's step callback is handed, one record at a time. */
interface Step {
  readonly data: readonly (readonly string[])[];
  readonly errors: readonly { readonly code: string }[];
  readonly meta: { readonly cursor: number };
}

/**
 * Starts reading records. Lines without quotes are whole records, parted at every delimiter; where there are quotes,
 * papaparse splits into cells. Line counting and the repair of stray quotes are done here.
 */
export function startRows(dialect: Dialect, onRow: (row: Row) => boolean): RowReader {
  const { delimiter, newline, width } = dialect;
  let waiting = '';
  let waitingAscii = true;
  /** Offset of `waiting` in the whole text. */
  let offset = 0;
  let line = 0;
  let stopped = false;
  /** How many records are given to papaparse at once: few after a stray quote, because what follows one is read again. */
  let batch = longestBatch;

  /** `regular` is taken for `none` where a record has no quote after all, so that it is the same however the file is cut. */
  const emit = (
    start: number,
    next: number,
    cells: readonly string[] | 'none' | 'regular',
    quoteUnclosed: boolean,
  ): void => {
    const text = withoutLineEnd(waiting, start, next, newline);
    const place = { line, start: offset + start, next: offset + next };
    const parts = cells !== 'none' && !text.includes('"') ? 'none' : cells;
    stopped = !onRow(new TextRow({ ...place, text, ascii: waitingAscii, quoteUnclosed }, delimiter, parts));
  };

  /** Reads the lines from `from` on that lie before the next quote; answers where the first line that doesn't begins. */
  const readPlainLines = (from: number, last: boolean): number => {
    const quote = waiting.indexOf('"', from);
    const limit = quote < 0 ? waiting.length : quote;
    let start = from;
    while (!stopped) {
      const at = waiting.indexOf(newline, start);
      if (at < 0 || at >= limit) break;
      emit(start, at + 1, 'none', false);
      line++;
      start = at + 1;
    }
    if (stopped || quote >= 0 || !last || start === waiting.length) return start;
    emit(start, waiting.length, 'none', false);
    line++;
    return waiting.length;
  };

  /** Reads whole records with quotes from `from` on; answers where the first one that isn't whole begins. */
  const readQuoted = (from: number, last: boolean): number => {
    const finder = startRecordEnds(waiting, dialect, last);
    let done = from;
    let to = from;
    for (let records = 0; records < batch && to < waiting.length && !stopped; records++) {
      const end = finder.endOf(to);
      if (end === strayQuote && to === from) return readLiteralLine(from);
      if (end < 0) break;
      if (finder.regular) {
        if (done < to) break;
        emit(to, end, 'regular', false);
        line++;
        done = end;
      }
      to = end;
    }
    if (done === to) return done;
    const next = parseRecords(done, to);
    batch = next === to ? Math.min(batch * 2, longestBatch) : 1;
    return next;
  };

  /** Has papaparse split the whole records between two places; answers where it got to. */
  const parseRecords = (from: number, to: number): number => {
    let recordStart = from;
    let literal = false;
    const parser = new Papa.Parser({
      delimiter,
      newline,
      step: (step: Step) => {
        // papaparse gives an empty record behind a last line end.
        if (recordStart >= to) return;
        const recordEnd = from + step.meta.cursor;
        const written = withoutLineEnd(waiting, recordStart, recordEnd, newline);
        const cells = step.data[0] as string[];
        const breaks = countLineBreaks(written, newline);
        literal = swallows(written, cells, step.errors, breaks);
        if (!literal) {
          dropCarriageReturn(cells, written);
          emit(recordStart, recordEnd, cells, false);
          line += breaks + 1;
          recordStart = recordEnd;
        }
        if (literal || stopped) parser.abort();
      },
    } as unknown as Papa.ParseConfig);
    parser.parse(waiting.slice(from, to), 0, false);
    return literal ? readLiteralLine(recordStart) : recordStart;
  };

  /** True where the quotes of a record were not meant to join what they join. */
  const swallows = (written: string, cells: readonly string[], errors: Step['errors'], breaks: number): boolean => {
    if (errors.length === 0 && breaks === 0) return false;
    if (errors.some((error) => error.code === 'MissingQuotes')) return true;
    const lines = written.split(newline).map((physical) => physical.split(delimiter).length);
    if (errors.length > 0) return breaks > 0 || lines[0] === width;
    if (lines[0] !== width) return false;
    // Lines that are all rows of the table's width by themselves were not meant to be one cell; two columns tell too little.
    return cells.length !== width || (width > 2 && lines.every((count) => count === width));
  };

  /** Reads one physical line with its quotes as plain characters; answers where the next one begins. */
  const readLiteralLine = (from: number): number => {
    const at = waiting.indexOf(newline, from);
    const next = at < 0 ? waiting.length : at + 1;
    emit(from, next, 'none', true);
    line++;
    return next;
  };

  const drain = (last: boolean): boolean => {
    let at = 0;
    while (!stopped && at < waiting.length) {
      const plain = readPlainLines(at, last);
      if (stopped || plain === waiting.length) {
        at = plain;
        break;
      }
      let next = waiting.indexOf('"', plain) < 0 ? plain : readQuoted(plain, last);
      if (next === plain) {
        const wholeLine = waiting.indexOf(newline, plain) >= 0;
        at = plain;
        if (waiting.length - plain <= (wholeLine ? longestRecord : longestLine)) break;
        next = readLiteralLine(plain);
      }
      at = next;
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

const longestBatch = 1 << 16;

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
