import { type AffixedQuantity, affixedColumns } from './affixedColumns.ts';
import { contentOf, isText } from './columnContent.ts';
import type { Grid } from './grid.ts';
import { findColumn } from './headerName.ts';
import type { ColumnRole } from './profile.ts';
import type { ValuePlan } from './reading.ts';

/**
 * What MaxQuant gives for each sample, by rank. An intensity of 0 means "not detected"; a count of 0 is a count.
 * Source: MaxQuant's tables.pdf (proteinGroups, peptides); Cox et al. 2014, doi 10.1074/mcp.M113.031591 (LFQ).
 */
export const maxquantQuantities: readonly AffixedQuantity[] = [
  { words: 'LFQ intensity', name: 'LFQ intensity', zeroIsMissing: true, scale: 'linear' },
  { words: 'Reporter intensity corrected', name: 'Reporter intensity corrected', zeroIsMissing: true, scale: 'linear' },
  { words: 'Intensity', name: 'Intensity', zeroIsMissing: true, scale: 'linear' },
  { words: 'iBAQ', name: 'iBAQ', zeroIsMissing: true, scale: 'linear' },
  { words: 'Reporter intensity', name: 'Reporter intensity', zeroIsMissing: true, scale: 'linear' },
  ...[
    'Ratio H/L normalized',
    'Ratio M/L normalized',
    'Ratio H/M normalized',
    'Ratio H/L',
    'Ratio M/L',
    'Ratio H/M',
  ].map((words) => ({ words, name: words, scale: 'linear' as const })),
  { words: 'Top3', name: 'Top3', zeroIsMissing: true, scale: 'linear' },
  { words: 'Reporter intensity count', name: 'Reporter intensity count', kind: 'count', scale: 'linear' },
  { words: 'MS/MS count', name: 'MS/MS count', kind: 'count', scale: 'linear' },
  { words: 'Peptides', name: 'Peptides', kind: 'count', scale: 'linear' },
  { words: 'Razor + unique peptides', name: 'Razor + unique peptides', kind: 'count', scale: 'linear' },
  { words: 'Unique peptides', name: 'Unique peptides', kind: 'count', scale: 'linear' },
];

/** What MaxQuant tells of a ratio besides its value, with the sample's name behind it; no sample begins so. */
const ofRatios = /^(?:normali[sz]ed|variability|count|iso[^a-z]count|type|significance|shift)(?![a-z])/i;
const ratio = /^\s*ratio[^a-z]+[hm][^a-z]+[lm](?![a-z])/i;

/**
 * The measured columns of one of MaxQuant's tables of all samples. Without named experiments MaxQuant writes the total
 * `Intensity` only, which then is the one sample's where the table is `certain` to be MaxQuant's.
 */
export function maxquantValues(
  grid: Grid,
  certain: boolean,
  quantities: readonly AffixedQuantity[] = maxquantQuantities,
): readonly ValuePlan[] {
  const values = withoutTotals(affixedColumns(grid, 'prefix', quantities));
  if (values.some((value) => value.quantity.zeroIsMissing) || !certain) return values;
  const total = findColumn(grid.index, 'Intensity');
  const quantity = quantities.find(({ words }) => words === 'Intensity');
  return total < 0 || quantity === undefined ? values : [{ index: total, quantity, sample: 'Intensity' }, ...values];
}

/**
 * Ratios of the labels over all experiments and how many peptides they rest on: figures of a comparison, not of a sample.
 */
export function maxquantStatistics(grid: Grid, values: readonly ValuePlan[]): ReadonlyMap<number, ColumnRole> {
  const measured = new Set(values.map(({ index }) => index));
  const content = contentOf(grid);
  return new Map(
    grid.names.flatMap((name, index) => {
      const told = content[index];
      const isFigure = told !== undefined && !isText(told) && ratio.test(name) && !measured.has(index);
      return isFigure ? [[index, 'statistic'] as const] : [];
    }),
  );
}

/**
 * Without the sums over all experiments (of a label state, `Intensity H`; of a reporter channel, `… corrected 1`; of
 * iBAQ's peptides), and without the figures of whole experiments where each of their reporter channels is a sample.
 */
function withoutTotals(found: readonly ValuePlan[]): readonly ValuePlan[] {
  const values = found.filter(
    ({ quantity, sample = '' }) => !(ratio.test(quantity.name ?? '') && ofRatios.test(sample)),
  );
  const partOf = (sample: string, whole: string): boolean => /^[\s._]/.test(sample.slice(whole.length));
  const within = (value: ValuePlan): boolean =>
    values.some(
      ({ quantity, sample = '' }) =>
        quantity === value.quantity && sample.startsWith(value.sample ?? '') && partOf(sample, value.sample ?? ''),
    );
  const channels = values.filter(({ quantity }) => /^Reporter intensity/.test(quantity.name ?? ''));
  const experiments = new Set(channels.flatMap(({ sample = '' }) => /^\d{1,2}[\s._]+(.+)$/.exec(sample)?.[1] ?? []));
  return values.filter((value) => {
    if (value.sample === 'peptides' && value.quantity.name === 'iBAQ') return false;
    if (!channels.includes(value) && experiments.has(value.sample ?? '')) return false;
    return !(/^(?:[LMH]|\d{1,2})$/.test(value.sample ?? '') && within(value));
  });
}
