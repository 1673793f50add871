import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { AmprentaError } from '#shared/errors.ts';
import { hasExtension, tableExtensions } from '#shared/tableFiles.ts';

/**
 * The paths of files in a folder and its own folders that may be tables by their extension, by name; what is hidden, and
 * installed packages, are left out, and links to folders are not followed.
 * @throws notFound where a folder can't be read; AbortError when `signal` is aborted
 */
export async function* tablesIn(folder: string, signal: AbortSignal): AsyncGenerator<string> {
  signal.throwIfAborted();
  const entries = await readdir(folder, { withFileTypes: true }).catch((cause: unknown) => {
    throw new AmprentaError('notFound', `The folder ${folder} can't be read. Check that it is there and open to you.`, {
      cause,
    });
  });
  for (const entry of entries.sort((one, other) => (one.name < other.name ? -1 : 1))) {
    if (entry.name.startsWith('.') || entry.name === 'node_modules') continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* tablesIn(path, signal);
    else if (hasExtension(entry.name, tableExtensions)) yield path;
  }
}
