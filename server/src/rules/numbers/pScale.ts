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

/**
 * Whether a column that is called a p-value holds negative decimal logarithms beyond doubt: none is below zero, and
 * several are above 1, as every tenth is where nothing differs. Beside the p-values that were adjusted, each of those
 * above 1 must also be the logarithm of a number that is not below its p-value.
 */
export function isLogarithm(columns: PColumns, column: PColumn): boolean {
  const pair = columns.pairs.find(({ adjusted }) => adjusted === column);
  const numbers = column.numbers();
  const p = pair?.p.numbers();
  let count = 0;
  let above = 0;
  for (let row = 0; row < numbers.length; row++) {
    const number = numbers[row] as number;
    if (Number.isNaN(number)) continue;
    if (number < 0) return false;
    count++;
    if (number <= 1 + aHair) continue;
    above++;
    const own = p?.[row] ?? Number.NaN;
    // A tenth for the digits that were printed; of a p-value above 1 nothing is told.
    if (own <= 1 && 10 ** -number < own * 0.9) return false;
  }
  return above >= fewest && above >= count * smallestShare;
}
