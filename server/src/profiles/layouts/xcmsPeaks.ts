import { contentOf, isText } from '../columnContent.ts';
import { type Grid, gridOf } from '../grid.ts';
import { findColumn, plainName, presentNames } from '../headerName.ts';
import { isRowNumber, keyColumnOf } from '../keyColumn.ts';
import type { Layout } from '../layout.ts';
import { omicsOfLayout } from '../omicsType.ts';
import type { ColumnRole } from '../profile.ts';
import { makeReading, type QuantityPlan } from '../reading.ts';
import { statisticOf } from '../statisticColumn.ts';

/** `peakTable` calls the medians `mz` and `rt`. */
const marks = ['mzmed', 'mzmin', 'mzmax', 'rtmed', 'rtmin', 'rtmax', 'npeaks'];
/** What xcms3's export for ion identity networks at GNPS puts between the counts and the samples. */
const ionIdentities = [
  'row ID',
  'annotation network number',
  'best ion',
  'identified by n=',
  'partners',
  'neutral M mass',
  'correlation group ID',
  'auto MS2 verify',
];
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
    'adducts',
    'pcgroup',
    'maxint',
    'dataset',
    'peakgroup',
    'updown',
    'metlin',
    'hmdb',
    'mz',
    'rt',
    ...ionIdentities.map(plainName),
  ],
]);

const quantity: QuantityPlan = { name: null, scale: 'linear' };

/**
 * The peak table of xcms: `diffreport`, `peakTable`, feature definitions with values, XCMS Online. Between `npeaks` and the
 * samples stands for each class of samples in how many of them the peak was found. A 0 is a value.
 * Sources: xcms reference, `diffreport`, `peakTable` and `groupval`; Smith et al. 2006, doi 10.1021/ac051437y; CAMERA
 * reference, `getPeaklist`; GNPS' importers for feature-based networking.
 */
export const xcmsPeaks: Layout = {
  name: 'xcms-peaks',
  recognize(head) {
    const grid = gridOf(head);
    const found = presentNames(grid.index, marks);
    if (!found.includes('mzmed') || !found.includes('rtmed') || found.length < 3) {
      if (found.length < 5) return null;
    }
    const key = keyOf(grid);
    const roles = new Map<number, ColumnRole>();
    grid.names.forEach((name, index) => {
      if (!key.includes(index) && isStatistic(name)) roles.set(index, 'statistic');
    });
    const values = sampleColumns(grid, key).map((index) => {
      return { index, quantity, sample: (grid.names[index] ?? '').trim() };
    });
    if (values.length === 0) return null;
    return makeReading({
      grid,
      confidence: 0.95,
      evidence: `Because of the columns ${found.join(', ')}.`,
      shape: 'features-in-rows',
      ...omicsOfLayout('metabolomics', 'xcms'),
      rowKey: key,
      roles,
      values,
      quantities: [quantity],
      identity: null,
    });
  },
};

/** The peak's name, which stands before its masses, mostly as R's row name; failing that, mass and time. */
function keyOf(grid: Grid): readonly number[] {
  const named = findColumn(grid.index, 'name', 'featureid', 'featureidx', 'id', 'row ID', 'Row.names');
  if (named >= 0) return [named];
  if ((grid.names[0] ?? '').trim() === '') return [0];
  const told = keyColumnOf(grid);
  const masses = findColumn(grid.index, 'mzmed', 'mz');
  if (told >= 0 && told < masses) return [told];
  return [masses, findColumn(grid.index, 'rtmed', 'rt')].filter((column) => column >= 0);
}

/** XCMS Online gives each class a column such as `dataset1_mean`. */
function isStatistic(name: string): boolean {
  return statisticOf(name) !== null || /^(?:log2?fold|anova)$/.test(plainName(name)) || /_mean$/i.test(name.trim());
}

/**
 * The samples, which stand together: behind the masses and times with their counts, or before them where somebody joined
 * the values first. CAMERA's three columns end the table, so that nothing behind the first of them is a sample.
 */
function sampleColumns(grid: Grid, key: readonly number[]): readonly number[] {
  const content = contentOf(grid);
  const classes = classCounts(grid);
  const candidates = grid.names.flatMap((name, index) => {
    const told = content[index];
    const own = key.includes(index) || annotation.has(plainName(name)) || isStatistic(name) || isRowNumber(grid, index);
    return told === undefined || isText(told) || own || name.trim() === '' || classes.has(index) ? [] : [index];
  });
  const places = marks.map((mark) => findColumn(grid.index, mark)).filter((at) => at >= 0);
  const camera = findColumn(grid.index, 'isotopes', 'adduct', 'adducts', 'pcgroup');
  const behind = candidates.filter((column) => column > Math.max(...places));
  const withoutCamera = behind.filter((column) => camera < 0 || column < camera);
  if (behind.length > 0) return withoutCamera.length > 0 ? withoutCamera : behind;
  const before = candidates.filter((column) => column < Math.min(...places));
  return before.length > 0 ? before : candidates;
}

/** Whole numbers that never exceed `npeaks`: how many samples of a class have the peak. */
function classCounts(grid: Grid): ReadonlySet<number> {
  const peaks = findColumn(grid.index, 'npeaks');
  if (grid.sample.length === 0) return new Set();
  if (peaks < 0) return countsBehindTimes(grid);
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

/**
 * Where `npeaks` is missing or called otherwise: the whole numbers right behind the times none of which exceeds the number
 * of columns that follow, as no more samples than there are can have a peak. No intensity is that small.
 */
function countsBehindTimes(grid: Grid): ReadonlySet<number> {
  const content = contentOf(grid);
  const counts = new Set<number>();
  for (let at = findColumn(grid.index, 'rtmax') + 1; at > 0 && at < grid.names.length; at++) {
    const told = content[at];
    const following = grid.names.length - at - 1;
    if (told === undefined || told.whole < told.cells || told.negative > 0 || told.max > following) break;
    counts.add(at);
  }
  return counts;
}
