import type { Connection } from 'vscode-languageserver';
import {
  databaseLost,
  databaseStatus,
  datasetsChanged,
  deleteDataset,
  exportDataset,
  ingestFile,
  ingestProgress,
  listDatasets,
  showDataset,
} from '#shared/protocol.ts';
import { answer } from '../answer.ts';
import { type DatabaseSession, type SessionListener, startDatabaseSession } from './databaseSession.ts';
import { exportText, listItems, lostStatus, readDatabaseStatus, showContents } from './datasets.ts';
import { ingestOneFile } from './ingestFile.ts';

/** What serving stored datasets is told and lets go of. */
export interface DatasetService {
  /** Names the workspace's folder, before the first request. */
  setFolder(folder: string | null): void;
  /** Ends ingests under way and leaves the database. */
  release(): Promise<void>;
}

/** Serves stored datasets: ingest, list, show, export, delete, and whether the database answers. */
export function serveDatasets(connection: Connection): DatasetService {
  const closing = new AbortController();
  let folder: string | null = null;
  const log = (message: string): void => connection.console.info(message);
  const listener: SessionListener = {
    log,
    onChange: () => void connection.sendNotification(datasetsChanged, null),
    onLost: () => void connection.sendNotification(databaseLost, lostStatus(session)),
  };
  let session: DatabaseSession = startDatabaseSession(null, listener);

  connection.onRequest(ingestFile, (params, token) =>
    answer(token, async (signal) => {
      const { token: ingest } = params;
      return ingestOneFile(
        session,
        folder,
        params,
        (progress) => void connection.sendNotification(ingestProgress, { token: ingest, ...progress }),
        AbortSignal.any([signal, closing.signal]),
      );
    }),
  );
  connection.onRequest(listDatasets, (token) => answer(token, () => listItems(session)));
  connection.onRequest(showDataset, ({ id }, token) => answer(token, () => showContents(session, id)));
  connection.onRequest(exportDataset, ({ id }, token) => answer(token, (signal) => exportText(session, id, signal)));
  connection.onRequest(deleteDataset, ({ id }, token) =>
    answer(token, async () => {
      await session.use((store) => store.delete(id));
      return null;
    }),
  );
  connection.onRequest(databaseStatus, (token) => answer(token, () => readDatabaseStatus(session)));

  return {
    setFolder(given) {
      folder = given;
      session = startDatabaseSession(given, listener);
    },
    async release() {
      closing.abort();
      await session.release();
    },
  };
}
