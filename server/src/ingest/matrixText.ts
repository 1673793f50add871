import type { Shape } from '#shared/dataset.ts';
import { writeCell } from '../table/cells.ts';
import type { Matrix, MatrixRow } from './datasetStore.ts';

/** How a stored matrix is written out. */
export const matrixFormats = { csv: ',', tsv: '\t' } as const;

/** One of {@link matrixFormats}. */
export type MatrixFormat = keyof typeof matrixFormats;

/** A column of text before the values: its title, and what it holds of a row. */
interface Label {
  readonly title: string;
  text(row: MatrixRow): string;
}

/**
 * Writes a stored matrix as text, in pieces: a line of column names, then a line a row with its annotations first. Where
 * rows were made of columns or of several lines of the file, their names are no annotation and stand in columns of their own.
 */
export async function* matrixText(
  matrix: Matrix,
  shape: Shape,
  format: MatrixFormat,
  signal?: AbortSignal,
): AsyncGenerator<string> {
  const delimiter = matrixFormats[format];
  const labels = [...nameLabels(shape), ...annotationLabels(matrix)];
  const line = (cells: readonly string[]): string =>
    `${cells.map((cell) => writeCell(cell, delimiter)).join(delimiter)}\n`;
  yield line([...labels.map((label) => label.title), ...matrix.columns.map((column) => column.name)]);
  for await (const rows of matrix.rows(signal)) {
    yield rows.map((row) => line([...labels.map((label) => label.text(row)), ...row.cells])).join('');
  }
}

function annotationLabels(matrix: Matrix): Label[] {
  return matrix.annotationColumns.map((title, index) => ({ title, text: (row) => row.annotations[index] ?? '' }));
}

function nameLabels(shape: Shape): Label[] {
  const name: Label = { title: 'feature', text: (row) => row.rawName };
  if (shape === 'samples-in-rows') return [name];
  if (shape === 'long') return [{ title: 'row key', text: (row) => row.rowKey }, name];
  return [];
}
