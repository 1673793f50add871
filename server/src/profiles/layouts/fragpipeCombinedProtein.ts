import { type AffixedQuantity, affixedColumns } from '../affixedColumns.ts';
import { gridOf } from '../grid.ts';
import { findColumn, presentNames } from '../headerName.ts';
import type { Layout } from '../layout.ts';
import { omicsOfLayout } from '../omicsType.ts';
import { proteinIdentity } from '../proteinIdentity.ts';
import { makeReading } from '../reading.ts';

/**
 * What IonQuant and Philosopher give for each sample, by rank; older versions tell razor, unique and total apart. An
 * intensity of 0 means "not quantified". Source: FragPipe documentation, "combined_protein.tsv"; Yu et al. 2021,
 * doi 10.1016/j.mcpro.2021.100077.
 */
const quantities: readonly AffixedQuantity[] = [
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
];

const marks = [
  'Protein',
  'Gene',
  'Gene Names',
  'Protein Length',
  'Organism',
  'Protein Existence',
  'Protein Probability',
  'Top Peptide Probability',
  'Combined Total Peptides',
  'Combined Spectral Count',
  'Combined Total Spectral Count',
  'Indistinguishable Proteins',
];
const fewestMarks = 3;

/** FragPipe's combined_protein.tsv, of both ages. Sources: as of its quantities. */
export const fragpipeCombinedProtein: Layout = {
  name: 'fragpipe-combined-protein',
  recognize(head) {
    const grid = gridOf(head);
    const ids = presentNames(grid.index, ['Protein ID', 'Entry Name']);
    const found = presentNames(grid.index, marks);
    if (ids.length === 0 || found.length < (ids.length === 2 ? 1 : fewestMarks)) return null;
    // combined_peptide.tsv and combined_ion.tsv repeat each protein.
    if (findColumn(grid.index, 'Peptide Sequence', 'Modified Sequence', 'Peptide') >= 0) return null;
    const values = affixedColumns(grid, 'suffix', quantities, (sample) => !/^(?:combined|summarized)$/i.test(sample));
    if (values.length === 0) return null;
    const key = findColumn(grid.index, 'Protein', 'Protein ID', 'Entry Name');
    return makeReading({
      grid,
      confidence: ids.length === 2 ? 0.96 : 0.85,
      evidence: `Because of the columns ${[...ids, ...found.slice(0, 3)].join(', ')} and those that end with Intensity or Spectral Count.`,
      shape: 'features-in-rows',
      ...omicsOfLayout('proteomics', 'FragPipe'),
      rowKey: [key],
      values,
      quantities,
      identity: proteinIdentity(grid, key, null),
    });
  },
};

function intensity(words: string): AffixedQuantity {
  return { words, name: words, zeroIsMissing: true, scale: 'linear' };
}

function count(words: string): AffixedQuantity {
  return { words, name: words, kind: 'count', scale: 'linear' };
}
