import { contentOf } from './columnContent.ts';
import type { Grid } from './grid.ts';
import { fileNameWords } from './omicsType.ts';
import { largestLogarithm } from './plainReading.ts';
import type { QuantityPlan } from './reading.ts';

/** What the words of a file's name say that it holds, by rank: counts scaled by length are counts. */
const spoken: readonly (readonly [readonly string[], QuantityPlan])[] = [
  [['tpm'], { name: 'TPM', scale: 'linear' }],
  [['fpkm'], { name: 'FPKM', scale: 'linear' }],
  [['rpkm'], { name: 'RPKM', scale: 'linear' }],
  [['counts', 'count', 'reads'], { name: 'counts', kind: 'count', scale: 'linear' }],
  [['length', 'lengths'], { name: 'length', scale: 'linear' }],
];

/**
 * The estimate that a merged table of expression holds, as its file's name tells where its columns don't
 * (`salmon.merged.gene_tpm.tsv`, `rsem.merged.gene_counts.tsv`, `gene_counts_length_scaled.tsv`); null where it says nothing.
 * Source: nf-core/rnaseq, "Output"; GTEx portal, names of its downloads.
 */
export function quantityOfFileName(fileName: string): QuantityPlan | null {
  const words = fileNameWords(fileName);
  return spoken.find(([names]) => names.some((name) => words.includes(name)))?.[1] ?? null;
}

/** The same, and where the name says nothing counts where most numbers of these columns are whole. */
export function mergedQuantity(grid: Grid, columns: readonly number[]): QuantityPlan {
  const named = quantityOfFileName(grid.head.name);
  if (named !== null) return named;
  const content = contentOf(grid);
  const numbers = columns.reduce((sum, column) => sum + (content[column]?.numbers ?? 0), 0);
  const whole = columns.reduce((sum, column) => sum + (content[column]?.whole ?? 0), 0);
  return whole >= numbers / 2 ? { name: 'counts', kind: 'count', scale: 'linear' } : { name: null, scale: 'linear' };
}

/** True where a number in these columns is too large to be a logarithm of anything measured. */
export function isBeyondLogarithms(grid: Grid, columns: readonly number[]): boolean {
  const content = contentOf(grid);
  return columns.some((column) => (content[column]?.max ?? 0) > largestLogarithm);
}
