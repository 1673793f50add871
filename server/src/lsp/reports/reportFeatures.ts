import type { Connection } from 'vscode-languageserver';
import { makeReport, type ReportParams, reportProgress } from '#shared/protocol/reports.ts';
import { answer } from '../answer.ts';
import { pathOfUri } from '../documentPath.ts';
import type { UsableSheets } from '../documents/usableSettings.ts';
import { startWorkThread } from '../work/workThread.ts';
import type { ReportContent } from './reportTable.ts';

/** What pages are made from. */
export interface ReportSources {
  /** The text of a document as it stands in the editor; null where it is not open. */
  textOf(uri: string): string | null;
  /** What a person said of a table, with its sheets as they are now. */
  usableOf(uri: string): Promise<UsableSheets>;
  /** The ingested bytes of a dataset. @throws notFound, and as opening the database */
  originalOf(id: string, revision: number, signal: AbortSignal): Promise<Uint8Array>;
}

/** Serves pages about tables, each made on a thread of their own. */
export function serveReports(connection: Connection, sources: ReportSources): { release(): Promise<void> } {
  // Its own: neither the findings of files nor the search for sheets waits for a page about a large table.
  const work = startWorkThread<'report'>({ log: (message) => connection.console.info(message) });
  const contentOf = async ({ uri, original }: ReportParams, signal: AbortSignal): Promise<ReportContent> => {
    if (original !== null) {
      return { kind: 'bytes', bytes: await sources.originalOf(original.id, original.revision, signal) };
    }
    const text = sources.textOf(uri);
    return text === null ? { kind: 'file', path: pathOfUri(uri) } : { kind: 'text', text };
  };
  connection.onRequest(makeReport, (params, token) =>
    answer(token, async (signal) => {
      const { uri, token: asked, linkCommand } = params;
      const usable = await sources.usableOf(uri);
      const subject = { uri, usable, linkCommand, content: await contentOf(params, signal) };
      signal.throwIfAborted();
      return work.run(
        { kind: 'report', subject },
        signal,
        ({ share }) => void connection.sendNotification(reportProgress, { token: asked, share }),
      );
    }),
  );
  return { release: work.release };
}
