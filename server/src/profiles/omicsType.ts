import { type IdNamespace, type OmicsType, omicsTypes } from '#shared/dataset.ts';
import { areGenes } from './geneNames.ts';
import { plainName } from './headerName.ts';
import { lipidShare } from './lipidNames.ts';

/** What the omics type of a table is told from. */
export interface OmicsClues {
  /** The name of the column that identifies the features; empty where it has none. */
  readonly keyName: string;
  /** Names or ids of features: cells of the key column, or header names with samples in rows. */
  readonly features: readonly string[];
  /** The namespace those are of. */
  readonly namespace: IdNamespace | null;
  /** All names of the header. */
  readonly header: readonly string[];
  /** The file's name; it decides a tie only. */
  readonly fileName: string;
}

/** The omics type of a table, how sure that is (0 to 1), and because of what; null where nothing tells. */
export interface OmicsVerdict {
  readonly omicsType: OmicsType | null;
  readonly certainty: number;
  readonly omicsEvidence: string;
}

/** The verdict that a layout alone gives. */
export function omicsOfLayout(omicsType: OmicsType, tool: string): OmicsVerdict {
  return { omicsType, certainty: 0.98, omicsEvidence: `${tool} writes ${omicsType} tables.` };
}

interface Vote {
  readonly types: readonly OmicsType[];
  readonly weight: number;
  readonly reason: string;
}

const namespaceTypes: Readonly<Record<IdNamespace, OmicsType>> = {
  ensembl: 'transcriptomics',
  uniprot: 'proteomics',
  hmdb: 'metabolomics',
  kegg: 'metabolomics',
  chebi: 'metabolomics',
  inchikey: 'metabolomics',
  lipidmaps: 'lipidomics',
};

/** What the name of a key column says. A gene may stand for its transcript or its protein, so it says both. */
const keyWords: readonly (readonly [RegExp, readonly OmicsType[]])[] = [
  [/lipid|^lmid$/, ['lipidomics']],
  [/metabolite|compound|hmdb|kegg|chebi|inchi|biochemical|analyte/, ['metabolomics']],
  [/protein|uniprot|peptide|accession/, ['proteomics']],
  [/transcript|ensembl|entrez|refseq|probeset|probeid/, ['transcriptomics']],
  [/gene|symbol/, ['transcriptomics', 'proteomics']],
];

/** What other columns say: weak, since annotation is borrowed across the omics. */
const headerWords: readonly (readonly [RegExp, OmicsType])[] = [
  [/^(?:lipid(?:class|name|ion|maps.*)?|fattyacid|lmid)$/, 'lipidomics'],
  [
    /^(?:mz|mzmed|medmz|adduct|inchikey|smiles|hmdb.*|chemicalshift|quantmass|chemicalformula|molecularformula)$/,
    'metabolomics',
  ],
  [
    /^(?:lfq.*|peptides?|peptidesequence|uniquepeptides|majorityproteinids|proteins?|proteinnames?|uniprot.*|fastaheaders)$/,
    'proteomics',
  ],
  [
    /^(?:genebiotype|genetype|biotype|transcriptid|exoncount|fastq\d*|strandedness|librarystrategy|librarylayout|tpm|fpkm|rin)$/,
    'transcriptomics',
  ],
];

/** Whole words of a file's name. */
const fileWords: Readonly<Record<OmicsType, ReadonlySet<string>>> = {
  lipidomics: new Set(['lipid', 'lipids', 'lipidome', 'lipidomic', 'lipidomics', 'ceramides', 'sphingolipids']),
  metabolomics: new Set(['metabolite', 'metabolites', 'metabolome', 'metabolomic', 'metabolomics', 'nmr', 'gcms']),
  proteomics: new Set([
    'protein',
    'proteins',
    'proteome',
    'proteomic',
    'proteomics',
    'peptide',
    'peptides',
    'lfq',
    'tmt',
    'dia',
    'phosphoproteomics',
  ]),
  transcriptomics: new Set([
    'rna',
    'rnaseq',
    'mrna',
    'transcript',
    'transcripts',
    'transcriptome',
    'transcriptomic',
    'transcriptomics',
    'gene',
    'genes',
    'expression',
    'microarray',
    'tpm',
    'fpkm',
    'counts',
  ]),
};

/**
 * Tells the omics type of a table that no layout decides: first by the features' ids and names and the key column's
 * name, then by other columns. The file's name decides only where these leave several types level (or say nothing), and
 * only by whole words.
 */
export function tellOmicsType(clues: OmicsClues): OmicsVerdict {
  const votes = [...featureVotes(clues), ...nameVotes(clues)];
  const totals = new Map<OmicsType, number>();
  for (const vote of votes) {
    for (const type of vote.types) totals.set(type, (totals.get(type) ?? 0) + vote.weight);
  }
  const most = Math.max(0, ...totals.values());
  const level = omicsTypes.filter((type) => (totals.get(type) ?? 0) === most);
  const [only] = level;
  if (level.length === 1 && only !== undefined) return verdict(only, votes, Math.min(0.95, 0.5 + most * 0.1));
  const named = level.filter((type) => fileNameWords(clues.fileName).some((word) => fileWords[type].has(word)));
  const [decided] = named;
  if (named.length === 1 && decided !== undefined) {
    const reason = `the file's name says ${decided}`;
    return verdict(decided, [...votes, { types: [decided], weight: 1, reason }], 0.5);
  }
  // Gene symbols without a word for either: tables of transcripts are far commoner than tables of proteins by symbol.
  if (most > 0 && level.includes('transcriptomics')) return verdict('transcriptomics', votes, 0.5);
  return { omicsType: null, certainty: 0, omicsEvidence: '' };
}

function verdict(type: OmicsType, votes: readonly Vote[], certainty: number): OmicsVerdict {
  const reasons = votes.filter((vote) => vote.types.includes(type)).map((vote) => vote.reason);
  return { omicsType: type, certainty, omicsEvidence: `${capital(type)} because ${reasons.join(', ')}.` };
}

function* featureVotes(clues: OmicsClues): Generator<Vote> {
  const { features, namespace } = clues;
  if (namespace !== null) {
    const type = features.some((feature) => /^ENS[A-Z]*P\d/.test(feature)) ? 'proteomics' : namespaceTypes[namespace];
    yield { types: [type], weight: 3, reason: `the features have ${namespace} ids` };
  }
  if (lipidShare(features) >= 0.5) {
    yield { types: ['lipidomics'], weight: 4, reason: 'the features have names of lipids' };
  } else if (namespace === null && areGenes(features)) {
    yield { types: ['transcriptomics', 'proteomics'], weight: 2, reason: 'the features are genes' };
  } else if (features.length > 0 && features.filter(isMassAtTime).length >= features.length * 0.8) {
    yield { types: ['metabolomics'], weight: 2, reason: 'the features are masses at retention times' };
  }
}

function* nameVotes(clues: OmicsClues): Generator<Vote> {
  const key = plainName(clues.keyName);
  const spoken = keyWords.find(([word]) => word.test(key));
  if (spoken) {
    yield { types: spoken[1], weight: 2, reason: `the features' column is called ${clues.keyName}` };
  }
  for (const [word, type] of headerWords) {
    const column = clues.header.find((name) => name !== clues.keyName && word.test(plainName(name)));
    if (column !== undefined) yield { types: [type], weight: 1, reason: `there is a column ${column}` };
  }
}

/** `M374T316`, `283.2633_22.05`, `283.2633@22.05`, `283.26/22.05`, `X283.2633_22.05`. */
function isMassAtTime(name: string): boolean {
  return /^(?:M\d+(?:\.\d+)?T\d+(?:\.\d+)?(?:_\d+)?|[Xx]?\d{2,4}\.\d+[_@/-]\d+(?:\.\d+)?(?:m\/z|n)?)$/.test(name);
}

/** The words of a file's name, split where it has no letters and at camelCase; in lower case. */
export function fileNameWords(fileName: string): readonly string[] {
  return fileName
    .replace(/^.*[\\/]/, '')
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2')
    .split(/[^\p{L}]+/u)
    .filter((word) => word !== '')
    .map((word) => word.toLowerCase());
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
