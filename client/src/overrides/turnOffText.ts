import { posix } from 'node:path';
import type { DiagnosticCode } from '#shared/diagnostics.ts';
import type { TurnOffScope } from '#shared/protocol/turnOff.ts';
import { escapeGlob, matches, moveToEnd, ownKey, put, readTables, startText, type Tables } from './projectFileJson.ts';

/** Which code is turned off, and for which tables. */
export interface TurnOffChange {
  /** Of the table in which it was found, from the folder of the `.amprenta.json`, with forward slashes. */
  readonly path: string;
  readonly code: DiagnosticCode;
  readonly scope: TurnOffScope;
}

/**
 * Turns a code off in the text of a `.amprenta.json`, so that it is off for the table whatever other entries say; comments
 * and format stay.
 * @throws Error where the text is no JSON
 */
export function turnOffIn(text: string, { path, code, scope }: TurnOffChange): string {
  const start = startText(text);
  const tables = readTables(start);
  const folder = posix.dirname(path);
  const isSaidOfTables = Object.values(tables).some((entry) => says(entry, code));
  if (scope === 'folder' && folder === '.' && !isSaidOfTables) return put(start, ['rules', code], 'off');
  const keys = scope === 'folder' ? folderKeys(folder) : [ownKey(tables, path) ?? escapeGlob(path)];
  const key = keys.find((one) => !isOverruled(tables, one, path, code));
  if (key !== undefined) return put(start, ['tables', key, 'rules', code], 'off');
  // Each way to write the entry is taken, and stands before one that says otherwise.
  const last = keys.at(-1) ?? path;
  return put(moveToEnd(start, last), ['tables', last, 'rules', code], 'off');
}

/** Two ways to write one glob: an entry that later ones overrule may say more, which must go on meaning what it does. */
function folderKeys(folder: string): string[] {
  const below = folder === '.' ? '' : `${escapeGlob(folder)}/`;
  return [`${below}**`, `${below}**/*`];
}

function isOverruled(tables: Tables, key: string, path: string, code: DiagnosticCode): boolean {
  const keys = Object.keys(tables);
  if (!keys.includes(key)) return false;
  return keys.slice(keys.indexOf(key) + 1).some((later) => matches(path, later) && says(tables[later], code));
}

const says = (entry: Tables[string] | undefined, code: DiagnosticCode): boolean => entry?.rules?.[code] !== undefined;
