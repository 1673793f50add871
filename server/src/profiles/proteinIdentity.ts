import { sampledCells } from './columnContent.ts';
import type { Grid } from './grid.ts';
import { idsOf } from './identity.ts';
import type { Identity } from './profile.ts';

/** The identity of proteins in a column whose cells hold one or, behind the separator, several members of a group. */
export function proteinIdentity(grid: Grid, column: number, groupSeparator: string | null): Identity {
  const { namespace } = idsOf(sampledCells(grid, column));
  return { column, kind: namespace === 'ensembl' ? 'gene' : 'protein', namespace, groupSeparator };
}
