import { type Grid, gridOf } from '../grid.ts';
import { afterPrefix, findColumn, presentNames } from '../headerName.ts';
import type { Layout } from '../layout.ts';
import { maxquantPeptideMarks } from '../markConventions.ts';
import { omicsOfLayout } from '../omicsType.ts';
import { makeReading, type QuantityPlan, type ValuePlan } from '../reading.ts';

const marks = [
  'Positions within proteins',
  'Leading proteins',
  'Localization prob',
  'Score diff',
  'Amino acid',
  'Sequence window',
  'Modification window',
  'Peptide window coverage',
  'Position in peptide',
  'Score for localization',
  'Best localization evidence ID',
  'Best localization MS/MS ID',
  'Diagnostic peak',
];
const fewestMarks = 4;
const fewestCertain = 6;

/** How many modified sites the peptides had that an intensity is of; the last stands for all that have more. */
const multiplicity = /^(.*\S)___([123])$/;
const sumOfSamples = /^\s*intensity___/i;
const total: QuantityPlan = { name: 'Intensity', zeroIsMissing: true, scale: 'linear' };
const ofMultiplicity: readonly QuantityPlan[] = ['1', '2', '3'].map((sites) => ({
  name: `Intensity___${sites}`,
  zeroIsMissing: true,
  scale: 'linear',
}));

/**
 * MaxQuant's tables of modified sites (`Phospho (STY)Sites.txt` and its like): a row a site, kept at that level. The
 * intensity of a sample stands there as a whole and by how many sites the peptides had (`Intensity S1___2`).
 * Source: MaxQuant's tables.pdf, "ModificationSites.txt"; Tyanova et al. 2016, doi 10.1038/nprot.2016.136.
 */
export const maxquantSites: Layout = {
  name: 'maxquant-sites',
  recognize(head) {
    const grid = gridOf(head);
    const found = presentNames(grid.index, marks);
    if (found.length < fewestMarks) return null;
    const values = valuesOf(grid);
    const rowKey = rowKeyOf(grid);
    if (values.length === 0 || rowKey.length === 0) return null;
    return makeReading({
      grid,
      confidence: found.length >= fewestCertain ? 0.95 : 0.85,
      evidence: `Because of the columns ${found.slice(0, 4).join(', ')} and those that begin with Intensity.`,
      shape: 'features-in-rows',
      ...omicsOfLayout('proteomics', 'MaxQuant'),
      marks: maxquantPeptideMarks,
      rowKey,
      values,
      quantities: [total, ...ofMultiplicity],
      // A site is kept at its own level; it is no protein.
      identity: null,
    });
  },
};

/** A site is told by the protein, the amino acid and its position; else by the number that MaxQuant gave it. */
function rowKeyOf(grid: Grid): readonly number[] {
  const site = ['Protein', 'Amino acid', 'Position'].map((name) => findColumn(grid.index, name));
  if (!site.includes(-1)) return site;
  const id = findColumn(grid.index, 'id');
  return id < 0 ? [] : [id];
}

function valuesOf(grid: Grid): readonly ValuePlan[] {
  const values = grid.names.flatMap((name, index): ValuePlan[] => {
    if (sumOfSamples.test(name)) return [];
    const behind = afterPrefix(name, 'Intensity');
    if (behind === null) return [];
    const [, sample, sites] = multiplicity.exec(behind) ?? [];
    const quantity = ofMultiplicity[Number(sites) - 1];
    if (sample !== undefined && quantity !== undefined) return [{ index, quantity, sample }];
    return [{ index, quantity: total, sample: behind }];
  });
  // Without named experiments the sum over all samples is the one sample's.
  const sum = findColumn(grid.index, total.name ?? '');
  return values.length > 0 || sum < 0 ? values : [{ index: sum, quantity: total, sample: 'Intensity' }];
}
