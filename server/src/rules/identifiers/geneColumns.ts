import type { Column, Profile } from '../../profiles/profile.ts';
import { textColumns } from '../columnKinds.ts';

/** A column that names genes. */
export interface GeneColumn {
  readonly index: number;
  /** True where the layout or the column's name says so, not only the form of its cells. */
  readonly stated: boolean;
  /** True where the table's features are identified by it, so that no other column annotates them by it. */
  readonly identifies: boolean;
}

/** Names of columns of gene symbols, in small letters without what parts the words: `Gene names`, `PG.Genes`, `hgnc_symbol`. */
const nameOfSymbols =
  /^(?:(?:pg|external|associated|official|hgnc|mgi|rgd|entrez|approved)?(?:genes?|genesymbols?|genenames?|geneshortnames?|symbols?))$/;

/**
 * The columns that name genes, with the symbols that GTEx and others put into `Description` of a GCT table.
 * Silent: sample sheets; columns that name samples or describe them; identities that are lipids, metabolites, or proteins
 * by accession; with samples in rows there is none, since the header names the features.
 */
export function geneColumns(profile: Profile): readonly GeneColumn[] {
  const { identity, rowKey, shape, columns, layout } = profile;
  if (shape === 'sample-sheet' || shape === 'samples-in-rows') return [];
  const text = new Set(textColumns(profile));
  const found = columns
    .filter(({ index, role }) => text.has(index) && (role === 'key' || role === 'annotation'))
    .filter(({ name }) => namesSymbols(name) || (layout === 'gct' && name === 'Description'))
    .map(({ index, name }) => ({ index, stated: namesSymbols(name), identifies: index === identity?.column }));
  const own = identity?.column ?? rowKey[0] ?? -1;
  const stated = identity?.kind === 'gene';
  if (!text.has(own) || !mayNameGenes(profile) || found.some(({ index }) => index === own)) return found;
  return [{ index: own, stated, identifies: true }, ...found];
}

/** With samples in rows: the columns whose header cell alone is the name of a feature that may be a gene. */
export function geneHeaderColumns(profile: Profile): readonly Column[] {
  const { shape, columns } = profile;
  if (shape !== 'samples-in-rows' || !mayNameGenes(profile)) return [];
  return columns.filter(({ role, feature, name }) => role === 'value' && (feature ?? name).trim() === name.trim());
}

function mayNameGenes({ identity, omicsType }: Profile): boolean {
  if (omicsType === 'lipidomics' || omicsType === 'metabolomics') return false;
  return identity === null || identity.kind === 'gene' || (identity.kind === 'protein' && identity.namespace === null);
}

function namesSymbols(name: string): boolean {
  return nameOfSymbols.test(name.toLowerCase().replace(/[^a-z]/g, ''));
}
