import { readFile, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import {
  findNodeAtLocation,
  getNodeValue,
  type JSONPath,
  type Node,
  type ParseError,
  parseTree,
  printParseErrorCode,
} from 'jsonc-parser';
import { AmprentaError } from '#shared/errors.ts';
import { projectFileName } from '#shared/overrides.ts';
import { type ProjectFile, projectFileSchema } from '#shared/projectFileSchema.ts';

interface KnownFile {
  readonly mtimeMs: number;
  readonly sizeBytes: number;
  readonly file: ProjectFile;
}

/** The files that were read, by path: every table of a folder asks for the same one. */
const known = new Map<string, KnownFile>();

/** A `.amprenta.json`, and where it lies. */
export interface FoundProjectFile {
  /** Absolute. */
  readonly path: string;
  readonly file: ProjectFile;
}

/**
 * The nearest `.amprenta.json` at or above a table's folder, else the one in `baseFolder`; null where there is none.
 * @param tablePath absolute
 * @throws invalidInput where it can't be read or says something else, naming file, line and remedy
 */
export async function findProjectFile(tablePath: string, baseFolder: string): Promise<FoundProjectFile | null> {
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
  const place = [...(issue?.path ?? []), ...(key === undefined ? [] : [key])].filter(isSegment);
  throw broken(path, lineAt(text, offsetOf(tree, place)), `${place.join(' → ')}: ${issue?.message}`);
}

function broken(path: string, line: number, what: string): AmprentaError {
  const sentence = /[.?!]$/.test(what) ? what : `${what}.`;
  return new AmprentaError(
    'invalidInput',
    `${path}, line ${line}: ${sentence} The schema of this file says what may stand there.`,
  );
}

/** JSON has no key that is a symbol. */
function isSegment(key: PropertyKey): key is string | number {
  return typeof key !== 'symbol';
}

/** Where the innermost key or value of a place stands that there is; 0 where there is none. */
function offsetOf(tree: Node | undefined, place: JSONPath): number {
  if (tree === undefined || place.length === 0) return tree?.offset ?? 0;
  const node = findNodeAtLocation(tree, place);
  if (node === undefined) return offsetOf(tree, place.slice(0, -1));
  return (node.parent?.type === 'property' ? node.parent : node).offset;
}

function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}
