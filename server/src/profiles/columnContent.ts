import { type CellKind, cellKinds, classify, isMissingKind } from '../values/cellKind.ts';
import { comma, point, readNumber } from '../values/cellNumber.ts';
import { type SaidMissing, saidMissingOf, tellSaid } from '../values/cellSaidMissing.ts';
import type { Grid } from './grid.ts';

/** What the sampled cells of a column hold. */
export interface ColumnContent {
  /** Cells looked at. */
  readonly cells: number;
  /** Cells that are neither empty nor a word for "missing". */
  readonly filled: number;
  /** Numbers, and what tools write in a number's place (`<LOD`, `Filtered`, `Inf`, `#DIV/0!`). */
  readonly numbers: number;
  /** Numbers without a fraction. */
  readonly whole: number;
  readonly negative: number;
  /** Numbers written with a decimal comma. */
  readonly decimalCommas: number;
  /** Those of them that do not have exactly three digits behind the comma, so that it separates no thousands. */
  readonly certainCommas: number;
  /** Numbers written with a decimal point. */
  readonly decimalPoints: number;
  readonly min: number;
  readonly max: number;
  readonly distinct: number;
  /** True where the numbers count the rows: 1, 2, 3 … or 0, 1, 2 …. */
  readonly counter: boolean;
}

/** So many words without a number among them make a column of words. */
const certainWords = 12;

/** Cells that are no numbers, told once for all columns. */
interface Words {
  readonly kinds: Map<string, CellKind>;
  readonly said: SaidMissing | null;
}

const contents = new WeakMap<Grid, ColumnContent[]>();

/** What the columns of a grid hold, told by its sample of rows; told once for each grid. */
export function contentOf(grid: Grid): readonly ColumnContent[] {
  let known = contents.get(grid);
  if (known === undefined) {
    const words: Words = { kinds: new Map(), said: saidMissingOf(grid.head.missingTokens, point) };
    known = grid.names.map((_, column) => readColumn(grid, column, words));
    contents.set(grid, known);
  }
  return known;
}

/** True where nine in ten filled cells are numbers; in a short table, where all but one are, so that one slip stays a slip. */
export function isNumeric({ filled, numbers }: ColumnContent): boolean {
  return filled > 0 && (numbers >= filled * 0.9 || (numbers >= 2 && numbers === filled - 1));
}

/** True where nothing stands in the sampled cells. */
export function isEmpty(content: ColumnContent): boolean {
  return content.filled === 0;
}

/** True where most filled cells are words. */
export function isText(content: ColumnContent): boolean {
  return content.filled > 0 && !isNumeric(content);
}

/** The filled cells of a column in the grid's sample. */
export function sampledCells(grid: Grid, column: number): readonly string[] {
  return grid.sample.map((row) => row.cells[column] ?? '').filter((cell) => cell.trim() !== '');
}

function readColumn(grid: Grid, column: number, words: Words): ColumnContent {
  let filled = 0;
  let numbers = 0;
  let whole = 0;
  let negative = 0;
  let decimalCommas = 0;
  let certainCommas = 0;
  let decimalPoints = 0;
  let min = Number.POSITIVE_INFINITY;
  let max = Number.NEGATIVE_INFINITY;
  let taken = 0;
  const seen = new Set<string>();

  const countNumber = (value: number, cell: string): void => {
    filled++;
    numbers++;
    if (Number.isInteger(value)) whole++;
    if (value < 0) negative++;
    if (value < min) min = value;
    if (value > max) max = value;
    if (cell.includes('.')) decimalPoints++;
  };

  const countCommaNumber = (value: number, cell: string): void => {
    countNumber(value, cell);
    decimalCommas++;
    if (!/^[+-]?\d{1,3},\d{3}$/.test(cell)) certainCommas++;
  };

  for (const row of grid.sample) {
    const cell = row.cells[column] ?? '';
    if (cell === '') continue;
    seen.add(cell);
    const value = readNumber(cell, point);
    if (words.said?.numbers.has(value)) {
      taken++;
      continue;
    }
    if (Number.isFinite(value)) {
      countNumber(value, cell);
      continue;
    }
    const commaValue = cell.includes(',') ? readNumber(cell, comma) : Number.NaN;
    if (Number.isFinite(commaValue) && !words.said?.numbers.has(commaValue)) {
      countCommaNumber(commaValue, cell);
      continue;
    }
    // A column of words only is one: looking at each closely costs more than all numbers of a wide table.
    const kind = numbers === 0 && filled >= certainWords ? cellKinds.text : kindOf(cell, words);
    if (isMissingKind(kind)) continue;
    filled++;
    if (kind !== cellKinds.text) numbers++;
  }

  return {
    cells: grid.sample.length,
    filled,
    numbers,
    whole,
    negative,
    decimalCommas,
    certainCommas,
    decimalPoints,
    min,
    max,
    distinct: seen.size,
    counter: numbers === filled && filled > 1 && filled + taken === grid.sample.length && countsRows(grid, column),
  };
}

function kindOf(cell: string, { kinds, said }: Words): CellKind {
  if (cell.length > 40) return cellKinds.text;
  let kind = kinds.get(cell);
  if (kind === undefined) {
    const told = classify(cell, point, []);
    kind = (said === null ? told : tellSaid(said, cell, told)).kind;
    kinds.set(cell, kind);
  }
  return kind;
}

function countsRows(grid: Grid, column: number): boolean {
  const first = Number(grid.rows[0]?.cells[column]);
  if (first !== 0 && first !== 1) return false;
  const rows = grid.rows.slice(0, grid.sample.length);
  return rows.every((row, at) => Number(row.cells[column]) === first + at);
}
