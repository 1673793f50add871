import { contentOf } from '../columnContent.ts';
import { fragpipeQuantities, fragpipeValues } from '../fragpipeQuantities.ts';
import { type Grid, gridOf } from '../grid.ts';
import { findColumn, presentNames } from '../headerName.ts';
import type { Layout } from '../layout.ts';
import { fragpipeMarks } from '../markConventions.ts';
import { omicsOfLayout } from '../omicsType.ts';
import { makeReading } from '../reading.ts';
import { columnOfPeptides } from '../renamedColumn.ts';

const marks = [
  'Prev AA',
  'Next AA',
  'Peptide Length',
  'Charges',
  'Charge States',
  'M/Z',
  'Charge',
  'Compensation Voltage',
  'Assigned Modifications',
  'Protein ID',
  'Entry Name',
  'Protein Description',
  'Mapped Genes',
  'Mapped Proteins',
];
const fewestMarks = 5;
const fewestCertain = 7;

/**
 * FragPipe's combined_peptide.tsv, combined_modified_peptide.tsv and combined_ion.tsv: a row a peptide, a peptide with its
 * modifications, or one of its ions, kept at that level and never rolled up to proteins. Sources: as of
 * {@link fragpipeQuantities}.
 */
export const fragpipeCombinedPeptide: Layout = {
  name: 'fragpipe-combined-peptide',
  recognize(head) {
    const grid = gridOf(head);
    const found = presentNames(grid.index, marks);
    if (found.length < fewestMarks) return null;
    const named = findColumn(grid.index, 'Modified Sequence', 'Peptide Sequence', 'Peptide', 'Sequence');
    const sequence = named < 0 && found.length >= fewestCertain ? columnOfPeptides(grid) : named;
    const values = fragpipeValues(grid);
    const primary = fragpipeQuantities.find((quantity) => values.some((value) => value.quantity === quantity));
    if (sequence < 0 || primary === undefined) return null;
    return makeReading({
      grid,
      confidence: named >= 0 && found.length >= fewestCertain ? 0.95 : 0.85,
      evidence: `Because of the columns ${[grid.names[sequence], ...found.slice(0, 4)].join(', ')} and those that end with ${primary.words}.`,
      shape: 'features-in-rows',
      ...omicsOfLayout('proteomics', 'FragPipe'),
      marks: fragpipeMarks,
      rowKey: [sequence, ...ionOf(grid)],
      values,
      quantities: fragpipeQuantities,
      // A peptide is kept at its own level; it is no protein.
      identity: null,
    });
  },
};

/** What tells the ions of a peptide apart: the charge, and with FAIMS the voltage. */
function ionOf(grid: Grid): readonly number[] {
  const charge = findColumn(grid.index, 'Charge');
  const voltage = findColumn(grid.index, 'Compensation Voltage');
  const several = (contentOf(grid)[voltage]?.distinct ?? 0) > 1;
  return [charge, ...(several ? [voltage] : [])].filter((at) => at >= 0);
}
