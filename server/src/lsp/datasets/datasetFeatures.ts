import type { Connection } from 'vscode-languageserver';
import {
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
import { type DatabaseSession, startDatabaseSession } from './databaseSession.ts';
import { exportText, listItems, readDatabaseStatus, showContents } from './datasets.ts';
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
  const log = (message: string): void => connection.console.info(message);
  let session: DatabaseSession = startDatabaseSession(null, log);
  const tellChanged = (): void => {
    void connection.sendNotification(datasetsChanged, null);
  };

  connection.onRequest(ingestFile, (params, token) =>
    answer(token, async (signal) => {
      const { token: ingest } = params;
      const result = await ingestOneFile(
        session,
        params,
        (progress) => void connection.sendNotification(ingestProgress, { token: ingest, ...progress }),
        AbortSignal.any([signal, closing.signal]),
      );
      if (result.status !== 'failed') tellChanged();
      return result;
    }),
  );
  connection.onRequest(listDatasets, (token) => answer(token, () => listItems(session)));
  connection.onRequest(showDataset, ({ id }, token) => answer(token, () => showContents(session, id)));
  connection.onRequest(exportDataset, ({ id }, token) => answer(token, (signal) => exportText(session, id, signal)));
  connection.onRequest(deleteDataset, ({ id }, token) =>
    answer(token, async () => {
      await session.use((store) => store.delete(id));
      tellChanged();
      return null;
    }),
  );
  connection.onRequest(databaseStatus, (token) => answer(token, () => readDatabaseStatus(session)));

  return {
    setFolder(folder) {
      session = startDatabaseSession(folder, log);
    },
    async release() {
      closing.abort();
      await session.release();
    },
  };
}
