import type { Profile } from '../../profiles/profile.ts';
import { textColumns } from '../columnKinds.ts';

/** The column that identifies proteins. */
export interface ProteinColumn {
  readonly cell: number;
  /** What separates the members of a group: the column's own, else the semicolon. */
  readonly separator: string;
  /** True where at least nine in ten of its ids are accessions of UniProt, which is told by the column, never by a cell. */
  readonly ofUniprot: boolean;
}

/** The column of the table's own protein ids; null where proteins don't identify its features, or only in the header. */
export function proteinColumn(profile: Profile): ProteinColumn | null {
  const { identity, shape } = profile;
  if (shape === 'sample-sheet' || identity?.kind !== 'protein') return null;
  if (!textColumns(profile).includes(identity.column)) return null;
  const { column, namespace, groupSeparator } = identity;
  return { cell: column, separator: groupSeparator ?? ';', ofUniprot: namespace === 'uniprot' };
}
