import type { Head } from '../table/head.ts';
import { isBlank } from '../table/head.ts';
import type { Row } from '../table/row.ts';
import { type HeaderIndex, indexHeader } from './headerName.ts';

/** The head of a table seen as header and data rows. */
export interface Grid {
  readonly head: Head;
  /** The header's record; null where the table has none. */
  readonly header: Row | null;
  /** The header's cells as written, one a column; empty where the header names none. */
  readonly names: readonly string[];
  /** Where each name stands. */
  readonly index: HeaderIndex;
  /** Lines right under the header that say something of each sample, as `Label case case control`. */
  readonly labelRows: readonly Row[];
  /** Physical line of the header, 0-based; -1 where there is none. */
  readonly headerLine: number;
  /** Physical line of the first data row, 0-based. */
  readonly dataLine: number;
  /** The data rows of the head, blank ones left out. */
  readonly rows: readonly Row[];
  /** Some of the rows, spread over the head: few enough that looking at every cell costs little however wide they are. */
  readonly sample: readonly Row[];
}

/** How many cells of a head are looked at. */
const sampleCells = 60_000;
const sampleRows = 200;
const fewestSampleRows = 25;

const grids = new WeakMap<Head, Grid>();

/**
 * The grid of a table whose header is the first row that has the common width and is no comment: lines above it (a title,
 * a `#` line) are narrower, or mostly empty where a spreadsheet padded them.
 */
export function gridOf(head: Head): Grid {
  let grid = grids.get(head);
  if (grid === undefined) {
    const at = headerRow(head);
    grid = at < 0 ? gridWithoutHeader(head) : gridAt(head, at);
    grids.set(head, grid);
  }
  return grid;
}

/** What a layout that knows where its header stands may know besides. */
export interface GridOptions {
  /** Row of the head in which the data begin; behind the header unless told. */
  readonly dataAt?: number;
  /** Which rows from there on are data; all unless told. */
  readonly isData?: (row: Row) => boolean;
}

/** The grid with the header in a given row of the head, for layouts that know where it stands. */
export function gridAt(head: Head, headerAt: number, options: GridOptions = {}): Grid {
  const header = head.rows[headerAt] ?? null;
  const cells = header?.cells ?? [];
  const { dataAt = headerAt + 1, isData } = options;
  if (isData) return gridFrom(head, header, cells, head.rows.slice(dataAt).filter(isData));
  // R's write.table leaves the name of the row names out, so that its header is one cell short.
  const short = cells.length === head.width - 1 && cells.length > 0 && !isShortened(head, headerAt);
  const names = short ? ['', ...cells] : [...cells];
  while (names.length < head.width) names.push('');
  return gridFrom(head, header, names, head.rows.slice(dataAt));
}

/** The grid of a table that begins with its data. */
export function gridWithoutHeader(head: Head): Grid {
  const names = Array.from({ length: head.width }, () => '');
  return gridFrom(head, null, names, head.rows);
}

function gridFrom(head: Head, header: Row | null, names: readonly string[], from: readonly Row[]): Grid {
  const below = from.filter((row) => !isBlank(row.cells));
  const labels = header === null ? 0 : countLabelRows(below);
  const rows = below.slice(labels);
  return {
    head,
    header,
    names,
    index: indexHeader(names),
    labelRows: below.slice(0, labels),
    headerLine: header?.line ?? -1,
    dataLine: rows[0]?.line ?? (header === null ? 0 : header.line + 1),
    rows,
    sample: spread(rows, names.length),
  };
}

function headerRow(head: Head): number {
  const { rows, width } = head;
  let shorter = -1;
  for (let at = 0; at < rows.length; at++) {
    const cells = rows[at]?.cells ?? [];
    if (isBlank(cells) || isComment(cells, width)) continue;
    if (cells.length === width - 1 && width > 2) {
      if (shorter < 0) shorter = at;
      continue;
    }
    if (cells.length < width || filled(cells) * 2 < Math.min(cells.length, width)) continue;
    // A shorter line directly above rows of the common width is a header without the name of the row names.
    return shorter >= 0 && shorter === at - 1 && namesColumns(rows[shorter]?.cells ?? [], cells) ? shorter : at;
  }
  return rows.findIndex((row) => !isBlank(row.cells));
}

/** True where a line one cell short can be a header: every cell is named, once, and the row under it does not name columns. */
function namesColumns(cells: readonly string[], below: readonly string[]): boolean {
  if (cells.some((cell) => cell.trim() === '') || new Set(cells).size !== cells.length) return false;
  return below.slice(1).some((cell) => cell !== '' && Number.isFinite(Number(cell)));
}

function isComment(cells: readonly string[], width: number): boolean {
  return (cells[0] ?? '').trimStart().startsWith('#') && cells.length !== width;
}

/** True where rows are one cell wider than the header only because of an empty last cell. */
function isShortened(head: Head, headerAt: number): boolean {
  const below = head.rows.slice(headerAt + 1, headerAt + 20).filter((row) => row.cells.length === head.width);
  return below.length === 0 || below.every((row) => row.cells[head.width - 1] === '');
}

const deepestLabel = 4;
const labelName =
  /^(?:label|labels|class|group|groups|condition|treatment|phenotype|batch|time|timepoint|type|sample ?type|factors?|status|diagnosis|sex|gender|subject)$/i;

/** Lines that label the samples: the first cell says with what, the others are words where the lines below have numbers. */
function countLabelRows(rows: readonly Row[]): number {
  let labels = 0;
  while (labels < deepestLabel && labelName.test((rows[labels]?.cells[0] ?? '').trim())) labels++;
  const first = rows[labels];
  if (labels === 0 || first === undefined) return 0;
  const wordsOverNumbers = rows.slice(0, labels).some((label) => {
    const words = label.cells.filter((cell, at) => at > 0 && cell.trim() !== '' && Number.isNaN(Number(cell)));
    return words.length > 0 && words.length * 2 >= label.cells.length - 1;
  });
  const numbers = first.cells.filter(
    (cell, at) => at > 0 && cell.trim() !== '' && !Number.isNaN(Number(cell.replace(',', '.'))),
  );
  return wordsOverNumbers && numbers.length * 2 >= first.cells.length - 1 ? labels : 0;
}

function filled(cells: readonly string[]): number {
  let count = 0;
  for (const cell of cells) if (cell.trim() !== '') count++;
  return count;
}

function spread(rows: readonly Row[], width: number): readonly Row[] {
  const most = Math.max(fewestSampleRows, Math.min(sampleRows, Math.floor(sampleCells / Math.max(1, width))));
  if (rows.length <= most) return rows;
  const step = rows.length / most;
  return Array.from({ length: most }, (_, at) => rows[Math.floor(at * step)] as Row);
}
