import type { Quantity } from '../profiles/profile.ts';
import { cellKinds, isMissingKind } from './cellKind.ts';
import { type Histogram, histogramOf } from './histogram.ts';
import type { RowValues } from './rowValues.ts';

/** How numbers lie. */
export interface Spread {
  readonly min: number;
  readonly median: number;
  readonly max: number;
  /** Null where they are all the same. */
  readonly histogram: Histogram | null;
}

/** What cells of numbers came to. */
export interface NumberTally {
  /** Takes in the cell at a position of a row's values. */
  add(values: RowValues, position: number): void;
  end(): {
    /** Cells with a finite number. */
    readonly values: number;
    /** Cells without a value; a zero that counts as missing is one of them. */
    readonly missing: number;
    /** Null where there is no number. */
    readonly spread: Spread | null;
  };
}

/** Begins without a cell; `quantity` is what the cells measure, where they measure anything. */
export function startNumberTally(quantity: Pick<Quantity, 'zeroIsMissing'> | undefined): NumberTally {
  const zeroIsMissing = quantity?.zeroIsMissing ?? false;
  const numbers: number[] = [];
  let missing = 0;
  return {
    add({ numbers: row, kinds }, position) {
      const number = row[position] ?? Number.NaN;
      if (isMissingKind(kinds[position] ?? cellKinds.empty) || (number === 0 && zeroIsMissing)) missing++;
      else if (Number.isFinite(number)) numbers.push(number);
    },
    end: () => ({ values: numbers.length, missing, spread: spreadOf(numbers) }),
  };
}

function spreadOf(numbers: readonly number[]): Spread | null {
  const sorted = Float64Array.from(numbers).sort();
  const [min] = sorted;
  const max = sorted.at(-1);
  if (min === undefined || max === undefined) return null;
  const upper = sorted[sorted.length >> 1] ?? max;
  const lower = sorted[(sorted.length - 1) >> 1] ?? min;
  return { min, median: (lower + upper) / 2, max, histogram: histogramOf(sorted) };
}
