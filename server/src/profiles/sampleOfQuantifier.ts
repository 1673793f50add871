import { sampleOfFileName } from './sampleOfFileName.ts';

/** Names that quantifiers give their output in every sample's folder. */
const everywhere = /^(?:quant(?:\.genes)?\.sf|abundances?\.(?:tsv|txt)|(?:rsem|quant)\.(?:genes|isoforms)\.results)$/i;
/** Folders within a sample's, or above the samples', that name none. */
const shared = /^(?:|\.{1,2}|~|salmon|kallisto|rsem|quants?|quantification|outputs?|results?|data)$/i;
const ending =
  /[._-]?(?:(?:genes|isoforms)\.results|quant(?:\.genes)?\.sf|sf|abundances?\.(?:tsv|txt))(?:\.(?:txt|tsv|csv))?$/i;

/**
 * The sample of one quantifier's output. Salmon and kallisto name their file alike for all samples, so that the folder
 * names it (`S1/quant.sf`); RSEM puts the sample before its ending (`S1.genes.results`).
 */
export function sampleOfQuantifier(fileName: string): string {
  const parts = fileName.split(/[\\/]/);
  const base = parts.at(-1) ?? '';
  if (everywhere.test(base)) {
    const folder = parts.slice(0, -1).findLast((part) => !shared.test(part));
    return folder ?? sampleOfFileName(base);
  }
  const sample = base.replace(ending, '');
  return sample === base || sample === '' ? sampleOfFileName(base) : sample;
}
