import { AmprentaError } from '#shared/errors.ts';
import { untilAborted } from '../../files/untilAborted.ts';
import { writeWholeFile } from '../../files/writeFile.ts';
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
 * The bytes of a revision's file.
 * @throws notFound, invalidInput where they are too many for an editor, and as opening the database
 */
export function readOriginalFile(
  session: DatabaseSession,
  { id, revision }: { readonly id: string; readonly revision: number },
  signal: AbortSignal,
): Promise<Buffer> {
  return session.use(async (store) => {
    const pieces: Uint8Array[] = [];
    let length = 0;
    for await (const piece of untilAborted(store.original(id, revision), signal)) {
      pieces.push(piece);
      length += piece.length;
      if (length > longestText) {
        throw new AmprentaError(
          'invalidInput',
          'The file is too large to be opened in the editor. "Save original as…" writes it to a file.',
        );
      }
    }
    return Buffer.concat(pieces);
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
