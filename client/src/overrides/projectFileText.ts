import type { OverrideName } from '#shared/overrides.ts';
import { escapeGlob, matches, moveToEnd, ownKey, put, readTables, startText, type Tables } from './projectFileJson.ts';

/** What a person says of a part: one value, the names of columns, or false for no sample sheet. */
export type OverrideValue = string | number | false | readonly string[];

/** What a person says of one part of one table; null takes it back. */
export interface OverrideChange {
  /** From the folder of the `.amprenta.json`, with forward slashes. */
  readonly path: string;
  readonly part: OverrideName;
  readonly value: OverrideValue | null;
}

/** What came of a change. */
export interface ChangedText {
  readonly text: string;
  /** The entry that decides the part of this table now; null where the table itself does. */
  readonly decidedBy: string | null;
}

/**
 * Puts a change into the text of a `.amprenta.json`; comments and format stay.
 * @throws Error where the text is no JSON
 */
export function changeOverride(text: string, { path, part, value }: OverrideChange): ChangedText {
  const start = startText(text);
  const tables = readTables(start);
  const own = ownKey(tables, path);
  const changed = value === null ? takeBack(start, tables, own, part) : say(start, tables, { path, part, value }, own);
  return { text: changed, decidedBy: decidingKeys(readTables(changed), path, part).at(-1) ?? null };
}

/**
 * Whether nothing is left in a text of what a person might have said or written: no entry, no comment, no other key. It is
 * what remains when the last override is taken back from a file that was made for the first.
 */
export const saysNothing = (text: string): boolean => /^\s*(\{\s*("tables"\s*:\s*\{\s*\}\s*,?\s*)?\}\s*)?$/.test(text);

function say(text: string, tables: Tables, change: OverrideChange, own: string | null): string {
  const { path, part, value } = change;
  const key = own ?? escapeGlob(path);
  const keys = Object.keys(tables);
  const isOverruled = decidingKeys(tables, path, part).some((other) => keys.indexOf(other) > keys.indexOf(key));
  if (own === null || !isOverruled) return put(text, ['tables', key, part], value);
  // Later entries win, so this one has to go to the end.
  return put(moveToEnd(text, key), ['tables', key, part], value);
}

function takeBack(text: string, tables: Tables, own: string | null, part: OverrideName): string {
  const entry = own === null ? undefined : tables[own];
  if (own === null || entry?.[part] === undefined) return text;
  const isLast = Object.keys(entry).length === 1;
  return put(text, isLast ? ['tables', own] : ['tables', own, part], undefined);
}

/** The entries that say this part of the table; the last one wins. */
function decidingKeys(tables: Tables, path: string, part: OverrideName): string[] {
  return Object.entries(tables)
    .filter(([key, entry]) => entry[part] !== undefined && matches(path, key))
    .map(([key]) => key);
}

/** The stretch in which two texts differ, by offsets into the old one. */
export function differingStretch(before: string, after: string): { start: number; end: number; text: string } {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) start += 1;
  let same = 0;
  while (same < most - start && before.at(-1 - same) === after.at(-1 - same)) same += 1;
  return { start, end: before.length - same, text: after.slice(start, after.length - same) };
}
