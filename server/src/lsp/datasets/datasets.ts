import { AmprentaError, toAmprentaError } from '#shared/errors.ts';
import type { DatabaseStatus, DatasetContents, DatasetItem } from '#shared/protocol.ts';
import type { DatasetSummary } from '../../ingest/datasetStore.ts';
import { matrixText } from '../../ingest/matrixText.ts';
import type { DatabaseSession } from './databaseSession.ts';

/** The longest text that an editor takes for a document with all its features (VS Code: 50 MB). */
const longestText = 50 << 20;

/** The stored datasets, newest first. @throws as opening the database */
export async function listItems(session: DatabaseSession): Promise<readonly DatasetItem[]> {
  const datasets = await session.use((store) => store.list());
  return datasets.map(itemOf);
}

/** What the explorer shows of one dataset. @throws notFound, and as opening the database */
export async function showContents(session: DatabaseSession, id: string): Promise<DatasetContents> {
  const { samples, quantities, statistics, findings, sources } = await session.use((store) => store.show(id));
  return {
    samples: samples.map(({ name }) => name),
    quantities: quantities.map(({ name, primary, samples: count }) => ({ name, primary, samples: count })),
    statistics,
    findings: findings.map(({ code, severity, line, message }) => ({ code, severity, line, message })),
    sources: sources.map(({ path, revision, sha256 }) => ({ path, revision, sha256 })),
  };
}

/**
 * The stored matrix as tab-separated text.
 * @throws notFound, invalidInput where it is too long for an editor, and as opening the database
 */
export function exportText(session: DatabaseSession, id: string, signal: AbortSignal): Promise<string> {
  return session.use(async (store) => {
    const { name, shape } = await store.show(id);
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

/** Which database is used, and whether it answers; it is opened for that. */
export async function readDatabaseStatus(session: DatabaseSession): Promise<DatabaseStatus> {
  try {
    const name = session.name();
    const { length } = await session.use((store) => store.list());
    return { state: 'ready', name, datasets: length, message: null };
  } catch (thrown) {
    const { kind, message } = toAmprentaError(thrown);
    const refused = kind === 'unauthorized' && isOwnServer(session);
    return { state: 'unreachable', name: nameOf(session), datasets: 0, message, refused };
  }
}

/** What is told of a database that was open and went away. */
export function lostStatus(session: DatabaseSession): DatabaseStatus {
  const name = nameOf(session);
  const message = `The database (${name}) was stopped, or can't be reached any more. What is stored is whole; try again to open it anew.`;
  return { state: 'unreachable', name, datasets: 0, message };
}

/** The configuration itself may be what can't be read. */
function nameOf(session: DatabaseSession): string {
  try {
    return session.name();
  } catch {
    return 'not configured';
  }
}

function isOwnServer(session: DatabaseSession): boolean {
  try {
    return session.isOwnServer();
  } catch {
    return false;
  }
}

function itemOf(dataset: DatasetSummary): DatasetItem {
  const { id, name, omicsType, profile, features, columns, revision, createdAt, updatedAt } = dataset;
  const times = { createdAt: createdAt.toISOString(), updatedAt: updatedAt.toISOString() };
  return { id, name, omicsType, profile, features, columns, revision, ...times };
}
