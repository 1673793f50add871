import { fragpipeQuantities, fragpipeValues } from '../fragpipeQuantities.ts';
import { gridOf } from '../grid.ts';
import { findColumn, presentNames } from '../headerName.ts';
import type { Layout } from '../layout.ts';
import { omicsOfLayout } from '../omicsType.ts';
import { proteinIdentity } from '../proteinIdentity.ts';
import { makeReading } from '../reading.ts';

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
/** Columns of the tables of peptides and ions, which repeat each protein. */
const ofPeptides = [
  'Peptide Sequence',
  'Modified Sequence',
  'Peptide',
  'Sequence',
  'Prev AA',
  'Next AA',
  'Peptide Length',
  'Assigned Modifications',
];

/** FragPipe's combined_protein.tsv, of both ages. Sources: as of {@link fragpipeQuantities}. */
export const fragpipeCombinedProtein: Layout = {
  name: 'fragpipe-combined-protein',
  recognize(head) {
    const grid = gridOf(head);
    const ids = presentNames(grid.index, ['Protein ID', 'Entry Name']);
    const found = presentNames(grid.index, marks);
    if (ids.length === 0 || found.length < (ids.length === 2 ? 1 : fewestMarks)) return null;
    if (presentNames(grid.index, ofPeptides).length > 0) return null;
    const values = fragpipeValues(grid);
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
      quantities: fragpipeQuantities,
      identity: proteinIdentity(grid, key, null),
    });
  },
};
