import type { Column, FeatureLimits } from '../profiles/profile.ts';
import { type CellReading, cellKinds } from '../values/cellKind.ts';
import { readNumber } from '../values/cellNumber.ts';

/** Words for the limit of quantification in a cell; all others mean that of detection. */
const ofQuantification = /loq|blq|bql/i;

/**
 * The limit of a censored cell: the one that it names (`< 0.05`), else the one that the table gives for its feature; null
 * where there is none.
 * @param text the cell as written
 * @param separator the table's decimal separator, as a character code
 */
export function limitOf(
  reading: CellReading,
  column: Column | undefined,
  text: string,
  separator: number,
): number | null {
  const limits = column?.limits;
  if (reading.limit !== null || limits === undefined) return reading.limit;
  const kind = limitKind(reading, text);
  const limit = kind === null ? Number.NaN : readNumber(limits[kind] ?? '', separator);
  return Number.isNaN(limit) ? null : limit;
}

function limitKind({ kind }: CellReading, text: string): keyof FeatureLimits | null {
  if (kind === cellKinds.aboveUloq) return 'uloq';
  if (kind !== cellKinds.belowLod) return null;
  return ofQuantification.test(text) ? 'lloq' : 'lod';
}
