import type { PColumn, PColumns } from './pColumns.ts';

/** Sums and products in floating point may end a hair above 1. */
export const aHair = 1e-9;

/** Single slips are fewer than this, and a smaller share of a column's numbers. */
const fewest = 5;
const smallestShare = 0.05;

/** Whether a number of findings in a column is no slip of some cells, but lies in how the whole column was made. */
export function concernsColumn(findings: number, numbers: number): boolean {
  return findings >= 4 * fewest && findings > numbers * smallestShare;
}

/** How many numbers a column has, and where the first stands; -1 where there is none. */
export function countNumbers(numbers: Float64Array): { readonly count: number; readonly first: number } {
  let count = 0;
  let first = -1;
  for (let row = 0; row < numbers.length; row++) {
    if (Number.isNaN(numbers[row])) continue;
    if (first < 0) first = row;
    count++;
  }
  return { count, first };
}

/** Digits of a logarithm that was printed with one decimal. */
const logarithmRounding = 0.85;

/**
 * Whether a column that is called a p-value holds negative decimal logarithms beyond doubt: none is below zero, several are
 * above 1, and beside the p-values that were adjusted each is the logarithm of a number that is not below its own. Alone,
 * a twentieth must be above 1, where even without any difference a tenth is.
 */
export function isLogarithm(columns: PColumns, column: PColumn): boolean {
  const pair = columns.pairs.find(({ adjusted }) => adjusted === column);
  const numbers = column.numbers();
  const p = pair?.p.numbers();
  let count = 0;
  let above = 0;
  let compared = 0;
  for (let row = 0; row < numbers.length; row++) {
    const number = numbers[row] as number;
    if (Number.isNaN(number)) continue;
    if (number < 0) return false;
    count++;
    if (number > 1 + aHair) above++;
    const own = p?.[row] ?? Number.NaN;
    if (!(own <= 1)) continue;
    if (10 ** -number < own * logarithmRounding) return false;
    compared++;
  }
  return above >= fewest && (compared >= 2 * fewest || above >= count * smallestShare);
}
