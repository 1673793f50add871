import { type AffixedQuantity, affixedColumns } from '../affixedColumns.ts';
import { sampledCells } from '../columnContent.ts';
import { gridOf } from '../grid.ts';
import { findColumn } from '../headerName.ts';
import { identityOf, idsOf } from '../identity.ts';
import { keyColumnOf } from '../keyColumn.ts';
import type { Layout } from '../layout.ts';
import { omicsOfLayout } from '../omicsType.ts';
import { makeReading } from '../reading.ts';

/** The matrices of tximport's list, by rank; `as.data.frame` puts their names before the samples'. */
const quantities: readonly AffixedQuantity[] = [
  { words: 'counts', name: 'counts', kind: 'count', scale: 'linear' },
  { words: 'abundance', name: 'abundance', scale: 'linear' },
  { words: 'length', name: 'length', scale: 'linear' },
];

/**
 * What R writes of tximport's list as one table: `abundance.S1 … counts.S1 … length.S1 … countsFromAbundance`, row names
 * before them. Abundances are TPM, lengths are what the counts are corrected by.
 * Source: tximport reference, "Value"; Soneson et al. 2015, doi 10.12688/f1000research.7563.2.
 */
export const tximport: Layout = {
  name: 'tximport',
  recognize(head) {
    const grid = gridOf(head);
    const values = affixedColumns(grid, 'prefix', quantities, (sample) => sample !== '');
    const samplesOf = (words: string): ReadonlySet<string> =>
      new Set(values.flatMap(({ quantity, sample = '' }) => (quantity.name === words ? [sample] : [])));
    const counts = samplesOf('counts');
    const others = ['abundance', 'length'].filter((words) => areAlike(samplesOf(words), counts));
    if (counts.size === 0 || others.length === 0) return null;
    const origin = findColumn(grid.index, 'countsFromAbundance');
    if (others.length === 1 && origin < 0) return null;
    const rows = (grid.names[0] ?? '').trim() === '' ? 0 : keyColumnOf(grid);
    const key = rows === origin || values.some(({ index }) => index === rows) ? -1 : rows;
    const omics = omicsOfLayout('transcriptomics', 'tximport');
    const ids = sampledCells(grid, key);
    return makeReading({
      grid,
      confidence: others.length === 2 && key >= 0 ? 0.95 : 0.85,
      evidence: `Because each sample has columns that begin with counts, ${others.join(' and ')}.`,
      shape: 'features-in-rows',
      ...omics,
      rowKey: key < 0 ? [] : [key],
      values,
      quantities,
      identity: key < 0 ? null : identityOf(key, idsOf(ids), omics.omicsType, ids),
    });
  },
};

/** The same samples, but for one whose column may be missing or called otherwise on either side. */
function areAlike(some: ReadonlySet<string>, others: ReadonlySet<string>): boolean {
  const shared = [...some].filter((sample) => others.has(sample)).length;
  const slips = some.size + others.size - 2 * shared;
  return slips === 0 || (slips <= 2 && shared >= 2 && some.size - shared <= 1 && others.size - shared <= 1);
}
