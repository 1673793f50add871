/** With how many digits a column's numbers are written, which bounds how far two of them may be off by rounding. */
export interface PrintedDigits {
  /** Looks at a cell. */
  look(cell: string): void;
  /** The most that rounding can have moved a number of this column: half a step of its last digit. */
  roundingOf(number: number): number;
}

const written = /^\s*[+-]?(\d*)[.,]?(\d*)(?:[eE]([+-]?\d+))?\s*$/;

/**
 * Starts without a cell. A column is written either with so many decimals (0.012, 0.500) or with so many digits that
 * count (1.2e-5, 0.00123): the most of either are looked for, as programs leave out zeros at the end, and the coarser of
 * the two steps is a number's.
 */
export function startPrintedDigits(): PrintedDigits {
  let decimals = 0;
  let significant = 1;
  return {
    look(cell) {
      const match = written.exec(cell);
      if (!match) return;
      const [, whole = '', fraction = '', exponent = '0'] = match;
      decimals = Math.max(decimals, fraction.length - Number(exponent));
      significant = Math.max(significant, (whole + fraction).replace(/^0+/, '').length);
    },
    roundingOf(number) {
      const size = number === 0 ? 0 : 10 ** (Math.floor(Math.log10(Math.abs(number))) - significant + 1);
      // Sums in floating point are off by some units of the last of 16 digits, whatever was printed.
      return Math.max(size / 2, 10 ** -decimals / 2, Math.abs(number) * 1e-12);
    },
  };
}
