import { recognizeId } from '../identifiers/knownIds.ts';

/**
 * Ids of genes that model organism databases give out: FlyBase, WormBase, TAIR, SGD, MGI, HGNC, ZFIN, RefSeq, and
 * NCBI's LOC numbers.
 * Sources: the databases' nomenclature pages; RefSeq, https://www.ncbi.nlm.nih.gov/refseq/about/.
 */
const databaseGene =
  /^(?:FBgn\d{7}|WBGene\d{8}|AT[1-5MC]G\d{5}(?:\.\d+)?|Y[A-P][LR]\d{3}[WC](?:-[A-Z])?|MGI:\d+|HGNC:\d+|ZDB-GENE-\d{6}-\d+|[NX][MR]_\d+(?:\.\d+)?|LOC\d+)$/;

/**
 * The form of a gene symbol: human in capitals (HGNC guidelines, Bruford et al. 2020, doi 10.1038/s41588-020-0669-3),
 * mouse and rat with a capital first letter (MGI guidelines), clone-based names with a version (`CU104787.1`), readings
 * such as `1700001C02Rik`.
 */
const symbol = /^(?:[A-Za-z][A-Za-z0-9]{1,11}(?:[-.@_/][A-Za-z0-9]{1,8}){0,3}|\d{7}[A-Z]\d{2}Rik)$/;
/** Words, peptide sequences and the like, which are too long for a symbol without a digit. */
const longWord = /^[A-Za-z]{9,}$/;
/** Names that files number themselves: `S1`, `C0001`, `FT0001`, `M374T316`, `sample_3`. */
const numbered =
  /^([A-Za-z]{1,2}\d{3,}|[A-Za-z]\d{1,2}|M\d+T\d+(?:_\d+)?|(?:sample|ctrl|control|row|id|feature|peak|gene)[-_. ]?\d+)$/i;

/** Fewer symbols than this may be any words. */
const fewestSymbols = 5;

/** True where a cell alone is an id of a gene or transcript in a database. */
export function isGeneId(cell: string): boolean {
  const first = cell.split(/[|]/, 1)[0] ?? '';
  return databaseGene.test(first) || recognizeId('ensembl', first) !== null;
}

/** True where a cell is the id of a gene or has the form of a gene symbol, which other words have too. */
export function mayBeGene(cell: string): boolean {
  return isGeneId(cell) || maySymbol(cell);
}

/** Share of cells that are gene ids or may be gene symbols, 0 to 1. */
export function geneShare(cells: readonly string[]): number {
  return cells.length === 0 ? 0 : cells.filter(mayBeGene).length / cells.length;
}

/**
 * True where a column can only be gene symbols or ids although its name does not say so: nearly every cell has the form,
 * some have digits (gene families are numbered), and they don't share the few beginnings of names that a file numbers
 * by itself.
 */
export function areGenes(cells: readonly string[]): boolean {
  if (cells.length === 0 || geneShare(cells) < 0.8) return false;
  if (cells.filter(isGeneId).length >= cells.length * 0.8) return true;
  if (cells.length < fewestSymbols) return false;
  const symbols = cells.filter(maySymbol);
  const withDigit = symbols.filter((cell) => /\d/.test(cell)).length;
  const beginnings = new Set(symbols.map((cell) => /^[A-Za-z]*/.exec(cell)?.[0].toUpperCase()));
  return withDigit >= symbols.length * 0.2 && beginnings.size >= Math.max(3, symbols.length * 0.3);
}

function maySymbol(cell: string): boolean {
  const first = cell.split(/[|]/, 1)[0] ?? '';
  return symbol.test(first) && !longWord.test(first) && !numbered.test(first);
}
