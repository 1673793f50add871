import { readFile, stat } from 'node:fs/promises';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { getNodeValue, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import picomatch from 'picomatch';
import { AmprentaError } from '#shared/errors.ts';
import { type Overrides, projectFileName } from '#shared/overrides.ts';
import { type ProjectFile, projectFileSchema } from '#shared/projectFileSchema.ts';
import { isSameToken } from '#shared/valueTokens.ts';

interface KnownFile {
  readonly mtimeMs: number;
  readonly sizeBytes: number;
  readonly file: ProjectFile;
}

/** The files that were read, by path: every table of a folder asks for the same one. */
const known = new Map<string, KnownFile>();

/**
 * What a person says of a table: the entries of the nearest `.amprenta.json` at or above its folder, else of the one in
 * `baseFolder`, whose path or glob matches; later ones win, part by part.
 * A sample sheet is named from the table's folder then; a sheet that an entry names for itself too is none of its own.
 * @param tablePath absolute
 * @throws invalidInput where the file can't be read or says something else, naming file, line and remedy
 */
export async function readOverrides(tablePath: string, baseFolder: string): Promise<Overrides> {
  const found = await findProjectFile(tablePath, baseFolder);
  if (found === null) return {};
  const folder = dirname(found.path);
  const name = relative(folder, tablePath).split(sep).join('/');
  const matching = Object.entries(found.file.tables ?? {}).filter(([glob]) => matches(name, glob));
  const { sampleSheet, ...others }: Overrides = matching.reduce<Overrides>(
    (before, [, overrides]) => joined(before, overrides),
    {},
  );
  if (typeof sampleSheet !== 'string') return sampleSheet === undefined ? others : { ...others, sampleSheet };
  const sheet = resolve(folder, sampleSheet);
  return sheet === resolve(tablePath) ? others : { ...others, sampleSheet: sheetFromTable(tablePath, sheet) };
}

/**
 * How a table's overrides name a sample sheet: by its path from the table's folder, with forward slashes.
 * @param tablePath absolute, as is the sheet's path
 */
export function sheetFromTable(tablePath: string, sheetPath: string): string {
  return relative(dirname(tablePath), sheetPath).split(sep).join('/');
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

/** A name with the characters of a glob in it still means itself. */
function matches(name: string, glob: string): boolean {
  return glob === name || picomatch.isMatch(name, glob, { dot: true });
}

async function findProjectFile(
  tablePath: string,
  baseFolder: string,
): Promise<{ readonly path: string; readonly file: ProjectFile } | null> {
  for (const folder of [...foldersAbove(tablePath), resolve(baseFolder)]) {
    const path = join(folder, projectFileName);
    const file = await readIfThere(path);
    if (file !== null) return { path, file };
  }
  return null;
}

function foldersAbove(path: string): string[] {
  const folders: string[] = [];
  for (let folder = dirname(resolve(path)); !folders.includes(folder); folder = dirname(folder)) folders.push(folder);
  return folders;
}

async function readIfThere(path: string): Promise<ProjectFile | null> {
  try {
    const { mtimeMs, size: sizeBytes } = await stat(path);
    const before = known.get(path);
    if (before?.mtimeMs === mtimeMs && before.sizeBytes === sizeBytes) return before.file;
    const file = parseProjectFile(path, await readFile(path, 'utf8'));
    known.set(path, { mtimeMs, sizeBytes, file });
    return file;
  } catch (cause) {
    if (cause instanceof AmprentaError) throw cause;
    const code = (cause as NodeJS.ErrnoException).code;
    if (code === 'ENOENT' || code === 'ENOTDIR') return null;
    throw new AmprentaError('invalidInput', `${path} can't be read (${code}). Give yourself permission to read it.`, {
      cause,
    });
  }
}

/**
 * Reads the text of a `.amprenta.json`, in which comments and a comma at the end are allowed.
 * @throws invalidInput where it is no such file, naming the line
 */
export function parseProjectFile(path: string, text: string): ProjectFile {
  if (text.trim() === '') return {};
  const errors: ParseError[] = [];
  const tree = parseTree(text, errors, { allowTrailingComma: true });
  const [error] = errors;
  if (error) {
    const what = printParseErrorCode(error.error)
      .replace(/(?<=[a-z])(?=[A-Z])/g, ' ')
      .toLowerCase();
    throw broken(path, lineAt(text, error.offset), `this is no JSON (${what})`);
  }
  const parsed = projectFileSchema.safeParse(tree ? getNodeValue(tree) : {});
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const key = issue?.code === 'unrecognized_keys' ? issue.keys[0] : undefined;
  const place = [...(issue?.path ?? []), ...(key === undefined ? [] : [key])].map(String);
  throw broken(path, lineOfPlace(text, place), `${place.join(' → ')}: ${issue?.message}`);
}

function broken(path: string, line: number, what: string): AmprentaError {
  return new AmprentaError(
    'invalidInput',
    `${path}, line ${line}: ${what}. The schema of this file says what may stand there.`,
  );
}

/** The line of the innermost key that the place names; from 1. */
function lineOfPlace(text: string, place: readonly string[]): number {
  let offset = 0;
  for (const key of place) {
    const at = text.indexOf(JSON.stringify(key), offset);
    if (at >= 0) offset = at;
  }
  return lineAt(text, offset);
}

function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}
