import type { Column, Profile } from '../../profiles/profile.ts';
import type { ByteSource } from '../../table/byteSource.ts';
import { cellKinds } from '../../values/cellKind.ts';
import { readDataRows } from '../../values/dataRows.ts';
import { numericColumns } from '../../values/rowValues.ts';
import { type Histogram, histogramOf } from './histogram.ts';

/** What the cells of one column come to; summary rows are left out. */
export interface ColumnFigures {
  readonly rows: number;
  /** Cells with a finite number; of a column of text, cells with content. */
  readonly values: number;
  /** Cells without a value; a zero that counts as missing is one of them. */
  readonly missing: number;
  /** Null where the column has no number, or holds text. */
  readonly spread: Spread | null;
}

/** How numbers lie. */
export interface Spread {
  readonly min: number;
  readonly median: number;
  readonly max: number;
  /** Null where they are all the same. */
  readonly histogram: Histogram | null;
}

/**
 * Reads one column of a table.
 * @throws AbortError when `signal` is aborted
 */
export async function readColumnFigures(
  source: ByteSource,
  profile: Profile,
  column: Column,
  signal: AbortSignal,
): Promise<ColumnFigures> {
  const position = numericColumns(profile).indexOf(column);
  const quantity = column.quantity === undefined ? undefined : profile.quantities[column.quantity];
  const zeroIsMissing = quantity?.zeroIsMissing ?? false;
  const numbers: number[] = [];
  let rows = 0;
  let filled = 0;
  let missing = 0;
  const readNumberCell = (number: number, kind: number): void => {
    if (isMissingKind(kind) || (number === 0 && zeroIsMissing)) missing++;
    else if (Number.isFinite(number)) numbers.push(number);
  };
  const readTextCell = (cell: string): void => {
    if (cell.trim() === '') missing++;
    else filled++;
  };
  await readDataRows(
    source,
    profile,
    {
      row({ row, summary, values }) {
        if (summary) return;
        rows++;
        if (position < 0) readTextCell(row.cell(column.index) ?? '');
        else readNumberCell(values.numbers[position] ?? Number.NaN, values.kinds[position] ?? cellKinds.empty);
      },
    },
    { signal },
  );
  return { rows, values: position < 0 ? filled : numbers.length, missing, spread: spreadOf(numbers) };
}

/** True for a cell without a value. */
export function isMissingKind(kind: number): boolean {
  return kind === cellKinds.empty || kind === cellKinds.missingToken || kind === cellKinds.notDetected;
}

/** How finite numbers lie; null where there are none. */
export function spreadOf(numbers: readonly number[]): Spread | null {
  const sorted = Float64Array.from(numbers).sort();
  const [min] = sorted;
  const max = sorted.at(-1);
  if (min === undefined || max === undefined) return null;
  const upper = sorted[sorted.length >> 1] ?? max;
  const lower = sorted[(sorted.length - 1) >> 1] ?? min;
  return { min, median: (lower + upper) / 2, max, histogram: histogramOf(sorted) };
}
