import { type FlagGroup, flaggedTexts } from './valueFlags.ts';

/**
 * Writes a row's values as cells: a flagged cell as the file had it (`<LOD`, a zero that counts as missing), a missing
 * one as the column's word for it, and a number in the shortest form that reads back as the same double, with a point.
 */
export function writeCells(
  values: Float64Array,
  flags: readonly FlagGroup[] | null,
  missingTokens: readonly string[],
): readonly string[] {
  const cells = new Array<string>(values.length);
  for (let column = 0; column < values.length; column++) {
    const value = values[column] as number;
    cells[column] = Number.isNaN(value) ? (missingTokens[column] ?? '') : numberText(value);
  }
  for (const [column, text] of flaggedTexts(flags)) cells[column] = text;
  return cells;
}

/** String() forgets the sign of a negative zero. */
function numberText(value: number): string {
  return Object.is(value, -0) ? '-0' : String(value);
}
