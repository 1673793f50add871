import { middle, quietRows, type SoundTable, type SpoiltTable } from './soundTable.ts';
import { withCell } from './spoil.ts';

/** True where the headers of FASTA entries are how a column names its proteins. */
export function isNamedByHeader({ rows }: SoundTable, cell: number): boolean {
  return rows.filter((row) => row.cell(cell)?.includes('|')).length * 2 >= rows.length;
}

/** Another content in a cell of a column, in the middle of the rows. */
export function withCellOf(table: SoundTable, cell: number, written: string): SpoiltTable | null {
  const row = middle(quietRows(table));
  return row ? withCell(table, row, cell, written) : null;
}
