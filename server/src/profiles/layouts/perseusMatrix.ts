import type { Scale } from '#shared/dataset.ts';
import type { Head } from '../../table/head.ts';
import { affixedColumns } from '../affixedColumns.ts';
import { contentOf, sampledCells } from '../columnContent.ts';
import { type Grid, gridAt } from '../grid.ts';
import { findColumn, indexHeader } from '../headerName.ts';
import { identityOf, idsOf } from '../identity.ts';
import type { Layout } from '../layout.ts';
import { perseusMarks } from '../markConventions.ts';
import { maxquantQuantities } from '../maxquantQuantities.ts';
import { omicsOfLayout, tellOmicsType } from '../omicsType.ts';
import type { ColumnRole } from '../profile.ts';
import { makeReading, type QuantityPlan, type ValuePlan } from '../reading.ts';
import { statisticOf } from '../statisticColumn.ts';

/** Marks a line above the data: the types of the columns, their descriptions, or one annotation of the samples. */
const annotationLine = /^#!\{(Type|Description|[CNTM]:[^}]*)\}/i;
/** Perseus' letters: main (expression), categorical, numerical, text, multi-numerical. */
const columnType = /^[ECNTM]$/;
/** Columns that identify rows in the tables people load into Perseus. */
const keyNames = [
  'Protein IDs',
  'Majority protein IDs',
  'Protein.Group',
  'PG.ProteinGroups',
  'PG.ProteinAccessions',
  'Accession',
  'Protein ID',
  'Protein',
  'Unique identifier',
  'Modified sequence',
  'Sequence',
  'Gene names',
  'Genes',
  'Name',
];
/** Log2 of intensities lie between these, whatever the instrument; log10 stays below, plain intensities far above. */
const smallestLog2Maximum = 14;
const largestLog2Maximum = 60;
const smallestLinearMaximum = 1000;

/**
 * A matrix that Perseus wrote: under the header stand lines that begin with `#!{Type}`, `#!{Description}` and, for each
 * annotation of the samples, `#!{C:Group}` (categories) or `#!{N:Time}` (numbers). Main columns are the samples; they are
 * mostly log2, which only their values tell. An older Perseus puts `T: `, `N: `, `C: ` before names.
 * Sources: Perseus documentation, "Matrix text format" (perseus-plugins, PerseusUtils.ReadMatrix; PerseusR, read.perseus);
 * Tyanova et al. 2016, doi 10.1038/nmeth.3901.
 */
export const perseusMatrix: Layout = {
  name: 'perseus-matrix',
  recognize(head) {
    const lines = annotationLines(head);
    const types = lines?.rows.get('type') ?? [];
    if (lines === null || !types.includes('E')) return null;
    const grid = gridAt(head, lines.headerAt, { isData: (row) => !annotationLine.test(row.cells[0] ?? '') });
    const values = valuesOf(grid, types);
    const key = keyOf(grid, types);
    const names = key < 0 ? [] : sampledCells(grid, key);
    const ids = idsOf(names);
    // Perseus is made for proteomics; ids of another kind say that something else was loaded.
    const told = tellOmicsType({
      keyName: grid.names[key] ?? '',
      features: names,
      namespace: ids.namespace,
      header: grid.names,
      fileName: head.name,
    });
    const omics = ids.namespace === null ? omicsOfLayout('proteomics', 'Perseus') : told;
    const annotations = [...lines.rows].filter(([name]) => name !== 'type');
    return makeReading({
      grid,
      confidence: 0.99,
      evidence: `Because of the line #!{Type} under the header, by which ${types.filter((type) => type === 'E').length} columns are main columns.`,
      shape: 'features-in-rows',
      ...omics,
      marks: perseusMarks,
      rowKey: key < 0 ? [] : [key],
      roles: statisticsOf(grid, types),
      values,
      quantities: [...new Set(values.map(({ quantity }) => quantity))],
      sampleMetadata: (index) =>
        Object.fromEntries(annotations.flatMap(([name, cells]) => (cells[index] ? [[name, cells[index]]] : []))),
      identity: key < 0 ? null : identityOf(key, ids, omics.omicsType, names),
    });
  },
};

/** The lines under the header by name (`type`, `Description`, `Group`), their mark taken off; null where there are none. */
function annotationLines(
  head: Head,
): { readonly headerAt: number; readonly rows: ReadonlyMap<string, readonly string[]> } | null {
  const first = head.rows.findIndex((row) => annotationLine.test(row.cells[0] ?? ''));
  if (first < 1) return null;
  const rows = new Map<string, readonly string[]>();
  for (const { cells } of head.rows.slice(first)) {
    const [mark, name] = annotationLine.exec(cells[0] ?? '') ?? [];
    if (mark === undefined || name === undefined) break;
    const told = [(cells[0] ?? '').slice(mark.length), ...cells.slice(1)].map((cell) => cell.trim());
    if (/^type$/i.test(name))
      rows.set(
        'type',
        told.map((type) => (columnType.test(type) ? type : '')),
      );
    else rows.set(/^description$/i.test(name) ? 'Description' : name.slice(2), told);
  }
  return { headerAt: first - 1, rows };
}

/** Main columns, and numerical ones that give a further quantity of MaxQuant's for the same samples. */
function valuesOf(grid: Grid, types: readonly string[]): readonly ValuePlan[] {
  const names = grid.names.map(withoutType);
  const named = affixedColumns({ ...grid, names }, 'prefix', maxquantQuantities);
  const main = types.flatMap((type, index) => (type === 'E' ? [index] : []));
  const nameOf = (index: number): { readonly quantity: QuantityPlan | null; readonly sample: string } => {
    const known = named.find((value) => value.index === index);
    return known === undefined
      ? { quantity: null, sample: (names[index] ?? '').trim() }
      : { quantity: known.quantity, sample: known.sample ?? '' };
  };
  const samples = new Set(main.map((index) => nameOf(index).sample));
  const further = named.filter(
    ({ index, sample }) => types[index] === 'N' && sample !== undefined && samples.has(sample),
  );
  const plans = new Map<QuantityPlan | null, QuantityPlan>();
  const columns = [...main, ...further.map(({ index }) => index)];
  const planOf = (known: QuantityPlan | null): QuantityPlan => {
    const plan =
      plans.get(known) ??
      scaled(
        known,
        grid,
        columns.filter((index) => nameOf(index).quantity === known),
      );
    plans.set(known, plan);
    return plan;
  };
  return columns.map((index) => {
    const { quantity, sample } = nameOf(index);
    return { index, quantity: planOf(quantity), sample };
  });
}

/** A 0 of MaxQuant's intensities stays "not detected" until the logarithm is taken, which makes it NaN. */
function scaled(known: QuantityPlan | null, grid: Grid, columns: readonly number[]): QuantityPlan {
  if (known?.kind === 'count') return known;
  const scale = scaleOf(grid, columns);
  return { name: null, ...known, scale, zeroIsMissing: scale === 'linear' && known?.zeroIsMissing === true };
}

function scaleOf(grid: Grid, columns: readonly number[]): Scale {
  const content = contentOf(grid);
  const most = Math.max(...columns.map((index) => content[index]?.max ?? Number.NEGATIVE_INFINITY));
  if (most >= smallestLinearMaximum) return 'linear';
  return most >= smallestLog2Maximum && most <= largestLog2Maximum ? 'log2' : 'unknown';
}

function keyOf(grid: Grid, types: readonly string[]): number {
  const named = findColumn(indexHeader(grid.names.map(withoutType)), ...keyNames);
  if (named >= 0 && types[named] !== 'E') return named;
  const content = contentOf(grid);
  const tellsApart = (index: number): boolean => {
    const column = content[index];
    return column !== undefined && column.filled > 0 && column.distinct >= column.cells * 0.95;
  };
  const ofType = (wanted: string): number => types.findIndex((type, index) => type === wanted && tellsApart(index));
  const text = ofType('T');
  return text >= 0 ? text : ofType('N');
}

function statisticsOf(grid: Grid, types: readonly string[]): ReadonlyMap<number, ColumnRole> {
  return new Map(
    grid.names.flatMap((name, index) =>
      types[index] === 'N' && isStatistic(withoutType(name)) ? [[index, 'statistic'] as const] : [],
    ),
  );
}

/** Perseus' own names besides those of other tools: `Student's T-test Difference A_B`, `-Log ANOVA p value`. */
function isStatistic(name: string): boolean {
  return statisticOf(name) !== null || /\b(?:t-test|anova|welch)\b|test[ .]+(?:difference|statistic)/i.test(name);
}

function withoutType(name: string): string {
  return name.replace(/^[ECNTM]: /, '');
}
