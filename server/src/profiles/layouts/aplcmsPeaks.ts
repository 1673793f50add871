import { affixedColumns } from '../affixedColumns.ts';
import { type Grid, gridOf } from '../grid.ts';
import { findColumn, presentNames } from '../headerName.ts';
import { isRowNumber } from '../keyColumn.ts';
import type { Layout } from '../layout.ts';
import { omicsOfLayout } from '../omicsType.ts';
import { makeReading } from '../reading.ts';

const quantities = [
  { words: 'intensity', name: 'intensity', scale: 'linear' },
  { words: 'time', name: 'time', scale: 'linear' },
] as const;

/**
 * The aligned peaks of apLCMS and recetox-aplcms: mass and time of a peak, then for each sample its intensity and its
 * retention time. A 0 is a value.
 * Source: recetox-aplcms documentation, "feature tables"; Yu et al. 2009, doi 10.1093/bioinformatics/btp291.
 */
export const aplcmsPeaks: Layout = {
  name: 'aplcms-peaks',
  recognize(head) {
    const grid = gridOf(head);
    const found = presentNames(grid.index, ['mz', 'rt', 'mz_min', 'mz_max', 'npeaks']);
    if (!found.includes('mz') || !found.includes('rt')) return null;
    const values = affixedColumns(grid, 'prefix', quantities);
    const measured = new Set(values.map(({ quantity }) => quantity.name));
    if (measured.size < 2) return null;
    return makeReading({
      grid,
      confidence: 0.92,
      evidence: `Because of the columns ${found.join(', ')} and those that begin with intensity and time.`,
      shape: 'features-in-rows',
      ...omicsOfLayout('metabolomics', 'apLCMS'),
      rowKey: keyOf(grid),
      values,
      quantities,
      identity: null,
    });
  },
};

/** The number of the peak, which mostly has no name; failing that, mass and time. */
function keyOf(grid: Grid): readonly number[] {
  const named = findColumn(grid.index, 'id', 'feature');
  if (named >= 0) return [named];
  if ((grid.names[0] ?? '').trim() === '' || isRowNumber(grid, 0)) return [0];
  return [findColumn(grid.index, 'mz'), findColumn(grid.index, 'rt')];
}
