import { dirname, relative, resolve, sep } from 'node:path';
import picomatch from 'picomatch';
import type { Overrides, TableEntry } from '#shared/overrides.ts';
import type { ProjectFile } from '#shared/projectFileSchema.ts';
import { type RuleSettings, usualMaximumShown } from '#shared/ruleSettings.ts';
import { isSameToken } from '#shared/valueTokens.ts';
import { findProjectFile } from './projectFile.ts';

/** What a person says that holds for one table. */
export interface TableSettings {
  /** How it is read; this alone is stored with it, and makes another revision of the same bytes. */
  readonly overrides: Overrides;
  /** How the findings of some codes are shown. */
  readonly levels: RuleSettings;
  /** How many findings of one code the editor shows one by one; from 1. */
  readonly maximumShown: number;
}

/** What holds where a person says nothing. */
export const usualSettings: TableSettings = { overrides: {}, levels: {}, maximumShown: usualMaximumShown };

/**
 * What a person says of a table: the entries of the nearest `.amprenta.json` at or above its folder, else of the one in
 * `baseFolder`, whose path or glob matches; later ones win, part by part and code by code, and over the whole file's rules.
 * A sample sheet is named from the table's folder then; a sheet that an entry names for itself too is none of its own.
 * @param tablePath absolute
 * @throws invalidInput where the file can't be read or says something else, naming file, line and remedy
 */
export async function readTableSettings(tablePath: string, baseFolder: string): Promise<TableSettings> {
  const found = await findProjectFile(tablePath, baseFolder);
  if (found === null) return usualSettings;
  const folder = dirname(found.path);
  const entries = matchingEntries(found.file, relative(folder, tablePath).split(sep).join('/'));
  const overrides = entries.reduce<Overrides>((before, { rules: _, ...later }) => joined(before, later), {});
  return {
    overrides: withSheetFromTable(overrides, tablePath, folder),
    levels: Object.assign({}, found.file.rules, ...entries.map(({ rules }) => rules)),
    maximumShown: found.file.maximumShown ?? usualMaximumShown,
  };
}

/**
 * How a table's overrides name a sample sheet: by its path from the table's folder, with forward slashes.
 * @param tablePath absolute, as is the sheet's path
 */
export function sheetFromTable(tablePath: string, sheetPath: string): string {
  return relative(dirname(tablePath), sheetPath).split(sep).join('/');
}

function withSheetFromTable(
  { sampleSheet, ...others }: Overrides,
  tablePath: string,
  projectFolder: string,
): Overrides {
  if (typeof sampleSheet !== 'string') return sampleSheet === undefined ? others : { ...others, sampleSheet };
  const sheet = resolve(projectFolder, sampleSheet);
  return sheet === resolve(tablePath) ? others : { ...others, sampleSheet: sheetFromTable(tablePath, sheet) };
}

function matchingEntries({ tables = {} }: ProjectFile, name: string): TableEntry[] {
  return Object.entries(tables).flatMap(([glob, entry]) => (matches(name, glob) ? [entry] : []));
}

/** A name with the characters of a glob in it still means itself. */
function matches(name: string, glob: string): boolean {
  return glob === name || picomatch.isMatch(name, glob, { dot: true });
}

/** What is said later wins, also where it says of a cell that it is missing and before that it is a value, or the reverse. */
function joined(before: Overrides, later: Overrides): Overrides {
  return {
    ...before,
    ...without(before, 'missingTokens', later.valueTokens),
    ...without(before, 'valueTokens', later.missingTokens),
    ...later,
  };
}

function without(
  before: Overrides,
  part: 'missingTokens' | 'valueTokens',
  tokens: readonly string[] = [],
): Pick<Overrides, 'missingTokens' | 'valueTokens'> {
  const left = before[part]?.filter((said) => !tokens.some((token) => isSameToken(said, token)));
  return left === undefined ? {} : { [part]: left.length > 0 ? left : undefined };
}
