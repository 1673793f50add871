import { contentOf, isText } from '../columnContent.ts';
import { type Grid, gridOf } from '../grid.ts';
import { findColumn, plainName, presentNames } from '../headerName.ts';
import { isRowNumber, keyColumnOf } from '../keyColumn.ts';
import type { Layout } from '../layout.ts';
import { omicsOfLayout } from '../omicsType.ts';
import type { ColumnRole } from '../profile.ts';
import { makeReading, type QuantityPlan } from '../reading.ts';
import { statisticOf } from '../statisticColumn.ts';

const marks = ['mzmed', 'mzmin', 'mzmax', 'rtmed', 'rtmin', 'rtmax', 'npeaks'];
/** What xcms, CAMERA and XCMS Online add: ids, annotations, a maximum. */
const annotation = new Set([
  ...marks,
  ...[
    'name',
    'id',
    'featureidx',
    'featureid',
    'peakidx',
    'mslevel',
    'isotopes',
    'adduct',
    'pcgroup',
    'maxint',
    'dataset',
    'peakgroup',
    'updown',
    'metlin',
    'hmdb',
  ],
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
      if (told === undefined || isText(told) || index === key || annotation.has(plainName(name)) || name.trim() === '')
        return [];
      if (isRowNumber(grid, index)) return [];
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

/** Whole numbers that never exceed `npeaks`: how many samples of a class have the peak. */
function classCounts(grid: Grid): ReadonlySet<number> {
  const peaks = findColumn(grid.index, 'npeaks');
  if (peaks < 0 || grid.sample.length === 0) return new Set();
  const content = contentOf(grid);
  const counting = grid.names.flatMap((_, column) => {
    const told = content[column];
    if (told === undefined || column === peaks || told.whole < told.cells || told.max < 1 || told.negative > 0)
      return [];
    const within = grid.sample.every((row) => Number(row.cells[column]) <= Number(row.cells[peaks]));
    return within ? [column] : [];
  });
  return new Set(counting);
}
