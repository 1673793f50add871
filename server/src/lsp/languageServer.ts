import { CodeActionKind, type Connection, type InitializeParams, TextDocumentSyncKind } from 'vscode-languageserver';
import { reportServer } from '#shared/protocol/server.ts';
import { answer, failureOf } from './answer.ts';
import { serveDatasets } from './datasets/datasetFeatures.ts';
import { pathOfUri } from './documentPath.ts';
import { fixAllKind } from './documents/codeActions.ts';
import { serveDocuments } from './documents/documentFeatures.ts';
import type { RecentLog } from './recentLog.ts';
import { serveReports } from './reports/reportFeatures.ts';
import { makeReport } from './serverReport.ts';

/** Serves one client over a connection, until that ends. */
export function serve(connection: Connection, recent: RecentLog): void {
  const datasets = serveDatasets(connection);
  const documents = serveDocuments(connection);
  const reports = serveReports(connection, { ...documents, originalOf: datasets.originalOf });
  connection.onInitialize((params) => {
    const folder = folderOf(params);
    datasets.setFolder(folder);
    documents.setFolder(folder);
    return {
      capabilities: {
        textDocumentSync: TextDocumentSyncKind.Incremental,
        codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, fixAllKind], resolveProvider: true },
        hoverProvider: true,
      },
    };
  });
  connection.onRequest(reportServer, (token) =>
    answer(token, async () => makeReport({ ...datasets.state(), log: recent.lines() })),
  );
  connection.onShutdown(async () => {
    const ends = await Promise.allSettled([reports.release(), documents.release(), datasets.release()]);
    for (const end of ends) {
      if (end.status === 'rejected') connection.console.error(failureOf(end.reason).message);
    }
  });
  connection.listen();
}

/** The first folder of the workspace; null where there is none on this machine. */
function folderOf({ workspaceFolders }: InitializeParams): string | null {
  const uri = workspaceFolders?.[0]?.uri;
  return uri?.startsWith('file:') ? pathOfUri(uri) : null;
}
