import { type AffixedQuantity, affixedColumns } from '../affixedColumns.ts';
import { type Grid, gridOf } from '../grid.ts';
import { findColumn, presentNames } from '../headerName.ts';
import type { Layout, Reading } from '../layout.ts';
import { proteomeDiscovererMarks } from '../markConventions.ts';
import { omicsOfLayout } from '../omicsType.ts';
import { makeReading, type QuantityPlan } from '../reading.ts';

const keyParts = ['Annotated Sequence', 'Modifications', 'Charge', 'First Scan', 'Spectrum File'];
const quantities: readonly AffixedQuantity[] = [{ words: 'Abundance', name: 'Abundance', scale: 'linear' }];

/** What is measured of a match's precursor, by rank; `Precursor Area` is what version 1.4 calls its abundance. */
const precursorFigures: readonly QuantityPlan[] = ['Precursor Abundance', 'Precursor Area', 'Intensity'].map(
  (name) => ({ name, scale: 'linear' }),
);
const marks = [
  'PSM Ambiguity',
  '# Missed Cleavages',
  '# Protein Groups',
  'Master Protein Accessions',
  'Protein Group Accessions',
  'Search Engine Rank',
  'Isolation Interference [%]',
  'Ion Inject Time [ms]',
  'MS Order',
  'DeltaCn',
];
const fewestMarks = 4;

/**
 * Spectrum matches of Proteome Discoverer: a row a match, stored at its own level. With reporter channels a channel is a
 * sample only within its spectrum files; without, the spectrum file is the sample.
 * Sources: Proteome Discoverer user guide, "PSMs page"; MSstats, `PDtoMSstatsFormat` (`Precursor Area`, `Intensity`).
 */
export const proteomeDiscovererPsm: Layout = {
  name: 'proteome-discoverer-psm',
  recognize(head) {
    const grid = gridOf(head);
    return readChannels(grid) ?? readPrecursors(grid);
  },
};

function readChannels(grid: Grid): Reading | null {
  const found = presentNames(grid.index, keyParts);
  if (!found.includes('Annotated Sequence') || found.length < 4) return null;
  const values = affixedColumns(grid, 'prefix', quantities);
  if (values.length === 0) return null;
  return makeReading({
    grid,
    confidence: 0.93,
    evidence: `Because of the columns ${found.join(', ')} and those that begin with Abundance.`,
    shape: 'features-in-rows',
    ...omicsOfLayout('proteomics', 'Proteome Discoverer'),
    marks: proteomeDiscovererMarks,
    rowKey: found.map((name) => findColumn(grid.index, name)),
    values,
    quantities,
    identity: null,
  });
}

function readPrecursors(grid: Grid): Reading | null {
  const sample = findColumn(grid.index, 'Spectrum File');
  const sequence = findColumn(grid.index, 'Annotated Sequence', 'Sequence');
  const scan = findColumn(grid.index, 'First Scan');
  const found = presentNames(grid.index, marks);
  const values = precursorFigures.flatMap((quantity) => {
    const index = findColumn(grid.index, quantity.name ?? '');
    return index < 0 ? [] : [{ index, quantity }];
  });
  if (sample < 0 || sequence < 0 || scan < 0 || values.length === 0 || found.length < fewestMarks) return null;
  const parts = ['Modifications', 'Charge'].map((name) => findColumn(grid.index, name)).filter((at) => at >= 0);
  return makeReading({
    grid,
    confidence: 0.92,
    evidence: `Because of the columns ${[sequence, scan, sample].map((at) => grid.names[at]).join(', ')}, ${found.slice(0, 3).join(', ')} and ${values[0]?.quantity.name}.`,
    shape: 'long',
    ...omicsOfLayout('proteomics', 'Proteome Discoverer'),
    marks: proteomeDiscovererMarks,
    rowKey: [sequence, ...parts, scan, sample],
    moleculeKey: [sequence],
    roles: new Map([[sample, 'sample-name']]),
    values,
    quantities: values.map(({ quantity }) => quantity),
    // A peptide is kept at its own level; it is no protein.
    identity: null,
  });
}
