import type { FeatureKind, IdNamespace, OmicsType } from '#shared/dataset.ts';
import { namespaceOf } from '../identifiers/columnNamespace.ts';
import type { Identity } from './profile.ts';

/** What kind of thing the ids of a namespace are; a chemical is a metabolite also where it is a lipid, so that it is one feature. */
const kindOfNamespace: Readonly<Record<IdNamespace, FeatureKind>> = {
  ensembl: 'gene',
  uniprot: 'protein',
  hmdb: 'metabolite',
  kegg: 'metabolite',
  chebi: 'metabolite',
  inchikey: 'metabolite',
  lipidmaps: 'lipid',
};

const kindOfOmics: Readonly<Record<OmicsType, FeatureKind>> = {
  lipidomics: 'lipid',
  metabolomics: 'metabolite',
  proteomics: 'protein',
  transcriptomics: 'gene',
};

/** The namespace of cells and what separates the members of a group in them. */
export interface CellIds {
  readonly namespace: IdNamespace | null;
  readonly groupSeparator: string | null;
}

/** Tells the namespace of cells; a `;` or `,` separates members only where splitting gives ids of a known form. */
export function idsOf(cells: readonly string[]): CellIds {
  for (const separator of [';', ',']) {
    if (!cells.some((cell) => cell.includes(separator))) continue;
    const namespace = namespaceOf(cells, { groupSeparator: separator });
    if (namespace !== null) return { namespace, groupSeparator: separator };
  }
  return { namespace: namespaceOf(cells), groupSeparator: null };
}

/** The identity of the features in a column (-1: in the header); null where neither ids nor the omics type say what they are. */
export function identityOf(
  column: number,
  ids: CellIds,
  omicsType: OmicsType | null,
  cells: readonly string[],
): Identity | null {
  const kind = kindOf(ids.namespace, omicsType, cells);
  return kind === null ? null : { column, kind, namespace: ids.namespace, groupSeparator: ids.groupSeparator };
}

function kindOf(
  namespace: IdNamespace | null,
  omicsType: OmicsType | null,
  cells: readonly string[],
): FeatureKind | null {
  if (namespace === 'ensembl') return cells.some((cell) => /^ENS[A-Z]*P\d/.test(cell)) ? 'protein' : 'gene';
  if (namespace !== null) return kindOfNamespace[namespace];
  return omicsType === null ? null : kindOfOmics[omicsType];
}
