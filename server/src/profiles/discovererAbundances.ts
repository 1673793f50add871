import { type AffixedQuantity, affixedColumns } from './affixedColumns.ts';
import type { Grid } from './grid.ts';
import { findColumn } from './headerName.ts';
import type { ColumnRole } from './profile.ts';
import type { QuantityPlan, ValuePlan } from './reading.ts';

/**
 * What Proteome Discoverer gives for each sample, by rank: normalised, raw, the area that it was called before version 2.2,
 * and scaled to a mean of 100 for each row, which compares samples but no rows. An empty cell means "not quantified".
 * Sources: Proteome Discoverer user guide, "Working with the Proteins page" and "Reporter Ions Quantifier node"; user
 * guide of 1.4, "Precursor Ions Area Detector" (`Area`, of several searches `Area A2`).
 */
const perSample: readonly AffixedQuantity[] = [
  { words: 'Abundances (Normalized)', name: 'Abundances (Normalized)', scale: 'linear' },
  { words: 'Abundance', name: 'Abundance', scale: 'linear' },
  { words: 'Area', name: 'Area', scale: 'linear' },
  { words: 'Abundances (Scaled)', name: 'Abundances (Scaled)', scale: 'linear' },
  { words: 'Abundances Count', name: 'Abundances Count', kind: 'count', scale: 'linear' },
];
/** Figures of a group of samples; the samples' own where the table has no others. */
const perGroup: readonly AffixedQuantity[] = [
  { words: 'Abundances (by Bio. Rep.)', name: 'Abundances (by Bio. Rep.)', scale: 'linear' },
  { words: 'Abundances (Grouped)', name: 'Abundances (Grouped)', scale: 'linear' },
];
/**
 * Comparisons and spreads: of groups, never of a sample. In names fit for R dots stand for all that is no letter or digit;
 * the colon before a group that is called `CV` makes one dot more.
 */
const statistic =
  /^[^a-z]*abundance[^a-z]+ratios?(?![a-z])|^[^a-z]*abundances?[^a-z]+(?:grouped(?:\)\s?|\.{1,2}|_)|by[^a-z]+bio[^a-z]*rep(?:\.?\)\s?|\.{1,3}|_))(?:cv|standard|count)(?![a-z])/i;

/** What a table of Proteome Discoverer measured. */
export interface DiscovererAbundances {
  readonly values: readonly ValuePlan[];
  readonly quantities: readonly QuantityPlan[];
  /** The words that the primary quantity's columns begin with. */
  readonly words: string;
  /** Comparisons of groups, and figures of groups where there are the samples' own. */
  readonly roles: ReadonlyMap<number, ColumnRole>;
  /** What the name of a measured column says of its sample. */
  readonly metadata: (index: number) => Readonly<Record<string, string>>;
}

/** Finds the abundances of a table of proteins or peptides; null where it has none. Sources: as of its quantities. */
export function discovererAbundances(grid: Grid): DiscovererAbundances | null {
  const affixed = affixedColumns(grid, 'prefix', [...perSample, ...perGroup]).filter(
    ({ index }) => !statistic.test(grid.names[index] ?? ''),
  );
  const own = affixed.length > 0 ? affixed : oneArea(grid);
  const quantities = [perSample, perGroup].find((rank) => own.some(({ quantity }) => isOf(rank, quantity)));
  if (quantities === undefined) return null;
  const values = own.filter(({ quantity }) => isOf(quantities, quantity));
  const primary = quantities.find((quantity) => values.some((value) => value.quantity === quantity));
  const sampleAt = new Map(values.map(({ index, sample }) => [index, sample ?? '']));
  return {
    values,
    quantities,
    words: primary?.words ?? '',
    roles: statisticsOf(grid, own, values),
    metadata: (index) => metadataOf(sampleAt.get(index) ?? ''),
  };
}

/** Of a single search the area has no sample's name. */
function oneArea(grid: Grid): readonly ValuePlan[] {
  const index = findColumn(grid.index, 'Area');
  const quantity = perSample.find(({ words }) => words === 'Area');
  return index < 0 || quantity === undefined ? [] : [{ index, quantity, sample: 'Area' }];
}

function isOf(rank: readonly AffixedQuantity[], quantity: ValuePlan['quantity']): boolean {
  return rank.some((candidate) => candidate === quantity);
}

function statisticsOf(
  grid: Grid,
  own: readonly ValuePlan[],
  values: readonly ValuePlan[],
): ReadonlyMap<number, ColumnRole> {
  const summaries = own.filter((value) => !values.includes(value)).map(({ index }) => index);
  const compared = grid.names.flatMap((name, index) => (statistic.test(name) ? [index] : []));
  return new Map([...summaries, ...compared].map((index) => [index, 'statistic']));
}

/** `F1: 127N, Sample, ctl`: the file, the channel of isobaric labels, the type of sample and its factors. */
function metadataOf(sample: string): Readonly<Record<string, string>> {
  const [, file, rest] = /^(F\d+(?:\.\d+)?):\s*(.+)$/.exec(sample) ?? [];
  if (file === undefined || rest === undefined) return {};
  const parts = rest.split(',').map((part) => part.trim());
  const channel = /^\d{3}[NC]?D?$/.test(parts[0] ?? '') ? parts.shift() : undefined;
  const [type, ...factors] = parts;
  return {
    File: file,
    ...(channel === undefined ? {} : { Channel: channel }),
    ...(type === undefined ? {} : { 'Sample type': type }),
    ...(factors.length === 0 ? {} : { Factors: factors.join(', ') }),
  };
}
