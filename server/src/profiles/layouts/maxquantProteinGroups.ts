import { gridOf } from '../grid.ts';
import { findColumn, presentNames } from '../headerName.ts';
import type { Layout } from '../layout.ts';
import { maxquantGroupMarks } from '../markConventions.ts';
import { maxquantQuantities, maxquantValues } from '../maxquantQuantities.ts';
import { omicsOfLayout } from '../omicsType.ts';
import { proteinIdentity } from '../proteinIdentity.ts';
import { makeReading } from '../reading.ts';

const marks = [
  'Peptide counts (all)',
  'Peptide counts (razor+unique)',
  'Fasta headers',
  'Number of proteins',
  'Razor + unique peptides',
  'Unique peptides',
  'Unique + razor sequence coverage [%]',
  'Only identified by site',
  'Reverse',
  'Potential contaminant',
  'Mol. weight [kDa]',
  'Sequence lengths',
  'Peptide is razor',
  'Mod. peptide IDs',
  'Evidence IDs',
];
const fewestMarks = 3;

/** MaxQuant's proteinGroups.txt. Sources: as of {@link maxquantQuantities}. */
export const maxquantProteinGroups: Layout = {
  name: 'maxquant-protein-groups',
  recognize(head) {
    const grid = gridOf(head);
    const ids = presentNames(grid.index, ['Protein IDs', 'Majority protein IDs']);
    const found = presentNames(grid.index, marks);
    if (ids.length === 0) return null;
    const values = maxquantValues(grid, ids.length === 2 && found.length >= fewestMarks);
    // No other tool writes LFQ intensities beside such ids, so a table cut down to these is MaxQuant's too.
    const labelFree = values.filter(({ quantity }) => quantity.name === 'LFQ intensity').length;
    if (ids.length === 1 && found.length < fewestMarks && labelFree < 2) return null;
    if (values.length === 0) return null;
    const key = findColumn(grid.index, 'Protein IDs', 'Majority protein IDs');
    const primary = maxquantQuantities.find((quantity) => values.some((value) => value.quantity === quantity));
    return makeReading({
      grid,
      confidence: ids.length === 2 ? 0.97 : 0.85,
      evidence: `Because of the columns ${[...ids, ...found.slice(0, 2)].join(', ')} and those that begin with ${primary?.words}.`,
      shape: 'features-in-rows',
      ...omicsOfLayout('proteomics', 'MaxQuant'),
      marks: maxquantGroupMarks,
      rowKey: [key],
      values,
      quantities: maxquantQuantities,
      identity: proteinIdentity(grid, key, ';'),
    });
  },
};
