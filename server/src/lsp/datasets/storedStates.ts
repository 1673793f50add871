import { realpath, stat } from 'node:fs/promises';
import type { StoredState } from '#shared/protocol/tables.ts';
import { openFileSource } from '../../files/fileSource.ts';
import { hashContent } from '../../ingest/content.ts';
import type { SourceState } from '../../ingest/datasetStore.ts';
import { pathOfUri } from '../documentPath.ts';
import type { DatabaseSession } from './databaseSession.ts';

/** Says how files stand to what is stored of them. */
export type StoredStateReader = (
  session: DatabaseSession,
  uris: readonly string[],
) => Promise<readonly (StoredState | null)[]>;

/** A hash, and of which state of its file it is. */
interface KnownHash {
  readonly mtimeMs: number;
  readonly sizeBytes: number;
  readonly sha256: Promise<string>;
}

/** Begins with no hash known; each file is hashed once in each of its states, and only where its size is the stored one. */
export function startStoredStates(): StoredStateReader {
  const hashes = new Map<string, KnownHash>();

  const isSame = async (path: string, stored: SourceState): Promise<boolean> => {
    const { size: sizeBytes, mtimeMs } = await stat(path);
    if (sizeBytes !== stored.sizeBytes) return false;
    let known = hashes.get(path);
    if (known?.mtimeMs !== mtimeMs || known.sizeBytes !== sizeBytes) {
      // Not ended with whoever asked first: others may wait for the same hash.
      const sha256 = openFileSource(path).then((source) => hashContent(source));
      sha256.catch(() => hashes.delete(path));
      known = { mtimeMs, sizeBytes, sha256 };
      hashes.set(path, known);
    }
    return (await known.sha256) === stored.sha256;
  };

  return async (session, uris) => {
    // Looking at files is no reason to start a database.
    if (!session.isOpen()) return uris.map(() => null);
    const paths = await Promise.all(uris.map(realPathOf));
    const keys = [...new Set(paths.filter((path) => path !== null))];
    const stored = await session.use((store) => store.sourceStates(keys));
    const byKey = new Map(stored.map((state) => [state.key, state]));
    return Promise.all(
      paths.map(async (path) => {
        const found = path === null ? undefined : byKey.get(path);
        if (path === null || found === undefined) return null;
        const { datasetId, name, revision } = found;
        // A file that can't be read any more is not what was stored.
        const same = await isSame(path, found).catch(() => false);
        return { state: same ? 'stored' : 'changed', datasetId, name, revision } as const;
      }),
    );
  };
}

async function realPathOf(uri: string): Promise<string | null> {
  try {
    return await realpath(pathOfUri(uri));
  } catch {
    return null;
  }
}
