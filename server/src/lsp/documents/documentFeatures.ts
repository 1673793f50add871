import { type Connection, TextDocuments } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { tableStatusChanged, validateFile } from '#shared/protocol.ts';
import { openFileSource } from '../../files/fileSource.ts';
import { validate } from '../../rules/validate.ts';
import { answer, failureOf } from '../answer.ts';
import { codeActions, type FixAllData, fixAllEdit } from './codeActions.ts';
import { diagnosticList } from './diagnosticList.ts';
import { type DocumentJudge, type JudgedDocument, startJudging } from './documentJudge.ts';
import { pathOfUri } from '../documentPath.ts';
import { headerHover } from './headerHover.ts';
import { mayBeTable } from './judgedLanguages.ts';
import { tableStatusOf } from './tableStatus.ts';

/** Serves open documents: diagnostics while they change, code actions, hovers; and judges files from disk on request. */
export function serveDocuments(connection: Connection): void {
  const documents = new TextDocuments(TextDocument);
  const judges = new Map<string, DocumentJudge>();
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
    const { version, markUnits, validation } = judged;
    shown.add(uri);
    void connection.sendDiagnostics({ uri, version, diagnostics: diagnosticList(validation.findings, markUnits) });
    void connection.sendNotification(tableStatusChanged, tableStatusOf(uri, validation));
  };
  /** What is said of a document's newest text; null where nothing is, or where it changed again. */
  const judgedNow = async (uri: string): Promise<JudgedDocument | null> => {
    const judged = (await judges.get(uri)?.judged()) ?? null;
    return judged && judged.version === documents.get(uri)?.version ? judged : null;
  };

  documents.onDidOpen(({ document }) => {
    if (!mayBeTable(document)) return;
    const { uri } = document;
    const judge = startJudging(document, {
      onJudged: (judged) => publish(uri, judged),
      onFailure: (thrown) => connection.console.error(`${uri}: ${failureOf(thrown).message}`),
    });
    judges.set(uri, judge);
  });
  documents.onDidChangeContent(({ document }) => {
    const judge = judges.get(document.uri);
    // Opening a document is told as its first change too; it is being judged already.
    if (judge && judge.startedVersion !== document.version) judge.change();
  });
  documents.onDidClose(({ document: { uri } }) => {
    judges.get(uri)?.close();
    judges.delete(uri);
    clear(uri);
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
      return document ? { ...action, edit: await fixAllEdit(document, data, signal) } : action;
    }),
  );
  connection.onHover(({ textDocument: { uri }, position }, token) =>
    answer(token, async (signal) => {
      const judged = await judgedNow(uri);
      return judged && headerHover(judged, position, signal);
    }),
  );
  connection.onRequest(validateFile, ({ uri }, token) =>
    answer(token, async (signal) => {
      const validation = await validate(await openFileSource(pathOfUri(uri)), { signal });
      // What is open may differ from what is on disk, and its places are those of the open text.
      if (!judges.has(uri)) {
        shown.add(uri);
        void connection.sendDiagnostics({ uri, diagnostics: diagnosticList(validation.findings, 0) });
      }
      return tableStatusOf(uri, validation);
    }),
  );
  documents.listen(connection);
}
