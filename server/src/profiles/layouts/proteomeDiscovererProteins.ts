import { type AffixedQuantity, affixedColumns } from '../affixedColumns.ts';
import { type Grid, gridOf } from '../grid.ts';
import { findColumn, presentNames } from '../headerName.ts';
import type { Layout } from '../layout.ts';
import { proteomeDiscovererMarks } from '../markConventions.ts';
import { omicsOfLayout } from '../omicsType.ts';
import type { ColumnRole } from '../profile.ts';
import { proteinIdentity } from '../proteinIdentity.ts';
import { makeReading, type ValuePlan } from '../reading.ts';
import { columnOfIds } from '../renamedColumn.ts';

/**
 * What Proteome Discoverer gives for each sample, by rank: normalised, raw, and scaled to a mean of 100 for each protein,
 * which compares samples but no proteins. An empty cell means "not quantified".
 * Source: Proteome Discoverer user guide, "Working with the Proteins page" and "Reporter Ions Quantifier node".
 */
const perSample: readonly AffixedQuantity[] = [
  { words: 'Abundances (Normalized)', name: 'Abundances (Normalized)', scale: 'linear' },
  { words: 'Abundance', name: 'Abundance', scale: 'linear' },
  { words: 'Abundances (Scaled)', name: 'Abundances (Scaled)', scale: 'linear' },
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

const marks = [
  'Master',
  'Protein FDR Confidence: Combined',
  'Protein FDR Confidence',
  'Exp. q-value: Combined',
  'Sum PEP Score',
  'Coverage [%]',
  '# Peptides',
  '# PSMs',
  '# Unique Peptides',
  '# Protein Unique Peptides',
  '# Protein Groups',
  '# AAs',
  'MW [kDa]',
  'calc. pI',
  'FASTA Title Lines',
  'Proteins Unique Sequence ID',
  'Protein Group IDs',
  'Score Sequest HT: Sequest HT',
  '# Peptides (by Search Engine): Sequest HT',
  'Description',
];
const fewestMarks = 3;
const fewestCertain = 5;
/** Columns of the pages for peptide groups and spectra. */
const ofPeptides = ['Annotated Sequence', 'Positions in Master Proteins', 'Spectrum File'];

/** The proteins page of Proteome Discoverer, exported as text with or without names fit for R. Sources: as of its quantities. */
export const proteomeDiscovererProteins: Layout = {
  name: 'proteome-discoverer-proteins',
  recognize(head) {
    const grid = gridOf(head);
    const found = presentNames(grid.index, marks);
    if (found.length < fewestMarks || presentNames(grid.index, ofPeptides).length > 0) return null;
    const accession = findColumn(grid.index, 'Accession');
    const key = accession < 0 && found.length >= fewestCertain ? columnOfIds(grid, 'uniprot') : accession;
    if (key < 0) return null;
    const own = affixedColumns(grid, 'prefix', [...perSample, ...perGroup]).filter(
      ({ index }) => !statistic.test(grid.names[index] ?? ''),
    );
    const quantities = [perSample, perGroup].find((rank) => own.some(({ quantity }) => isOf(rank, quantity)));
    if (quantities === undefined) return null;
    const values = own.filter(({ quantity }) => isOf(quantities, quantity));
    const primary = quantities.find((quantity) => values.some((value) => value.quantity === quantity));
    return makeReading({
      grid,
      confidence: accession >= 0 && found.length >= fewestCertain ? 0.95 : 0.85,
      evidence: `Because of the columns ${[grid.names[key], ...found.slice(0, 4)].join(', ')} and those that begin with ${primary?.words}.`,
      shape: 'features-in-rows',
      ...omicsOfLayout('proteomics', 'Proteome Discoverer'),
      marks: proteomeDiscovererMarks,
      rowKey: [key],
      roles: statisticsOf(grid, own, values),
      values,
      quantities,
      sampleMetadata: (index) => metadataOf(values.find((value) => value.index === index)?.sample ?? ''),
      identity: proteinIdentity(grid, key, null),
    });
  },
};

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
