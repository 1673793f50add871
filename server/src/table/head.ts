import type { Delimiter } from '#shared/dataset.ts';
import type { Orientation } from '#shared/overrides.ts';
import type { ByteSource } from './byteSource.ts';
import { decode } from './decode.ts';
import { commonWidth, detectDelimiter, detectNewline } from './dialect.ts';
import { detectEncoding, detectHeadEncoding, type EncodingReport } from './encoding.ts';
import type { Row } from './row.ts';
import { type Dialect, startRows } from './rowReader.ts';

/** The beginning of a table, enough to recognise it: at most `headRows` records and `headLength` characters. */
export interface Head {
  readonly name: string;
  readonly encoding: EncodingReport;
  /** Null where no delimiter makes two columns: `rows` then hold one cell each. */
  readonly delimiter: Delimiter | null;
  readonly newline: Dialect['newline'];
  /** The commonest number of cells of a row. */
  readonly width: number;
  /** The first records, blank ones included. */
  readonly rows: readonly Row[];
  /** True where `rows` are the whole table. */
  readonly complete: boolean;
  /** Which way round a person says that the table lies; absent where only the table tells. */
  readonly orientation?: Orientation;
  /** What a person says stands for a missing value; absent where nobody says. */
  readonly missingTokens?: readonly string[];
  /** What a person says is a value although it usually means a missing one; absent where nobody says. */
  readonly valueTokens?: readonly string[];
}

const headRows = 2000;
const headLength = 2 << 20;

/** How a head is read. */
export interface HeadOptions {
  /** Overrides what consistency says (a layout that knows better, or a person). */
  readonly delimiter?: Delimiter;
  /** What is known of the encoding already; without it every byte is looked at. */
  readonly encoding?: EncodingReport;
  /** Looks at no byte behind the head, not even for the encoding. */
  readonly onlyHead?: boolean;
  readonly signal?: AbortSignal;
}

/** Reads the head of a table. */
export async function readHead(source: ByteSource, options: HeadOptions = {}): Promise<Head> {
  const encoding = options.encoding ?? (await encodingOf(source, options));
  const { text, complete } = await readText(source, encoding, options.signal);
  return headOfText(source.name, text, encoding, complete, options.delimiter);
}

/** A character takes up to two bytes in UTF-16, which the longest head is cut by. */
function encodingOf(source: ByteSource, { onlyHead, signal }: HeadOptions): Promise<EncodingReport> {
  return onlyHead ? detectHeadEncoding(source, 2 * headLength, signal) : detectEncoding(source, signal);
}

/** Reads a head again with another delimiter, from the rows it holds. */
export function headOfText(
  name: string,
  text: string,
  encoding: EncodingReport,
  complete: boolean,
  given?: Delimiter,
): Head {
  const newline = detectNewline(text);
  const delimiter = given ?? detectDelimiter(text, newline);
  const rows = headRowsOf(text, { delimiter: delimiter ?? ',', newline, width: 0 }, complete);
  const width = commonWidth(rows.filter((row) => !isBlank(row.cells)).map((row) => row.cells.length));
  return {
    name,
    encoding,
    delimiter,
    newline,
    width,
    // Only quotes are read otherwise where the width is known.
    rows: rows.some(isQuoted) ? headRowsOf(text, { delimiter: delimiter ?? ',', newline, width }, complete) : rows,
    complete: complete && rows.length < headRows,
  };
}

/** True for a record without any content. */
export function isBlank(cells: readonly string[]): boolean {
  for (const cell of cells) if (cell !== '' && cell.trim() !== '') return false;
  return true;
}

/** The same for a row, told by its first character where that shows something. */
export function isBlankRow(row: Row): boolean {
  const first = row.text.charCodeAt(0);
  const shows = first > 32 && first < 127 && !'",;|'.includes(row.text.charAt(0));
  return !shows && isBlank(row.cells);
}

function isQuoted(row: Row): boolean {
  return row.quoteUnclosed || row.quoting !== 'none';
}

function headRowsOf(text: string, dialect: Dialect, complete: boolean): Row[] {
  const rows: Row[] = [];
  const reader = startRows(dialect, (row) => {
    rows.push(row);
    return rows.length < headRows;
  });
  if (reader.push(text, false) && (complete || rows.length === 0)) reader.end();
  return rows;
}

async function readText(
  source: ByteSource,
  encoding: EncodingReport,
  signal?: AbortSignal,
): Promise<{ text: string; complete: boolean }> {
  let text = '';
  for await (const piece of decode(source.bytes(signal), encoding)) {
    text += piece.text;
    if (text.length >= headLength) return { text: text.slice(0, headLength), complete: false };
  }
  return { text, complete: true };
}
