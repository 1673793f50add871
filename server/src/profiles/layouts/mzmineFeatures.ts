import { type AffixedQuantity, affixedColumns } from '../affixedColumns.ts';
import { type Grid, gridOf } from '../grid.ts';
import { findColumn, plainName, presentNames } from '../headerName.ts';
import type { Layout } from '../layout.ts';
import { omicsOfLayout } from '../omicsType.ts';
import { otherColumnsAsSamples } from '../otherColumns.ts';
import { makeReading, type QuantityPlan, type ValuePlan } from '../reading.ts';

/** By rank, in the older form. MZmine writes 0 where it found no peak and filled no gap. */
const older: readonly AffixedQuantity[] = ['Peak area', 'Peak height'].map(quantityOf);
/** The same in the modular form. */
const modular: readonly AffixedQuantity[] = ['area', 'height'].map(quantityOf);

/** Where the columns don't say which of the two it is. */
const unnamed: QuantityPlan = { name: null, zeroIsMissing: true, scale: 'linear' };

/** `datafile:S1.mzML:area`; R makes dots of the colons. `…:intensity_range:max` and `…:mz` are no quantities. */
const ofDatafile = /^datafile[:.]\s*(\S.*?)\s*[:.](area|height)$/i;

/**
 * MZmine's feature list: `row ID`, `row m/z`, `row retention time` and `S1.mzML Peak area` up to version 2 and in the exports
 * for GNPS and SIRIUS; `id`, `mz`, `rt` and `datafile:S1.mzML:area` in the modular export since version 3. The row's id is its
 * number in this list, so that it is linked to nothing.
 * Sources: MZmine documentation, "Feature list export: CSV"; GNPS' importer for feature-based networking, "File Formats for
 * Different Tools"; Schmid et al. 2023, doi 10.1038/s41587-023-01690-2.
 */
export const mzmineFeatures: Layout = {
  name: 'mzmine-features',
  recognize(head) {
    const grid = gridOf(head);
    const told = olderForm(grid) ?? modularForm(grid);
    if (told === null) return null;
    return makeReading({
      grid,
      confidence: told.marks.length < 3 || told.quantities.includes(unnamed) ? 0.88 : 0.97,
      evidence: `Because of the columns ${told.marks.join(', ')} and those that ${told.affix}.`,
      shape: 'features-in-rows',
      ...omicsOfLayout('metabolomics', 'MZmine'),
      rowKey: told.key < 0 ? [] : [told.key],
      values: told.values,
      quantities: told.quantities,
      identity: null,
    });
  },
};

interface Form {
  readonly marks: readonly string[];
  /** How the columns of samples are told, in words. */
  readonly affix: string;
  readonly key: number;
  readonly quantities: readonly QuantityPlan[];
  readonly values: readonly ValuePlan[];
}

function olderForm(grid: Grid): Form | null {
  const marks = presentNames(grid.index, ['row ID', 'row m/z', 'row retention time']);
  if (marks.length < 2) return null;
  const values = affixedColumns(grid, 'suffix', older);
  const key = findColumn(grid.index, 'row ID');
  if (values.length > 0) return { marks, affix: 'end with Peak area or Peak height', key, quantities: older, values };
  const others = marks.length < 3 ? [] : unnamedColumns(grid);
  return others.length === 0 ? null : { marks, affix: 'stand behind them', key, quantities: [unnamed], values: others };
}

/** MZmine's data matrix and older exports of SIRIUS have nothing but the samples' names behind the row's own columns. */
function unnamedColumns(grid: Grid): readonly ValuePlan[] {
  const own = new Set(grid.names.filter((name) => /^\s*row\b/i.test(name)).map(plainName));
  return otherColumnsAsSamples(grid, own, unnamed);
}

function modularForm(grid: Grid): Form | null {
  const marks = presentNames(grid.index, ['id', 'mz', 'rt']);
  if (marks.length < 2) return null;
  const values = grid.names.flatMap((name, index): ValuePlan[] => {
    const [, sample, figure = ''] = ofDatafile.exec(name.trim()) ?? [];
    const quantity = modular.find(({ words }) => words === figure.toLowerCase());
    return sample === undefined || quantity === undefined ? [] : [{ index, quantity, sample }];
  });
  const key = findColumn(grid.index, 'id');
  return values.length === 0 ? null : { marks, affix: 'begin with datafile:', key, quantities: modular, values };
}

function quantityOf(words: string): AffixedQuantity {
  return { words, name: words, zeroIsMissing: true, scale: 'linear' };
}
