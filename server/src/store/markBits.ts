import type { RowMark } from '#shared/dataset.ts';

/** The bit of each mark in `dataset_feature.marks`; what is stored can't be renumbered. */
const bits: Readonly<Record<RowMark, number>> = { contaminant: 1, decoy: 2, 'only-by-site': 4 };

/** The marks of a row in one number, as they are stored. */
export function writeMarks(marks: readonly RowMark[]): number {
  let sum = 0;
  for (const mark of marks) sum |= bits[mark];
  return sum;
}

/** The marks of a stored number, in the order of their bits. */
export function readMarkBits(sum: number): readonly RowMark[] {
  return Object.entries(bits).flatMap(([mark, bit]) => ((sum & bit) === 0 ? [] : [mark as RowMark]));
}
