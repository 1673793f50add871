import type { RowMark } from '#shared/dataset.ts';
import type { MarkingMembers } from './profile.ts';

/** A column of protein ids whose prefixes mark rows. */
export interface IdConvention {
  readonly name: string;
  /** Which members make a group a contaminant; a decoy is a group of nothing else. */
  readonly contaminantBy: MarkingMembers;
}

/** How a tool marks contaminants, decoys and proteins identified only by site; names of columns as the tool writes them. */
export interface MarkConvention {
  /** The tool's own columns of each mark, by rank; where it has one, no prefix tells that mark. */
  readonly columns: Readonly<Partial<Record<RowMark, readonly string[]>>>;
  /** Columns whose ids have prefixes, by rank. */
  readonly ids: readonly IdConvention[];
}

/**
 * Prefixes of ids by mark. A case of their own, because `REV_HV1H2` is UniProt's name of a protein of HIV: MaxQuant and
 * AlphaPept `CON__`, `REV__`; Philosopher and FragPipe `contam_`, `rev_`, Sage `rev_`; the libraries of Frankenfield et al.
 * `Cont_`, which DIA-NN leaves out of its quantities; OpenMS and Comet `DECOY_`; MS-GF+ `XXX_`; Mascot `###REV###`,
 * `###RND###`.
 * Sources: MaxQuant's tables.pdf, "proteinGroups.txt"; AlphaPept documentation, "fasta"; Philosopher wiki, "Database";
 * Frankenfield et al. 2022, doi 10.1021/acs.jproteome.2c00145, and DIA-NN's README, "Contaminants"; OpenMS
 * documentation, "DecoyDatabase"; Comet's parameter `decoy_prefix`; MS-GF+ documentation, `-decoy`; Mascot help, "Decoy
 * databases".
 */
export const idPrefixes: Readonly<Record<Exclude<RowMark, 'only-by-site'>, readonly string[]>> = {
  contaminant: ['CON__', 'contam_', 'Cont_'],
  decoy: ['REV__', 'rev_', 'DECOY_', 'XXX_', '###REV###', '###RND###'],
};

const maxquantColumns = {
  // Before version 1.5 the column was called Contaminant.
  contaminant: ['Potential contaminant', 'Contaminant'],
  decoy: ['Reverse'],
  'only-by-site': ['Only identified by site'],
} as const;

/**
 * MaxQuant writes `+` into columns of its own. Where these are left out: in two published tables (1,730 groups) the `+` of
 * a contaminant stands exactly where any of the majority proteins has `CON__`; of all proteins of a group, only the first
 * being one is sure. A reverse group had nothing but `REV__` in it.
 * Source: MaxQuant's tables.pdf (https://cox-labs.github.io/coxdocs/output_tables.html), "Protein groups".
 */
export const maxquantGroupMarks: MarkConvention = {
  columns: maxquantColumns,
  ids: [
    { name: 'Majority protein IDs', contaminantBy: 'any' },
    { name: 'Protein IDs', contaminantBy: 'first' },
  ],
};

/** Of MaxQuant's tables of peptides and evidence. Source: as above, "Peptides", "Evidence". */
export const maxquantPeptideMarks: MarkConvention = {
  columns: maxquantColumns,
  ids: [{ name: 'Leading razor protein', contaminantBy: 'every' }],
};

/** MaxQuant's columns as Perseus keeps them, older versions with the letter of the type before the name. Source: as of the layout. */
export const perseusMarks: MarkConvention = {
  columns: {
    contaminant: ['Potential contaminant', 'C: Potential contaminant', 'Contaminant', 'C: Contaminant'],
    decoy: ['Reverse', 'C: Reverse'],
    'only-by-site': ['Only identified by site', 'C: Only identified by site'],
  },
  ids: [
    { name: 'Majority protein IDs', contaminantBy: 'any' },
    { name: 'T: Majority protein IDs', contaminantBy: 'any' },
    { name: 'Protein IDs', contaminantBy: 'first' },
    { name: 'T: Protein IDs', contaminantBy: 'first' },
  ],
};

/**
 * Proteome Discoverer's `Contaminant`, `True` or `False`, on its pages of proteins and of spectrum matches.
 * Source: einprot's documentation, "Proteome Discoverer workflow", whose filter it is.
 */
export const proteomeDiscovererMarks: MarkConvention = {
  columns: { contaminant: ['Contaminant'] },
  ids: [
    { name: 'Accession', contaminantBy: 'every' },
    { name: 'Master Protein Accessions', contaminantBy: 'every' },
  ],
};

/** DIA-NN's `Decoy`, 0 or 1, since 2.0. Source: DIA-NN's README, "Main output reference", `--report-decoys`. */
export const diannMarks: MarkConvention = {
  columns: { decoy: ['Decoy'] },
  ids: [{ name: 'Protein.Group', contaminantBy: 'every' }],
};

/** Spectronaut's `EG.IsDecoy`, `True` or `False`. Source: Spectronaut manual, "Report schema". */
export const spectronautMarks: MarkConvention = {
  columns: { decoy: ['EG.IsDecoy'] },
  ids: [
    { name: 'PG.ProteinGroups', contaminantBy: 'every' },
    { name: 'PG.ProteinAccessions', contaminantBy: 'every' },
  ],
};

/** Skyline's names for whether a precursor is a decoy. Source: Skyline's `PeakBoundaryImporter`, standard field names. */
export const skylineMarks: MarkConvention = {
  columns: { decoy: ['Precursor Is Decoy', 'Is Decoy', 'Decoy'] },
  ids: [
    { name: 'Protein Name', contaminantBy: 'every' },
    { name: 'Protein', contaminantBy: 'every' },
  ],
};

/** The input of MSstats keeps the names that the tool before it gave. Source: as of the layout. */
export const msstatsMarks: MarkConvention = {
  columns: {},
  ids: [{ name: 'ProteinName', contaminantBy: 'every' }],
};
