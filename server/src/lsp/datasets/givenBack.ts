import { AmprentaError } from '#shared/errors.ts';
import type { OriginalFile } from '#shared/protocol.ts';
import { writeWholeFile } from '../../files/writeFile.ts';
import type { DatasetStore } from '../../ingest/datasetStore.ts';
import { matrixText } from '../../ingest/matrixText.ts';
import type { DatabaseSession } from './databaseSession.ts';

/** The longest text that an editor takes for a document with all its features (VS Code: 50 MB). */
const longestText = 50 << 20;

/**
 * The stored matrix as tab-separated text.
 * @throws notFound, invalidInput where it is too long for an editor, and as opening the database
 */
export function exportText(session: DatabaseSession, id: string, signal: AbortSignal): Promise<string> {
  return session.use(async (store) => {
    const { name, shape } = await store.find(id);
    const pieces: string[] = [];
    let length = 0;
    for await (const piece of matrixText(await store.matrix(id), shape, 'tsv', signal)) {
      pieces.push(piece);
      length += piece.length;
      if (length > longestText) {
        throw new AmprentaError(
          'invalidInput',
          `${name} is too large to be opened in the editor. Write it to a file: amprenta export ${id} --format tsv -o FILE`,
        );
      }
    }
    return pieces.join('');
  });
}

/**
 * The bytes of the newest revision's file.
 * @throws notFound, invalidInput where they are too many for an editor, and as opening the database
 */
export function readOriginalFile(session: DatabaseSession, id: string, signal: AbortSignal): Promise<OriginalFile> {
  return session.use(async (store) => {
    const name = await originalName(store, id);
    const pieces: Uint8Array[] = [];
    let length = 0;
    for await (const piece of store.original(id)) {
      signal.throwIfAborted();
      pieces.push(piece);
      length += piece.length;
      if (length > longestText) {
        throw new AmprentaError(
          'invalidInput',
          `${name} is too large to be opened in the editor. "Save original as…" writes it to a file.`,
        );
      }
    }
    return { name, bytesAsBase64: Buffer.concat(pieces).toString('base64') };
  });
}

/**
 * Writes these bytes to a file, which is whole then, or not there.
 * @throws notFound, invalidInput where it can't be written there, cancelled, and as opening the database
 */
export async function saveOriginalFile(
  session: DatabaseSession,
  id: string,
  path: string,
  signal: AbortSignal,
): Promise<void> {
  await session.use((store) => writeWholeFile(path, untilAborted(store.original(id), signal)));
}

/** A revision may have been found in several files; the newest one's name is the one that people remember. */
async function originalName(store: DatasetStore, id: string): Promise<string> {
  const { sources } = await store.outline(id);
  const newest = Math.max(...sources.map(({ revision }) => revision));
  const path = sources.findLast(({ revision }) => revision === newest)?.path ?? id;
  return path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
}

async function* untilAborted(pieces: AsyncIterable<Uint8Array>, signal: AbortSignal): AsyncGenerator<Uint8Array> {
  for await (const piece of pieces) {
    signal.throwIfAborted();
    yield piece;
  }
}
