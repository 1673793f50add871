import { type AffixedQuantity, affixedColumns } from '../affixedColumns.ts';
import { gridOf } from '../grid.ts';
import { findColumn, presentNames } from '../headerName.ts';
import type { Layout } from '../layout.ts';
import { proteomeDiscovererMarks } from '../markConventions.ts';
import { omicsOfLayout } from '../omicsType.ts';
import { makeReading } from '../reading.ts';

const keyParts = ['Annotated Sequence', 'Modifications', 'Charge', 'First Scan', 'Spectrum File'];
const quantities: readonly AffixedQuantity[] = [{ words: 'Abundance', name: 'Abundance', scale: 'linear' }];

/**
 * Spectrum matches of Proteome Discoverer with reporter channels: a row a match, stored at its own level. A channel is a
 * sample only within its spectrum files. Source: Proteome Discoverer user guide, "PSMs page".
 */
export const proteomeDiscovererPsm: Layout = {
  name: 'proteome-discoverer-psm',
  recognize(head) {
    const grid = gridOf(head);
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
  },
};
