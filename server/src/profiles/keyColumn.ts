import { contentOf, isNumeric, isText, sampledCells } from './columnContent.ts';
import type { Grid } from './grid.ts';
import { hintOf } from './headerWords.ts';
import { idsOf } from './identity.ts';

/** Names of the column of row numbers that R, readr and pandas write. */
const rowNumberName = /^(?:|x|x1|\.\.\.1|v1|unnamed: ?0|index|row(?: ?(?:id|number|no|names?))?|no\.?|nr\.?|#)$/i;

/** True where a column merely counts the rows, as R and pandas write row names that nobody gave. */
export function isRowNumber(grid: Grid, column: number): boolean {
  return column === 0 && contentOf(grid)[0]?.counter === true && rowNumberName.test((grid.names[0] ?? '').trim());
}

/**
 * The column that identifies the rows of a table of no known tool: the first that tells nearly all rows apart and either
 * holds words, or is called an id, or is the unnamed first column; failing that, the words that tell most rows apart.
 * A column that merely counts the rows, or else words that mostly stand beside a name (CAS numbers), only where there is no
 * other; -1 where nothing identifies them.
 */
export function keyColumnOf(grid: Grid): number {
  const content = contentOf(grid);
  const counted = isRowNumber(grid, 0);
  const candidates = grid.names.flatMap((name, at) => {
    const hint = hintOf(name);
    const named = hint === 'feature' || hint === 'sample' || /(?:^|[^a-z])id$/i.test(name.trim());
    const column = content[at];
    if (column === undefined || column.filled === 0 || isRowNumber(grid, at)) return [];
    if (hint === 'annotation' || hint === 'group') return [];
    if (!isText(column) && !named && !(at === 0 && name.trim() === '')) return [];
    // Beside a row number, a number that repeats (a peak with several candidates) is no better.
    if (counted && isNumeric(column) && distinctShare(grid, at) < 1) return [];
    return [{ at, column, named }];
  });
  const tells = ({ at, column }: (typeof candidates)[number]): boolean =>
    column.filled >= column.cells * 0.9 && column.distinct >= column.cells * 0.8 && distinctShare(grid, at) >= 0.9;
  const first = candidates.find(tells);
  if (first !== undefined) {
    // R's row names are what the table was made by, also where a column of symbols stands beside them.
    const rowNames =
      first.at === 0 && (grid.names[0] ?? '').trim() === '' && first.column.distinct === first.column.cells;
    if (rowNames && idsOf(sampledCells(grid, 0)).namespace !== null) return 0;
    const behindNames = firstNumber(grid);
    return (candidates.find((candidate) => candidate.named && candidate.at < behindNames && tells(candidate)) ?? first)
      .at;
  }
  if (counted) return 0;
  const best = candidates
    .filter(({ column }) => column.filled >= column.cells * 0.5)
    .sort((a, b) => Number(b.named) - Number(a.named) || b.column.distinct - a.column.distinct)[0];
  if (best !== undefined && (best.named || best.column.distinct >= best.column.cells * 0.3)) return best.at;
  return content.findIndex(
    (column, at) =>
      hintOf(grid.names[at] ?? '') === 'annotation' &&
      isText(column) &&
      column.filled >= column.cells * 0.9 &&
      distinctShare(grid, at) >= 0.9,
  );
}

/** Share of the head's rows that a column tells apart. */
function distinctShare(grid: Grid, column: number): number {
  const filled = grid.rows.map((row) => row.cells[column] ?? '').filter((cell) => cell !== '');
  return filled.length === 0 ? 0 : new Set(filled).size / filled.length;
}

/** The first column of plain numbers that is called nothing known: names and ids stand before it. */
function firstNumber(grid: Grid): number {
  const content = contentOf(grid);
  const at = content.findIndex(
    (column, index) => isNumeric(column) && hintOf(grid.names[index] ?? '') === null && !isRowNumber(grid, index),
  );
  return at < 0 ? content.length : at;
}
