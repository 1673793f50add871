import type { Column } from '../../profiles/profile.ts';
import { type Adjustment, pColumnOf } from '../../profiles/statisticColumn.ts';
import { cellKinds } from '../../values/cellKind.ts';
import type { DataRow } from '../../values/dataRows.ts';
import { numericColumns } from '../../values/rowValues.ts';
import { holdsMeasurements } from '../columnKinds.ts';
import type { Place } from '../place.ts';
import type { RuleContext } from '../rule.ts';
import { type PlaceList, startPlaceList } from './placeList.ts';
import { type PrintedDigits, startPrintedDigits } from './printedDigits.ts';
import { startRowGroups } from './rowGroups.ts';

/** A column of p-values, adjusted or not, with all that stands in it. */
export interface PColumn {
  readonly column: Column;
  readonly adjustment: Adjustment;
  readonly contrast: string;
  /** By data row; NaN where the cell has no finite number, or the row summarises others. */
  numbers(): Float64Array;
  readonly digits: PrintedDigits;
  placeOf(dataRow: number): Place;
}

/** An adjusted p-value's column and that of the p-values which were adjusted. */
export interface PPair {
  readonly p: PColumn;
  readonly adjusted: PColumn;
}

/** All columns of p-values of a table; complete at the pass's end. */
export interface PColumns {
  /** Takes a row in; it may be told of the same row several times. */
  row(data: DataRow): void;
  readonly columns: readonly PColumn[];
  readonly pairs: readonly PPair[];
  /** The rows among which p-values were adjusted together, as data rows; empty where stacked comparisons can't be told apart. */
  families(): readonly Int32Array[];
}

const known = new WeakMap<RuleContext, PColumns | null>();

/**
 * The columns of p-values of the table that is judged, kept once for all rules: 28 bytes a cell. Null where there are none.
 * Silent for all rules: what no layout takes for a statistic, such as the scores of identifications (q-values and PEP of
 * search engines), sample sheets, and columns whose names say that they are logarithms or percentages.
 */
export function pColumnsOf(context: RuleContext): PColumns | null {
  let columns = known.get(context);
  if (columns === undefined) {
    columns = startPColumns(context);
    known.set(context, columns);
  }
  return columns;
}

/** The pairs of a table that were adjusted so that neither value nor order may fall, with all its columns of p-values. */
export interface StepwisePairs {
  readonly columns: PColumns;
  readonly pairs: readonly PPair[];
}

/** Those pairs of the table that is judged; null where there are none. */
export function stepwisePairsOf(context: RuleContext): StepwisePairs | null {
  const columns = pColumnsOf(context);
  const pairs = columns?.pairs.filter(({ adjusted }) => adjusted.adjustment === 'stepwise') ?? [];
  return columns === null || pairs.length === 0 ? null : { columns, pairs };
}

/** Rows whose digits are looked at: a column is written in one way throughout. */
const lookedAt = 2000;

interface Collected extends PColumn {
  readonly position: number;
  readonly places: PlaceList;
  keep(row: number, number: number): void;
}

function startPColumns(context: RuleContext): PColumns | null {
  const { profile } = context;
  if (!holdsMeasurements(profile)) return null;
  const columns = numericColumns(profile).flatMap((column, position) => {
    const told = column.role === 'statistic' ? pColumnOf(column.name) : null;
    return told === null ? [] : [collect(column, position, told)];
  });
  if (columns.length === 0) return null;
  const pairs = pairUp(columns);
  const groups = pairs.length > 0 ? startRowGroups(profile) : null;
  let last = -1;
  return {
    columns,
    pairs,
    families: () => groups?.families() ?? [],
    row(data) {
      const { row, index, values, summary } = data;
      if (index === last || summary) return;
      last = index;
      groups?.row(data);
      for (const { column, position, places, digits, keep } of columns) {
        const number = values.numbers[position] as number;
        if (number - number !== 0 || !isPlain(values.kinds[position] as number)) continue;
        keep(index, number);
        places.keep(index, context.placeOf(row, column.index, index));
        if (index < lookedAt) digits.look(row.cell(column.index) ?? '');
      }
    },
  };
}

function isPlain(kind: number): boolean {
  return kind === cellKinds.number || kind === cellKinds.spacedNumber || kind === cellKinds.otherSeparator;
}

function collect(column: Column, position: number, told: { adjustment: Adjustment; contrast: string }): Collected {
  const places = startPlaceList(column.index);
  let numbers = new Float64Array(1024).fill(Number.NaN);
  let count = 0;
  return {
    ...told,
    column,
    position,
    places,
    digits: startPrintedDigits(),
    numbers: () => numbers.subarray(0, count),
    placeOf: places.placeOf,
    keep(row, number) {
      if (row >= numbers.length) {
        const larger = new Float64Array(Math.max(numbers.length * 2, row + 1)).fill(Number.NaN);
        larger.set(numbers);
        numbers = larger;
      }
      numbers[row] = number;
      count = row + 1;
    },
  };
}

/**
 * Pairs by what is left of the names. Where several columns have the same (joined tables that repeat their names, groups
 * that are called like figures), they pair in order if there are as many of the one as of the other, and else not at all.
 */
function pairUp(columns: readonly PColumn[]): readonly PPair[] {
  return columns.flatMap((adjusted) => {
    if (adjusted.adjustment === 'none') return [];
    const alike = columns.filter(({ contrast }) => contrast === adjusted.contrast);
    const raw = alike.filter(({ adjustment }) => adjustment === 'none');
    if (raw.length === 1 && raw[0]) return [{ p: raw[0], adjusted }];
    const same = alike.filter(({ adjustment }) => adjustment === adjusted.adjustment);
    const p = same.length === raw.length ? raw[same.indexOf(adjusted)] : undefined;
    return p === undefined ? [] : [{ p, adjusted }];
  });
}
