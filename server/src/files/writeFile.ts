import { type FileHandle, open, realpath, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { AmprentaError } from '#shared/errors.ts';
import { resolveGiven } from './givenPath.ts';

/** Pieces of a file that is to be written: texts in UTF-8, or bytes. */
export type Pieces = AsyncIterable<string | Uint8Array>;

/**
 * Writes a file whole or not at all: what is written lies beside it under another name until it is complete. An existing
 * file is replaced and keeps its permissions; through a symbolic link its target is written.
 * @returns the number of bytes written
 * @throws invalidInput where the file can't be written there; whatever `pieces` throws
 */
export async function writeWholeFile(given: string, pieces: Pieces): Promise<number> {
  const path = await targetOf(resolveGiven(given));
  const present = await stat(path).catch(() => null);
  // A device or a pipe is written to and not replaced.
  const temporary = !present || present.isFile() ? join(dirname(path), `.${basename(path)}.${process.pid}.part`) : path;
  try {
    const file = await open(temporary, 'w', present?.isFile() ? present.mode : 0o666);
    const written = await writePieces(file, pieces).finally(() => file.close());
    if (temporary !== path) await rename(temporary, path);
    return written;
  } catch (thrown) {
    if (temporary !== path) await rm(temporary, { force: true });
    throw writeError(given, thrown);
  }
}

async function writePieces(file: FileHandle, pieces: Pieces): Promise<number> {
  let written = 0;
  for await (const piece of pieces) {
    const bytes = typeof piece === 'string' ? Buffer.from(piece, 'utf8') : piece;
    await file.writeFile(bytes);
    written += bytes.length;
  }
  return written;
}

async function targetOf(path: string): Promise<string> {
  return realpath(path).catch(() => path);
}

function writeError(given: string, thrown: unknown): unknown {
  if (thrown instanceof AmprentaError || !(thrown instanceof Error) || !('syscall' in thrown)) return thrown;
  const code = 'code' in thrown ? String(thrown.code) : '';
  const options = { cause: thrown };
  switch (code) {
    case 'ENOENT':
      return new AmprentaError(
        'invalidInput',
        `${given} can't be written: its folder does not exist. Make it first.`,
        options,
      );
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return new AmprentaError(
        'invalidInput',
        `You may not write ${given}. Choose a folder that you may write to.`,
        options,
      );
    case 'EISDIR':
      return new AmprentaError('invalidInput', `${given} is a folder. Name a file in it.`, options);
    case 'ENOSPC':
    case 'EDQUOT':
      return new AmprentaError(
        'invalidInput',
        `The disk is full: ${given} was not written. Free space and try again.`,
        options,
      );
    default:
      return new AmprentaError('invalidInput', `${given} can't be written (${code}).`, options);
  }
}
