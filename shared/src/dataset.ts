/**
 * The words of the field that client, server and pages share: omics types, shapes, quantities, roles, scales.
 */

/** The four kinds of omics tables; null where a table does not tell. */
export const omicsTypes = ['lipidomics', 'metabolomics', 'proteomics', 'transcriptomics'] as const;
export type OmicsType = (typeof omicsTypes)[number];

/**
 * How a table is laid out. `features-in-rows`: a row a feature, a column a sample; `samples-in-rows`: the other way
 * round; `long`: a row a measurement; `results`: statistics of a comparison; `sample-sheet`: a row a sample, nothing
 * measured; `annotation`: identifiers and properties, nothing measured.
 */
export const shapes = [
  'features-in-rows',
  'samples-in-rows',
  'long',
  'results',
  'sample-sheet',
  'annotation',
  'unknown',
] as const;
export type Shape = (typeof shapes)[number];

/** Character encodings that tables come in; `windows-1252` wherever it decodes, `iso-8859-1` only where it does not. */
export const encodings = ['utf-8', 'utf-8-bom', 'utf-16le', 'utf-16be', 'windows-1252', 'iso-8859-1'] as const;
export type Encoding = (typeof encodings)[number];

/** The field separators that a table may have. */
export const delimiters = [',', '\t', ';', '|'] as const;
export type Delimiter = (typeof delimiters)[number];

/** On which scale a column's values are. */
export const scales = ['linear', 'log2', 'log10', 'ln', 'vst', 'unknown'] as const;
export type Scale = (typeof scales)[number];

/** What kind of thing a feature is. */
export const featureKinds = ['lipid', 'metabolite', 'protein', 'gene'] as const;
export type FeatureKind = (typeof featureKinds)[number];

/** Where an identifier of a known form comes from. */
export const idNamespaces = ['ensembl', 'uniprot', 'hmdb', 'kegg', 'chebi', 'inchikey', 'lipidmaps'] as const;
export type IdNamespace = (typeof idNamespaces)[number];

/**
 * Why a stored value is not the plain number of its cell, or why it is missing.
 * Source: Limits of detection and quantification as vendors' exports write them (`<LOD`, `>ULOQ`, Spectronaut's
 * `Filtered`), and MaxQuant's and FragPipe's convention that an intensity of 0 means "not detected".
 */
export const valueFlags = [
  'belowLod',
  'aboveUloq',
  'filtered',
  'zeroAsMissing',
  'nonFinite',
  /** A number written otherwise than the rest of the table: a decimal comma, a thousands separator. */
  'otherNotation',
  /** Text where a number is usual; kept as written, stored as missing. */
  'unread',
  /** A cell that a person says stands for a missing value (`-999`). */
  'saidMissing',
] as const;
export type ValueFlag = (typeof valueFlags)[number];

/**
 * In which order datasets are listed: `created` and `updated` the newest first, `name` by alphabet, `features` the most
 * first.
 */
export const datasetSorts = ['updated', 'created', 'name', 'features'] as const;
export type DatasetSort = (typeof datasetSorts)[number];

/**
 * What a search engine says of a row besides what it measured: `contaminant`: a protein that comes with the handling, as
 * keratin and trypsin; `decoy`: an entry that can't be there, by which false hits are counted; `only-by-site`: a protein
 * that only peptides with a modification tell of. Several may hold of one row.
 */
export const rowMarks = ['contaminant', 'decoy', 'only-by-site'] as const;
export type RowMark = (typeof rowMarks)[number];
