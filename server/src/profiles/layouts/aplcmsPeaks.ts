import { affixedColumns } from '../affixedColumns.ts';
import { contentOf, isText } from '../columnContent.ts';
import { type Grid, gridOf } from '../grid.ts';
import { findColumn, plainName, presentNames } from '../headerName.ts';
import { isRowNumber } from '../keyColumn.ts';
import type { Layout } from '../layout.ts';
import { omicsOfLayout } from '../omicsType.ts';
import { makeReading, type QuantityPlan, type ValuePlan } from '../reading.ts';

const quantities = [
  { words: 'intensity', name: 'intensity', scale: 'linear' },
  { words: 'time', name: 'time', scale: 'linear' },
] as const;

const feature: QuantityPlan = quantities[0];
/** apLCMS' own columns, and those by which xMSanalyzer tells how good a peak is. */
const ownNames = new Set(
  [
    'mz',
    'time',
    'mz.min',
    'mz.max',
    'Number.of.Samples',
    'NumPres.All.Samples',
    'NumPres.Biol.Samples',
    'median_CV',
    'Qscore',
    'Max.Intensity',
    'PeakScore',
  ].map(plainName),
);

/**
 * The aligned peaks of apLCMS and recetox-aplcms: mass and time of a peak, then for each sample its intensity and its
 * retention time. The final table of apLCMS itself has `mz`, `time`, `mz.min`, `mz.max` and the samples' intensities under
 * nothing but their names. A 0 is a value.
 * Sources: recetox-aplcms documentation, "feature tables"; apLCMS reference, `semi.sup` (`final.ftrs`); Yu et al. 2009, doi
 * 10.1093/bioinformatics/btp291; Uppal et al. 2013, doi 10.1186/1471-2105-14-15 (xMSanalyzer).
 */
export const aplcmsPeaks: Layout = {
  name: 'aplcms-peaks',
  recognize(head) {
    const grid = gridOf(head);
    const found = presentNames(grid.index, ['mz', 'rt', 'mz_min', 'mz_max', 'npeaks']);
    const paired = found.length < 3 ? [] : affixedColumns(grid, 'prefix', quantities);
    const measured = new Set(paired.map(({ quantity }) => quantity.name));
    const told = measured.size === 2 ? pairedForm(found) : finalForm(grid);
    if (told === null) return null;
    return makeReading({
      grid,
      ...told,
      shape: 'features-in-rows',
      ...omicsOfLayout('metabolomics', 'apLCMS'),
      rowKey: keyOf(grid),
      values: measured.size === 2 ? paired : finalSamples(grid),
      quantities,
      identity: null,
    });
  },
};

interface Form {
  readonly confidence: number;
  readonly evidence: string;
}

function pairedForm(found: readonly string[]): Form {
  return {
    confidence: found.includes('mz') && found.includes('rt') ? 0.92 : 0.85,
    evidence: `Because of the columns ${found.join(', ')} and those that begin with intensity and time.`,
  };
}

function finalForm(grid: Grid): Form | null {
  const marks = ['mz', 'time', 'mz.min', 'mz.max'];
  if (presentNames(grid.index, marks).length < marks.length || finalSamples(grid).length === 0) return null;
  return { confidence: 0.85, evidence: `Because of the columns ${marks.join(', ')}, behind which samples stand.` };
}

function finalSamples(grid: Grid): readonly ValuePlan[] {
  const content = contentOf(grid);
  return grid.names.flatMap((name, index): ValuePlan[] => {
    const told = content[index];
    const own = ownNames.has(plainName(name)) || name.trim() === '' || told === undefined || isText(told);
    return own ? [] : [{ index, quantity: feature, sample: name.trim() }];
  });
}

/** The number of the peak, which mostly has no name; failing that, mass and time. */
function keyOf(grid: Grid): readonly number[] {
  const named = findColumn(grid.index, 'id', 'feature');
  if (named >= 0) return [named];
  if ((grid.names[0] ?? '').trim() === '' || isRowNumber(grid, 0)) return [0];
  return [findColumn(grid.index, 'mz'), findColumn(grid.index, 'rt', 'time')].filter((column) => column >= 0);
}
