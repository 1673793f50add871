import { type AffixedQuantity, affixedColumns } from '../affixedColumns.ts';
import { type Grid, gridOf } from '../grid.ts';
import { findColumn, presentNames } from '../headerName.ts';
import type { Layout } from '../layout.ts';
import { omicsOfLayout } from '../omicsType.ts';
import { proteinIdentity } from '../proteinIdentity.ts';
import { makeReading, type ValuePlan } from '../reading.ts';

/**
 * What MaxQuant gives for each sample, by rank. An intensity of 0 means "not detected"; a count of 0 is a count.
 * Source: MaxQuant's tables.pdf (proteinGroups); Cox et al. 2014, doi 10.1074/mcp.M113.031591 (LFQ).
 */
const quantities: readonly AffixedQuantity[] = [
  { words: 'LFQ intensity', name: 'LFQ intensity', zeroIsMissing: true, scale: 'linear' },
  { words: 'Reporter intensity corrected', name: 'Reporter intensity corrected', zeroIsMissing: true, scale: 'linear' },
  { words: 'Intensity', name: 'Intensity', zeroIsMissing: true, scale: 'linear' },
  { words: 'iBAQ', name: 'iBAQ', zeroIsMissing: true, scale: 'linear' },
  { words: 'Reporter intensity', name: 'Reporter intensity', zeroIsMissing: true, scale: 'linear' },
  { words: 'Ratio H/L normalized', name: 'Ratio H/L normalized', scale: 'linear' },
  { words: 'Ratio M/L normalized', name: 'Ratio M/L normalized', scale: 'linear' },
  { words: 'Ratio H/M normalized', name: 'Ratio H/M normalized', scale: 'linear' },
  { words: 'Top3', name: 'Top3', zeroIsMissing: true, scale: 'linear' },
  { words: 'Reporter intensity count', name: 'Reporter intensity count', kind: 'count', scale: 'linear' },
  { words: 'MS/MS count', name: 'MS/MS count', kind: 'count', scale: 'linear' },
  { words: 'Peptides', name: 'Peptides', kind: 'count', scale: 'linear' },
  { words: 'Razor + unique peptides', name: 'Razor + unique peptides', kind: 'count', scale: 'linear' },
  { words: 'Unique peptides', name: 'Unique peptides', kind: 'count', scale: 'linear' },
];

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

/** MaxQuant's proteinGroups.txt. Sources: as of its quantities. */
export const maxquantProteinGroups: Layout = {
  name: 'maxquant-protein-groups',
  recognize(head) {
    const grid = gridOf(head);
    const ids = presentNames(grid.index, ['Protein IDs', 'Majority protein IDs']);
    const found = presentNames(grid.index, marks);
    if (ids.length === 0) return null;
    const values = valuesOf(grid, ids.length === 2 && found.length >= fewestMarks);
    // No other tool writes LFQ intensities beside such ids, so a table cut down to these is MaxQuant's too.
    const labelFree = values.filter(({ quantity }) => quantity.name === 'LFQ intensity').length;
    if (ids.length === 1 && found.length < fewestMarks && labelFree < 2) return null;
    if (values.length === 0) return null;
    const key = findColumn(grid.index, 'Protein IDs', 'Majority protein IDs');
    const primary = quantities.find((quantity) => values.some((value) => value.quantity === quantity));
    return makeReading({
      grid,
      confidence: ids.length === 2 ? 0.97 : 0.85,
      evidence: `Because of the columns ${[...ids, ...found.slice(0, 2)].join(', ')} and those that begin with ${primary?.words}.`,
      shape: 'features-in-rows',
      ...omicsOfLayout('proteomics', 'MaxQuant'),
      rowKey: [key],
      values,
      quantities,
      identity: proteinIdentity(grid, key, ';'),
    });
  },
};

/** Without named experiments MaxQuant writes the total `Intensity` only, which then is the one sample's. */
function valuesOf(grid: Grid, certain: boolean): readonly ValuePlan[] {
  const values = withoutTotals(affixedColumns(grid, 'prefix', quantities));
  if (values.some((value) => value.quantity.zeroIsMissing) || !certain) return values;
  const total = findColumn(grid.index, 'Intensity');
  const quantity = quantities.find(({ words }) => words === 'Intensity');
  return total < 0 || quantity === undefined ? values : [{ index: total, quantity, sample: 'Intensity' }, ...values];
}

/** The sums over all experiments: of a label state (`Intensity H`), of a reporter channel (`… corrected 1`), of iBAQ's peptides. */
function withoutTotals(values: readonly ValuePlan[]): readonly ValuePlan[] {
  const within = (value: ValuePlan): boolean =>
    values.some((other) => other.quantity === value.quantity && other.sample?.startsWith(`${value.sample} `));
  return values.filter((value) => {
    if (value.sample === 'peptides' && value.quantity.name === 'iBAQ') return false;
    return !(/^(?:[LMH]|\d{1,2})$/.test(value.sample ?? '') && within(value));
  });
}
