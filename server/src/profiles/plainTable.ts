import type { Shape } from '#shared/dataset.ts';
import { type ColumnContent, contentOf, isEmpty, isNumeric, isText, sampledCells } from './columnContent.ts';
import { areGenes } from './geneNames.ts';
import type { Grid } from './grid.ts';
import { findColumn, plainName } from './headerName.ts';
import { hintOf, isSummaryName } from './headerWords.ts';
import { idsOf } from './identity.ts';
import { isRowNumber, keyColumnOf } from './keyColumn.ts';
import { lipidShare } from './lipidNames.ts';
import { samplesInRows } from './orientation.ts';
import type { ColumnRole } from './profile.ts';
import { isTestOf, pColumnOf, type StatisticKind, statisticOf } from './statisticColumn.ts';

/** A table of no known tool, as its names and contents show it. */
export interface PlainTable {
  readonly grid: Grid;
  readonly shape: Shape;
  /** The column that identifies the rows, or -1. */
  readonly key: number;
  /** The measured columns. */
  readonly values: readonly number[];
  /** Columns that are statistics, metadata of the row's sample, or the sample's name. */
  readonly roles: ReadonlyMap<number, ColumnRole>;
  /** The features' names as far as the head shows them: cells of the key, or names in the header. */
  readonly features: readonly string[];
  /** What the shape was told by, without a full stop. */
  readonly evidence: string;
}

const tables = new WeakMap<Grid, PlainTable>();

/** Tells a table of no known tool: which way round it is, what identifies its rows, what is measured. Told once for each grid. */
export function plainTableOf(grid: Grid): PlainTable {
  let table = tables.get(grid);
  if (table === undefined) {
    table = readPlainTable(grid);
    tables.set(grid, table);
  }
  return table;
}

function readPlainTable(grid: Grid): PlainTable {
  const content = contentOf(grid);
  const key = keyColumnOf(grid);
  const measurable = measurableColumns(grid, content, key);
  const base = { grid, key, roles: new Map<number, ColumnRole>(), features: key < 0 ? [] : sampledCells(grid, key) };
  if (key < 0 && measurable.length === 0) {
    return { ...base, shape: 'unknown', values: [], evidence: 'no column names anything and none is measured' };
  }
  const asked = grid.head.orientation;
  if (asked === 'features-in-rows') return featuresAcross(grid, base, measurable);
  if (asked === 'samples-in-rows' && key >= 0)
    return samplesAcross(grid, content, base, measurable, 'a person said so');
  const sheet = sheetEvidence(grid, content, key, measurable);
  if (sheet !== null) return sampleSheet(grid, base, sheet);
  const turned = key < 0 ? null : samplesInRows(grid, key, measurable);
  if (turned !== null && key >= 0) return samplesAcross(grid, content, base, measurable, turned);
  return featuresAcross(grid, base, measurable);
}

type Base = Pick<PlainTable, 'grid' | 'key' | 'features'>;

function featuresAcross(grid: Grid, base: Base, measurable: readonly number[]): PlainTable {
  const roles = new Map<number, ColumnRole>();
  const kinds = new Set<StatisticKind>();
  const values: number[] = [];
  const figures = measurable.map((column) => statisticOf(grid.names[column] ?? ''));
  const contrasts = new Set(measurable.flatMap((column) => pColumnOf(grid.names[column] ?? '')?.contrast ?? []));
  const comparing = figures.some((figure) => figure === 'fold' || isSignificance(figure));
  measurable.forEach((column, at) => {
    const hint = hintOf(grid.names[column] ?? '');
    const name = grid.names[column] ?? '';
    const summarises = comparing && hint !== 'annotation' && isSummaryName(name);
    const figure = figures[at] ?? (summarises ? 'mean' : isTestOf(name, contrasts) ? 'test' : null);
    // `t`, `B` or `F` may as well be samples; they are test statistics only beside a p-value or a fold change.
    if (figure !== null && (comparing || figure !== 'test')) {
      kinds.add(figure);
      roles.set(column, 'statistic');
    } else if (hint !== 'annotation' && hint !== 'feature' && !isPeakTime(grid, column)) {
      values.push(column);
    }
  });
  const tested = [...kinds].some(isSignificance);
  if (tested && kinds.has('fold')) {
    return { ...base, shape: 'results', values, roles, evidence: 'there are columns of p-values and of fold changes' };
  }
  if (tested && values.length === 0) {
    return {
      ...base,
      shape: 'results',
      values,
      roles,
      evidence: 'there are columns of p-values and nothing is measured',
    };
  }
  // Averages and the like describe samples; without a sample they are what was measured.
  if (values.length === 0 && roles.size > 0) {
    const averages = [...roles.keys()];
    return {
      ...base,
      shape: 'features-in-rows',
      values: averages,
      roles: new Map(),
      evidence: 'the numbers are summaries',
    };
  }
  if (values.length === 0) {
    return { ...base, shape: 'annotation', values, roles, evidence: 'nothing in it is measured' };
  }
  return { ...base, shape: 'features-in-rows', values, roles, evidence: keyEvidence(grid, base.key) };
}

function isSignificance(kind: StatisticKind | null): boolean {
  return kind === 'p' || kind === 'adjustedP' || kind === 'logP';
}

function samplesAcross(
  grid: Grid,
  content: readonly ColumnContent[],
  base: Base,
  measurable: readonly number[],
  turned: string,
): PlainTable {
  const roles = new Map<number, ColumnRole>([[base.key, 'sample-name']]);
  const values: number[] = [];
  const covariates = leadingCovariates(content, measurable);
  for (const column of measurable) {
    const hint = hintOf(grid.names[column] ?? '');
    const described = hint === 'metadata' || hint === 'group' || hint === 'sample' || covariates.has(column);
    if (described) roles.set(column, 'metadata');
    else values.push(column);
  }
  content.forEach((_, column) => {
    if (!roles.has(column) && !values.includes(column)) roles.set(column, 'metadata');
  });
  return {
    ...base,
    shape: 'samples-in-rows',
    values,
    roles,
    features: values.map((column) => grid.names[column] ?? ''),
    evidence: turned,
  };
}

function sampleSheet(grid: Grid, base: Base, evidence: string): PlainTable {
  const roles = new Map<number, ColumnRole>();
  grid.names.forEach((_, column) => {
    roles.set(column, column === base.key ? 'sample-name' : 'metadata');
  });
  return { ...base, shape: 'sample-sheet', values: [], roles, features: [], evidence };
}

/**
 * Numbers that could be measured: numeric columns other than the key and row numbers, and wholly empty columns among
 * them (a sample in which nothing was found).
 */
function measurableColumns(grid: Grid, content: readonly ColumnContent[], key: number): number[] {
  const numeric = content.flatMap((column, at) =>
    at !== key && isNumeric(column) && !isRowNumber(grid, at) ? [at] : [],
  );
  const first = numeric.find((at) => hintOf(grid.names[at] ?? '') === null) ?? Number.POSITIVE_INFINITY;
  const last = numeric.at(-1) ?? -1;
  const empty = content.flatMap((column, at) => {
    const named = (grid.names[at] ?? '').trim() !== '' && hintOf(grid.names[at] ?? '') === null;
    return isEmpty(column) && named && at > first && at <= last + 1 && grid.rows.length > 0 ? [at] : [];
  });
  return [...numeric, ...empty].sort((a, b) => a - b);
}

/**
 * Numbers right behind the sample that are below zero where hardly anything else is: an amount can't be negative, so
 * these are covariates (a change of weight, an effect), as MetaboAnalyst's tables may have them before the metabolites.
 */
function leadingCovariates(content: readonly ColumnContent[], measurable: readonly number[]): ReadonlySet<number> {
  const below = measurable.filter((column) => (content[column]?.negative ?? 0) > 0);
  if (measurable.length < 4 || below.length === 0 || below.length > measurable.length * 0.25) return new Set();
  const leading = new Set<number>();
  for (const column of measurable) {
    if (!below.includes(column)) break;
    leading.add(column);
  }
  return leading;
}

/** True for a column `Time` beside one of masses: the retention time of a peak. */
function isPeakTime(grid: Grid, column: number): boolean {
  return plainName(grid.names[column] ?? '') === 'time' && findColumn(grid.index, 'mz', 'mass', 'mzmed') >= 0;
}

/** A row a sample and nothing measured: the key is called a sample, and the rest is words or known properties of samples. */
function sheetEvidence(
  grid: Grid,
  content: readonly ColumnContent[],
  key: number,
  measurable: readonly number[],
): string | null {
  if (key < 0 || hintOf(grid.names[key] ?? '') !== 'sample') return null;
  const hints = grid.names.map(hintOf);
  const unexplained = measurable.filter(
    (column) => !['metadata', 'group', 'sample'].includes(hints[column] ?? ''),
  ).length;
  const words = content.filter((column, at) => at !== key && isText(column)).length;
  const described = words + measurable.length - unexplained;
  if (described === 0 || unexplained > described * 0.25) return null;
  if (lipidShare(measurable.map((column) => grid.names[column] ?? '')) >= 0.5) return null;
  return `column ${grid.names[key]} names samples and nothing in it is measured`;
}

function keyEvidence(grid: Grid, key: number): string {
  if (key < 0) return 'its columns are numbers, but no column names the rows';
  const name = (grid.names[key] ?? '') === '' ? `the unnamed column ${key + 1}` : `column ${grid.names[key]}`;
  const cells = sampledCells(grid, key);
  const { namespace } = idsOf(cells);
  if (namespace !== null) return `${name} holds ${namespace} ids`;
  return areGenes(cells) ? `${name} holds genes` : `${name} names the rows and the others are numbers`;
}
