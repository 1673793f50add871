import { type AffixedQuantity, affixedColumns } from './affixedColumns.ts';
import type { Grid } from './grid.ts';
import type { ValuePlan } from './reading.ts';

/**
 * What IonQuant and Philosopher give for each sample, by rank; older versions tell razor, unique and total apart. An
 * intensity of 0 means "not quantified". Source: FragPipe documentation, "combined_protein.tsv", "combined_peptide.tsv" and
 * "combined_ion.tsv"; Yu et al. 2021, doi 10.1016/j.mcpro.2021.100077.
 */
export const fragpipeQuantities: readonly AffixedQuantity[] = [
  intensity('MaxLFQ Intensity'),
  intensity('MaxLFQ Razor Intensity'),
  intensity('MaxLFQ Unique Intensity'),
  intensity('MaxLFQ Total Intensity'),
  intensity('Intensity'),
  intensity('Razor Intensity'),
  intensity('Unique Intensity'),
  intensity('Total Intensity'),
  count('Spectral Count'),
  count('Razor Spectral Count'),
  count('Unique Spectral Count'),
  count('Total Spectral Count'),
  count('Razor Ion Count'),
  count('Unique Ion Count'),
  count('Total Ion Count'),
  { words: 'Apex Retention Time', name: 'Apex Retention Time', scale: 'linear' },
];

/** The measured columns of one of FragPipe's combined tables, without the sums over all samples. */
export function fragpipeValues(grid: Grid): readonly ValuePlan[] {
  return affixedColumns(grid, 'suffix', fragpipeQuantities, (sample) => !/^(?:combined|summarized)$/i.test(sample));
}

function intensity(words: string): AffixedQuantity {
  return { words, name: words, zeroIsMissing: true, scale: 'linear' };
}

function count(words: string): AffixedQuantity {
  return { words, name: words, kind: 'count', scale: 'linear' };
}
