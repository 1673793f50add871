import { type AffixedQuantity, affixedColumns } from './affixedColumns.ts';
import type { Grid } from './grid.ts';
import { findColumn } from './headerName.ts';
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

/** The sums over all experiments: of a label state (`Intensity H`), of a reporter channel (`… corrected 1`), of iBAQ's peptides. */
function withoutTotals(values: readonly ValuePlan[]): readonly ValuePlan[] {
  const within = (value: ValuePlan): boolean =>
    values.some((other) => other.quantity === value.quantity && other.sample?.startsWith(`${value.sample} `));
  return values.filter((value) => {
    if (value.sample === 'peptides' && value.quantity.name === 'iBAQ') return false;
    return !(/^(?:[LMH]|\d{1,2})$/.test(value.sample ?? '') && within(value));
  });
}
