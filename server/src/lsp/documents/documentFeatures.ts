import {
  type Connection,
  FileChangeType,
  type TextDocumentContentChangeEvent,
  TextDocuments,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { projectFileName } from '#shared/overrides.ts';
import { tableStatusChanged, validateFile } from '#shared/protocol/tables.ts';
import { hasExtension, tableExtensions } from '#shared/tableFiles.ts';
import { usualSettings } from '../../config/tableSettings.ts';
import { answer, failureOf } from '../answer.ts';
import { startWorkThread } from '../work/workThread.ts';
import { codeActions, type FixAllData, fixAllEdit } from './codeActions.ts';
import { diagnosticList } from './diagnosticList.ts';
import { type ChangedFindings, type DocumentJudge, type JudgedDocument, startJudging } from './documentJudge.ts';
import { followSheets } from './documentSheets.ts';
import { featureHover } from './featureHover.ts';
import { headerHover } from './headerHover.ts';
import { mayBeTable } from './judgedLanguages.ts';
import { tableStatusOf } from './tableStatus.ts';
import type { UsableSheets } from './usableSettings.ts';

/** What serving documents is told. */
export interface DocumentService {
  /** Names the workspace's folder, before the first document. */
  setFolder(folder: string | null): void;
  /** The text of a document as it stands in the editor; null where it is not open. */
  textOf(uri: string): string | null;
  /** What a person said of a table, with its sheets as they are now. @throws cancelled when the server ends */
  usableOf(uri: string): Promise<UsableSheets>;
  /** Ends the judging of files under way. */
  release(): Promise<void>;
}

/** Serves open documents: diagnostics while they change, code actions, hovers; and judges files from disk on request. */
export function serveDocuments(connection: Connection): DocumentService {
  const judges = new Map<string, DocumentJudge>();
  const files = startWorkThread<'judge' | 'sheets'>({ log: (message) => connection.console.info(message) });
  const sheets = followSheets((question, signal) => files.run({ kind: 'sheets', question }, signal));
  let folder: string | null = null;
  const documents = new TextDocuments({
    create: TextDocument.create,
    update(document: TextDocument, changes: TextDocumentContentChangeEvent[], version: number) {
      const updated = TextDocument.update(document, changes, version);
      judges.get(document.uri)?.change(changes);
      return updated;
    },
  });
  /** What diagnostics were published of, so that other texts are left alone. */
  const shown = new Set<string>();
  const clear = (uri: string): void => {
    if (shown.delete(uri)) void connection.sendDiagnostics({ uri, diagnostics: [] });
  };
  const publish = (uri: string, judged: JudgedDocument | null): void => {
    if (judged === null) {
      clear(uri);
      return;
    }
    const { validation, overrideProblem } = judged;
    // First what the table is: whoever sees the findings knows that then.
    void connection.sendNotification(tableStatusChanged, tableStatusOf(uri, validation, overrideProblem));
    publishFindings(uri, { ...judged, findings: validation.findings });
  };
  const publishFindings = (uri: string, { version, findings, markUnits, maximumShown }: ChangedFindings): void => {
    shown.add(uri);
    const diagnostics = diagnosticList(findings, markUnits, maximumShown);
    void connection.sendDiagnostics({ uri, version, diagnostics });
  };
  /** What is said of a document's newest text; null where nothing is, or where it changed again. */
  const judgedNow = async (uri: string): Promise<JudgedDocument | null> => {
    const judged = (await judges.get(uri)?.judged()) ?? null;
    return judged && judged.version === documents.get(uri)?.version ? judged : null;
  };

  /** Open tables are judged anew where another of these was or is their sample sheet. */
  const noticeSheets = async (uris: readonly string[]): Promise<void> => {
    const noticed: string[] = [];
    for (const uri of uris) {
      const hasOthers = judges.size > (judges.has(uri) ? 1 : 0);
      if (hasOthers && (await sheets.notice(uri))) noticed.push(uri);
    }
    for (const [table, judge] of judges) if (noticed.some((uri) => uri !== table)) await judge.lookAtSheets();
  };

  documents.onDidOpen(({ document }) => {
    sheets.open(document);
    if (!mayBeTable(document)) return;
    const { uri } = document;
    const judge = startJudging(document, folder, sheets, {
      onJudged: (judged) => {
        publish(uri, judged);
        void noticeSheets([uri]);
      },
      onChangedFindings: (changed) => publishFindings(uri, changed),
      onFailure: (thrown) => connection.console.error(`${uri}: ${failureOf(thrown).message}`),
    });
    judges.set(uri, judge);
  });
  documents.onDidClose(({ document: { uri } }) => {
    sheets.close(uri);
    judges.get(uri)?.close();
    judges.delete(uri);
    clear(uri);
    void noticeSheets([uri]);
  });

  connection.onCodeAction((params, token) =>
    answer(token, async (signal) => {
      const judged = await judgedNow(params.textDocument.uri);
      signal.throwIfAborted();
      return judged && codeActions(judged, params);
    }),
  );
  connection.onCodeActionResolve((action, token) =>
    answer(token, async (signal) => {
      const data: FixAllData | undefined = action.data;
      const document = data && documents.get(data.uri);
      if (!document) return action;
      const followed = (await judgedNow(data.uri)) ?? usualSettings;
      return { ...action, edit: await fixAllEdit(document, action.title, data, followed, signal) };
    }),
  );
  connection.onHover(({ textDocument: { uri }, position }, token) =>
    answer(token, async (signal) => {
      const judged = await judgedNow(uri);
      return judged && ((await headerHover(judged, position, signal)) ?? (await featureHover(judged, position)));
    }),
  );
  connection.onRequest(validateFile, ({ uri }, token) =>
    answer(token, async (signal) => {
      const { details, diagnostics } = await files.run({ kind: 'judge', folder, uri }, signal);
      // What is open may differ from what is on disk, and its places are those of the open text.
      if (!judges.has(uri)) {
        shown.add(uri);
        void connection.sendDiagnostics({ uri, diagnostics: [...diagnostics] });
      }
      return details;
    }),
  );
  connection.onDidChangeWatchedFiles(({ changes }) => {
    if (changes.some(({ uri }) => uri.endsWith(`/${projectFileName}`))) {
      for (const judge of judges.values()) judge.judgeAgain();
    }
    void noticeSheets(changes.map(({ uri }) => uri).filter((uri) => hasExtension(uri, tableExtensions)));
    // Findings of a file that was judged on disk go with it.
    for (const { uri, type } of changes) if (type === FileChangeType.Deleted && !judges.has(uri)) clear(uri);
  });
  documents.listen(connection);
  return {
    setFolder(given) {
      folder = given;
    },
    textOf: (uri) => documents.get(uri)?.getText() ?? null,
    usableOf: (uri) => sheets.find(uri, folder),
    release: files.release,
  };
}
