import type { Column, Profile } from '../profiles/profile.ts';
import { ownedText } from '../table/ownedText.ts';
import { numericColumns } from '../values/rowValues.ts';

/** Indexes of the columns that hold text: keys, sample names, metadata, annotations. */
export function textColumns(profile: Profile): Int32Array {
  const numeric = new Set(numericColumns(profile));
  return Int32Array.from(
    profile.columns.filter((column) => !numeric.has(column)),
    (column) => column.index,
  );
}

/** True where numbers are measured and compared; sample sheets and annotation tables are judged by their structure only. */
export function holdsMeasurements(profile: Profile): boolean {
  return profile.shape !== 'sample-sheet' && profile.shape !== 'annotation';
}

/** A name for a column that a person finds it by: its header, else its position from 1. */
export function columnTitle(column: Pick<Column, 'name' | 'index'>): string {
  return column.name.trim() === '' ? `Column ${column.index + 1}` : `Column ${shown(column.name)}`;
}

const longestShown = 60;

/** A value as a message shows it: in quotes, cut where it is long. */
export function shown(value: string): string {
  const cut = value.length > longestShown ? `${value.slice(0, longestShown)}…` : value;
  return ownedText(`"${cut.toWellFormed()}"`);
}
