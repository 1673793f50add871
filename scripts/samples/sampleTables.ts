import { makeGeneTable } from './geneTable.ts';
import { makeLipidTable } from './lipidTable.ts';
import { makeMetaboliteTable } from './metaboliteTable.ts';
import { makeProteinTable } from './proteinTable.ts';

/** A table that the project ships: simulated values, real names. */
export interface SampleTable {
  readonly file: string;
  /** It has findings that block, so `npm start` ingests it with `--allow-errors`. */
  readonly blocks: boolean;
  /** Its text, the same at every call. */
  make(): string;
}

/** One table for each omics type. */
export const sampleTables: readonly SampleTable[] = [
  { file: 'plasma_lipids_msdial.txt', blocks: false, make: makeLipidTable },
  { file: 'serum_metabolites.csv', blocks: false, make: makeMetaboliteTable },
  { file: 'liver_proteinGroups.txt', blocks: false, make: makeProteinTable },
  { file: 'lung_gene_counts.tsv', blocks: true, make: makeGeneTable },
];
