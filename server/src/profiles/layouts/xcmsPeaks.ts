import { contentOf, isText } from '../columnContent.ts';
import { type Grid, gridOf } from '../grid.ts';
import { findColumn, plainName, presentNames } from '../headerName.ts';
import { statisticOf } from '../headerWords.ts';
import { keyColumnOf } from '../keyColumn.ts';
import type { Layout } from '../layout.ts';
import { omicsOfLayout } from '../omicsType.ts';
import type { ColumnRole } from '../profile.ts';
import { makeReading, type QuantityPlan } from '../reading.ts';

const marks = ['mzmed', 'mzmin', 'mzmax', 'rtmed', 'rtmin', 'rtmax', 'npeaks'];
/** What xcms, CAMERA and XCMS Online add: ids, annotations, a maximum. */
const annotation = new Set([
  ...marks,
  ...['name', 'id', 'featureidx', 'featureid', 'peakidx', 'mslevel', 'isotopes', 'adduct', 'pcgroup', 'maxint', 'dataset', 'peakgroup', 'updown', 'metlin', 'hmdb'],
]);

const quantity: QuantityPlan = { name: null, scale: 'linear' };

/**
 * The peak table of xcms: `diffreport`, `peakTable`, feature definitions with values, XCMS Online. Between `npeaks` and the
 * samples stands for each class of samples in how many of them the peak was found. A 0 is a value.
 * Source: xcms reference, `diffreport` and `groupval`; Smith et al. 2006, doi 10.1021/ac051437y.
 */
export const xcmsPeaks: Layout = {
  name: 'xcms-peaks',
  recognize(head) {
    const grid = gridOf(head);
    const found = presentNames(grid.index, marks);
    if (!found.includes('mzmed') || !found.includes('rtmed') || found.length < 3) {
      if (found.length < 5) return null;
    }
    const content = contentOf(grid);
    const key = keyOf(grid);
    const classes = classCounts(grid);
    const roles = new Map<number, ColumnRole>();
    const values = grid.names.flatMap((name, index) => {
      const told = content[index];
      if (told === undefined || isText(told) || index === key || annotation.has(plainName(name)) || name.trim() === '') return [];
      if (classes.has(index)) return [];
      if (isStatistic(name)) {
        roles.set(index, 'statistic');
        return [];
      }
      return [{ index, quantity, sample: name.trim() }];
    });
    if (values.length === 0) return null;
    return makeReading({
      grid,
      confidence: 0.95,
      evidence: `Because of the columns ${found.join(', ')}.`,
      shape: 'features-in-rows',
      ...omicsOfLayout('metabolomics', 'xcms'),
      rowKey: key < 0 ? [] : [key],
      roles,
      values,
      quantities: [quantity],
      identity: null,
    });
  },
};

function keyOf(grid: Grid): number {
  const named = findColumn(grid.index, 'name', 'featureid', 'featureidx', 'id');
  if (named >= 0) return named;
  return (grid.names[0] ?? '').trim() === '' ? 0 : keyColumnOf(grid);
}

function isStatistic(name: string): boolean {
  return statisticOf(name) !== null || /^(?:log2?fold|anova)$/.test(plainName(name));
}

/** The whole numbers right behind `npeaks` that never exceed it. */
function classCounts(grid: Grid): ReadonlySet<number> {
  const peaks = findColumn(grid.index, 'npeaks');
  const counts = new Set<number>();
  if (peaks < 0) return counts;
  for (let column = peaks + 1; column < grid.names.length; column++) {
    const within = grid.sample.every((row) => {
      const count = Number(row.cells[column]);
      return Number.isInteger(count) && count >= 0 && count <= Number(row.cells[peaks]);
    });
    if (!within || grid.sample.length === 0) break;
    counts.add(column);
  }
  return counts;
}
