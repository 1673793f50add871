import { access, constants, open, readdir, realpath, stat } from 'node:fs/promises';
import { isAbsolute } from 'node:path';
import { AmprentaError } from '#shared/errors.ts';
import type { ByteSource } from '../table/byteSource.ts';
import { resolveGiven } from './givenPath.ts';
import { recognizeNonTable } from './nonTable.ts';

/** A table that lies in a file. `name` is the path as it was given. */
export interface FileSource extends ByteSource {
  /** Absolute. */
  readonly path: string;
  /** Absolute, with symbolic links followed: the same file has one real path whatever it was called by. */
  readonly realPath: string;
}

const pieceBytes = 1 << 20;
const signatureBytes = 4096;

/**
 * Opens a file as a source of bytes, which is read in pieces of 1 MB.
 * @throws notFound where there is no such file
 * @throws invalidInput where it can't be read, is a folder, or is by its first bytes no table
 */
export async function openFileSource(given: string): Promise<FileSource> {
  const path = resolveGiven(given);
  try {
    const stats = await stat(path);
    if (stats.isDirectory()) throw await folderError(given, path);
    if (!stats.isFile()) {
      throw new AmprentaError(
        'invalidInput',
        `${given} is no regular file. Save what it gives to a file and name that.`,
      );
    }
    await access(path, constants.R_OK);
    const other = recognizeNonTable(await firstBytes(path), path);
    if (other) throw new AmprentaError('invalidInput', `${given} is ${other.what}, not a table. ${other.remedy}`);
    return {
      name: given,
      path,
      realPath: await realpath(path),
      sizeBytes: stats.size,
      bytes: (signal) => readPieces(given, path, signal),
    };
  } catch (thrown) {
    throw fileError(given, thrown);
  }
}

async function* readPieces(given: string, path: string, signal?: AbortSignal): AsyncGenerator<Uint8Array> {
  try {
    yield* readAhead(path, signal);
  } catch (thrown) {
    throw fileError(given, thrown);
  }
}

/** Reads into two buffers by turns, the next piece while the last one is used: a large file makes no garbage. */
async function* readAhead(path: string, signal?: AbortSignal): AsyncGenerator<Uint8Array> {
  const file = await open(path);
  let used = Buffer.allocUnsafeSlow(pieceBytes);
  let filled = Buffer.allocUnsafeSlow(pieceBytes);
  let reading = file.read(filled, 0, pieceBytes);
  try {
    for (;;) {
      const { bytesRead } = await reading;
      signal?.throwIfAborted();
      if (bytesRead === 0) return;
      [used, filled] = [filled, used];
      reading = file.read(filled, 0, pieceBytes);
      yield used.subarray(0, bytesRead);
    }
  } finally {
    await reading.catch(() => undefined);
    await file.close();
  }
}

async function firstBytes(path: string): Promise<Uint8Array> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(signatureBytes), 0, signatureBytes, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

/** What the operating system says of a file, in terms of the person; everything else stays as it is. */
function fileError(given: string, thrown: unknown): unknown {
  if (thrown instanceof AmprentaError || !isSystemError(thrown)) return thrown;
  const { code } = thrown;
  const options = { cause: thrown };
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return new AmprentaError('notFound', `There is no file ${given}. ${missingRemedy(given)}`, options);
    case 'EACCES':
    case 'EPERM':
      return new AmprentaError(
        'invalidInput',
        `You may not read ${given}. Give yourself permission to read it.`,
        options,
      );
    case 'ENAMETOOLONG':
      return new AmprentaError('invalidInput', `The path ${given.slice(0, 80)}… is too long. Check the path.`, options);
    default:
      return new AmprentaError(
        'invalidInput',
        `${given} can't be read (${code}). Check the disk and try again.`,
        options,
      );
  }
}

/** In an editor nobody is "where you are": there a path is whole, and its file was moved or deleted. */
function missingRemedy(given: string): string {
  return isAbsolute(given)
    ? 'Check the path, and that it was not moved or deleted.'
    : 'Check the path; it is taken from where you are.';
}

/** An error of a system call; an abort, which has a code as well, is none. */
function isSystemError(thrown: unknown): thrown is NodeJS.ErrnoException {
  return thrown instanceof Error && 'syscall' in thrown && 'code' in thrown;
}

async function folderError(given: string, path: string): Promise<AmprentaError> {
  const names = await readdir(path);
  if (names.some((name) => /(?:^|_)matrix\.mtx(?:\.gz)?$/.test(name))) {
    return new AmprentaError(
      'invalidInput',
      `${given} is a cellranger folder with a sparse matrix, not a table. Sum the cells of each sample and write the ` +
        'table of genes by samples: in R rowSums(Seurat::Read10X(FOLDER)), in Python scanpy.read_10x_mtx(FOLDER).',
    );
  }
  if (/\.(?:d|raw)[/\\]?$/i.test(given)) {
    return new AmprentaError(
      'invalidInput',
      `${given} is a folder of an instrument's own recording, not a table. Quantify it first and export the table.`,
    );
  }
  return new AmprentaError(
    'invalidInput',
    `${given} is a folder. Name the files in it, as in ${given.replace(/\/$/, '')}/*.csv.`,
  );
}
