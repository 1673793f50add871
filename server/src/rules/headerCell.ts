import type { Profile } from '../profiles/profile.ts';
import type { Row } from '../table/row.ts';

/**
 * The header's cell that names a column. R's write.table leaves the name of the row names out, so that each name stands
 * one cell before its column; the row names' own place is then the first cell's.
 */
export function headerCellOf({ columns }: Pick<Profile, 'columns'>, header: Row, column: number): number {
  const [first, second] = columns;
  const isShort = first?.name === '' && header.cell(0) !== '' && second?.name === header.cell(0);
  return isShort ? Math.max(0, column - 1) : column;
}
