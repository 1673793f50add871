import { nameOfTaxon } from './organismNames.ts';

/** An organism and in what share of the rows it stands. */
export interface OrganismShare {
  /** NCBI taxon; null where the organism is named and not known. */
  readonly taxon: number | null;
  readonly name: string;
  /** Of the rows looked at, 0 to 1; a row of a group of proteins may stand for several organisms. */
  readonly share: number;
}

/** Which organism a table is about, as it tells itself or a person said. */
export interface Organism {
  /** NCBI taxon; null where several organisms stand in the table, or too few rows name one. */
  readonly taxon: number | null;
  /** Scientific name; null where `taxon` is. */
  readonly name: string | null;
  /** Those that the table names, the largest share first; empty where a person said it. */
  readonly shares: readonly OrganismShare[];
  /** One sentence: because of what. */
  readonly evidence: string;
}

/** The organism that a person says a table is about. */
export function saidOrganism(taxon: number): Organism {
  return { taxon, name: nameOfTaxon(taxon), shares: [], evidence: 'A person said so.' };
}
