import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { hasExtension } from '#shared/tableFiles.ts';
import { readTableSettings } from '../config/tableSettings.ts';
import { openFileSource } from '../files/fileSource.ts';
import { baseDirectory } from '../files/givenPath.ts';
import { tablesIn } from '../files/tablesIn.ts';
import { leastConfidenceOfText } from '../profiles/textConfidence.ts';
import type { FileResult } from '../reports/fileResult.ts';
import { toFailure } from './failure.ts';
import { startProgress } from './progress.ts';
import type { SheetFinder } from './sampleSheets.ts';
import type { Terminal } from './terminal.ts';

/** A file that is to be validated. */
export interface ValidatedFile {
  readonly path: string;
  /** Found in a folder, not named by the person: a text there need not be a table. */
  readonly found: boolean;
}

/**
 * The files that are named, and for a folder that is named those in it that may be tables, in the order given.
 * @throws notFound where a folder in the named one can't be read; AbortError when `signal` is aborted
 */
export async function filesToValidate(paths: readonly string[], signal: AbortSignal): Promise<ValidatedFile[]> {
  const files: ValidatedFile[] = [];
  for (const path of paths) {
    if (!(await isPlainFolder(path))) files.push({ path, found: false });
    else for await (const inside of tablesIn(resolve(baseDirectory(), path), signal)) files.push(foundAt(inside, path));
  }
  return files;
}

/** A found path is told as the folder was given. */
function foundAt(inside: string, given: string): ValidatedFile {
  const folder = resolve(baseDirectory(), given);
  return { path: `${given.replace(/\/+$/, '')}${inside.slice(folder.replace(/\/+$/, '').length)}`, found: true };
}

/** A folder that an instrument or a program writes as one recording is told of as such, like a file. */
async function isPlainFolder(path: string): Promise<boolean> {
  if (/\.(?:d|raw)\/?$/i.test(path)) return false;
  const stats = await stat(resolve(baseDirectory(), path)).catch(() => null);
  return stats?.isDirectory() ?? false;
}

/**
 * Validates files one after the other, and shows on stderr how far it has come; what can't be read is told of in its
 * place. A text found in a folder that is no table of a known layout is left out.
 * @throws cancelled on abort
 */
export async function* validateFiles(
  terminal: Terminal,
  files: readonly ValidatedFile[],
  sheetsOf: SheetFinder,
  signal: AbortSignal,
): AsyncGenerator<FileResult> {
  for (const [index, { path, found }] of files.entries()) {
    const progress = terminal.drawsProgress
      ? startProgress(terminal, files.length === 1 ? path : `[${index + 1}/${files.length}] ${path}`)
      : null;
    const result = await validateOne(path, sheetsOf, signal, (bytesRead, sizeBytes) =>
      progress?.show({ phase: 'reading', bytesRead, sizeBytes }),
    );
    progress?.end();
    if (!(found && isOtherText(result))) yield result;
  }
}

function isOtherText(result: FileResult): boolean {
  if (!hasExtension(result.path, ['txt']) || 'failure' in result) return false;
  return result.validation.profile.confidence < leastConfidenceOfText;
}

async function validateOne(
  path: string,
  sheetsOf: SheetFinder,
  signal: AbortSignal,
  onRead: (bytesRead: number, sizeBytes: number) => void,
): Promise<FileResult> {
  try {
    const source = await openFileSource(path);
    const { validate } = await import('../rules/validate.ts');
    const { overrides, levels } = await readTableSettings(source.path, baseDirectory());
    const found = await sheetsOf(source, overrides, signal);
    const onProgress = (bytesRead: number): void => onRead(bytesRead, source.sizeBytes);
    return { path, validation: await validate(source, { signal, levels, ...found, onProgress }) };
  } catch (thrown) {
    const failure = toFailure(thrown);
    if (failure.kind === 'cancelled') throw failure;
    return { path, failure };
  }
}
