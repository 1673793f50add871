import type { Connection } from 'vscode-languageserver';
import {
  datasetsChanged,
  deleteDataset,
  exportDataset,
  findDataset,
  groupDatasets,
  listDatasets,
  listFindings,
  listSamples,
  listTopFeatures,
  readOriginal,
  saveOriginal,
  showDataset,
} from '#shared/protocol/datasets.ts';
import { ingestFile, ingestProgress } from '#shared/protocol/ingest.ts';
import { databaseLost, databaseStatus, setSecrets } from '#shared/protocol/server.ts';
import { findTables, storedStates } from '#shared/protocol/tables.ts';
import type { Secrets } from '../../config/settingText.ts';
import { answer } from '../answer.ts';
import { pathOfUri } from '../documentPath.ts';
import type { ReportedState } from '../serverReport.ts';
import { startWorkThread } from '../work/workThread.ts';
import { coalesce } from './coalesce.ts';
import { type DatabaseSession, type SessionListener, startDatabaseSession } from './databaseSession.ts';
import { lostStatus, readDatabaseStatus } from './databaseStatus.ts';
import {
  findItem,
  groupItems,
  listFindingItems,
  listItems,
  listSampleItems,
  listTopItems,
  showContents,
} from './datasets.ts';
import { findFolderTables } from './findTables.ts';
import { exportText, readOriginalFile, saveOriginalFile } from './givenBack.ts';
import { keepSecrets } from './secrets.ts';
import { startStoredStates } from './storedStates.ts';

/** What serving stored datasets is told and lets go of. */
export interface DatasetService {
  /** Names the workspace's folder, before the first request. */
  setFolder(folder: string | null): void;
  /**
   * The bytes that a revision of a dataset was ingested from.
   * @throws notFound, invalidInput where they are too many for an editor, and as opening the database
   */
  originalOf(id: string, revision: number, signal: AbortSignal): Promise<Uint8Array>;
  /** What a report says of it. */
  state(): Omit<ReportedState, 'log'>;
  /** Ends ingests under way and leaves the database. */
  release(): Promise<void>;
}

/** Serves stored datasets: ingest, list, show, export, delete, and whether the database answers. */
export function serveDatasets(connection: Connection): DatasetService {
  const closing = new AbortController();
  let folder: string | null = null;
  let secrets: Secrets = {};
  const log = (message: string): void => connection.console.info(message);
  const changes = coalesce(() => void connection.sendNotification(datasetsChanged, null));
  const work = startWorkThread<'ingest'>({ log });
  const readStates = startStoredStates();
  const listener: SessionListener = {
    log,
    onChange: changes.tell,
    onLost: () => void connection.sendNotification(databaseLost, lostStatus(session)),
  };
  let session: DatabaseSession = startDatabaseSession(null, listener);

  connection.onRequest(ingestFile, (params, token) =>
    answer(token, async (signal) => {
      const { token: ingest } = params;
      // Opened here too, so that this window is told of the change like any other.
      await session.use(async () => undefined);
      return work.run(
        { kind: 'ingest', folder, secrets, params },
        AbortSignal.any([signal, closing.signal]),
        (progress) => void connection.sendNotification(ingestProgress, { token: ingest, ...progress }),
      );
    }),
  );
  connection.onRequest(findTables, ({ uri }, token) =>
    answer(token, async (signal) => {
      const found = await findFolderTables(pathOfUri(uri), folder, signal);
      const uris = found.tables.map((table) => table.uri);
      const states = await readStates(session, uris);
      return { ...found, tables: found.tables.map((table, index) => ({ ...table, stored: states[index] ?? null })) };
    }),
  );
  connection.onRequest(storedStates, ({ uris }, token) => answer(token, () => readStates(session, uris)));
  connection.onRequest(groupDatasets, ({ text }, token) => answer(token, () => groupItems(session, text)));
  connection.onRequest(listDatasets, (params, token) => answer(token, () => listItems(session, params)));
  connection.onRequest(findDataset, ({ id }, token) => answer(token, () => findItem(session, id)));
  connection.onRequest(listSamples, (params, token) => answer(token, () => listSampleItems(session, params)));
  connection.onRequest(listFindings, (params, token) => answer(token, () => listFindingItems(session, params)));
  connection.onRequest(listTopFeatures, ({ id, limit }, token) =>
    answer(token, () => listTopItems(session, id, limit)),
  );
  connection.onRequest(readOriginal, (params, token) =>
    answer(token, async (signal) => (await readOriginalFile(session, params, signal)).toString('base64')),
  );
  connection.onRequest(saveOriginal, ({ id, uri }, token) =>
    answer(token, async (signal) => {
      await saveOriginalFile(session, id, pathOfUri(uri), signal);
      return null;
    }),
  );
  connection.onRequest(showDataset, ({ id }, token) => answer(token, () => showContents(session, id)));
  connection.onRequest(exportDataset, ({ id }, token) => answer(token, (signal) => exportText(session, id, signal)));
  connection.onRequest(deleteDataset, ({ id }, token) =>
    answer(token, async () => {
      await session.use((store) => store.delete(id));
      return null;
    }),
  );
  connection.onRequest(setSecrets, (given, token) =>
    answer(token, async () => {
      secrets = keepSecrets(secrets, given);
      session.setSecrets(secrets);
      return null;
    }),
  );
  connection.onRequest(databaseStatus, (token) => answer(token, () => readDatabaseStatus(session)));

  return {
    setFolder(given) {
      folder = given;
      session = startDatabaseSession(given, listener);
    },
    originalOf: (id, revision, signal) => readOriginalFile(session, { id, revision }, signal),
    state: () => ({
      environment: session.environment,
      secrets,
      databaseName: () => session.name(),
      isDatabaseOpen: session.isOpen(),
    }),
    async release() {
      closing.abort();
      changes.end();
      await work.release();
      await session.release();
    },
  };
}
