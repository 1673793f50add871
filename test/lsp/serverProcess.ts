import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { onTestFinished } from 'vitest';
import { createMessageConnection, type MessageConnection } from 'vscode-jsonrpc/node';
import type {
  CodeAction,
  CodeActionTriggerKind,
  Diagnostic,
  InitializeResult,
  PublishDiagnosticsParams,
  TextDocumentContentChangeEvent,
  WorkspaceEdit,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { type TableStatus, tableStatusChanged } from '../../shared/src/protocol/tables.ts';
import { until } from '../support/until.ts';

/** The bundle, as the extension starts it. */
const serverPath = join(import.meta.dirname, '../../dist/server/languageServer.js');

/** How a server is started. */
export interface StartOptions {
  /** The environment, besides PATH: nothing of whoever runs the tests. */
  readonly env?: Readonly<Record<string, string>>;
  /** The workspace's folder. */
  readonly folder?: string;
}

/** A running server and the documents that its client has open. */
export interface ServerProcess {
  readonly child: ChildProcess;
  readonly connection: MessageConnection;
  readonly initialized: InitializeResult;
  /** Everything that was published so far. */
  readonly published: readonly PublishDiagnosticsParams[];
  readonly statuses: readonly TableStatus[];
  open(uri: string, languageId: string, text: string): Promise<void>;
  change(uri: string, ...changes: readonly TextDocumentContentChangeEvent[]): Promise<void>;
  /** Changes a document as an action says. */
  apply(edit: WorkspaceEdit): Promise<void>;
  textOf(uri: string): string;
  /** What is published of the newest version of an open document. */
  diagnosticsOf(uri: string): Promise<readonly Diagnostic[]>;
  /** The actions for a stretch of a document. */
  actionsAt(
    uri: string,
    range: Diagnostic['range'],
    only?: readonly string[],
    triggerKind?: CodeActionTriggerKind,
  ): Promise<readonly CodeAction[]>;
  /** An action with its edits. */
  resolve(action: CodeAction): Promise<CodeAction>;
}

/** Starts the bundled server over stdio and shakes hands; it is ended when the test ends. */
export async function startServer({ env = {}, folder }: StartOptions = {}): Promise<ServerProcess> {
  const child = spawn(process.execPath, [serverPath, '--stdio'], {
    env: { PATH: process.env.PATH, ...env },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const exited = once(child, 'exit');
  const connection = createMessageConnection(child.stdout, child.stdin);
  onTestFinished(async () => {
    connection.dispose();
    child.kill('SIGKILL');
    await exited;
  });
  const published: PublishDiagnosticsParams[] = [];
  const statuses: TableStatus[] = [];
  connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
    published.push(params);
  });
  connection.onNotification(tableStatusChanged, (status) => {
    statuses.push(status);
  });
  connection.listen();
  const initialized: InitializeResult = await connection.sendRequest('initialize', {
    processId: process.pid,
    rootUri: null,
    capabilities: {},
    workspaceFolders: folder ? [{ uri: pathToFileURL(folder).href, name: 'workspace' }] : null,
  });
  await connection.sendNotification('initialized', {});

  const documents = new Map<string, TextDocument>();
  const documentOf = (uri: string): TextDocument => {
    const document = documents.get(uri);
    if (!document) throw new Error(`${uri} is not open.`);
    return document;
  };
  const change: ServerProcess['change'] = async (uri, ...changes) => {
    const document = documentOf(uri);
    TextDocument.update(document, [...changes], document.version + 1);
    const textDocument = { uri, version: document.version };
    await connection.sendNotification('textDocument/didChange', { textDocument, contentChanges: changes });
  };
  return {
    child,
    connection,
    initialized,
    published,
    statuses,
    async open(uri, languageId, text) {
      documents.set(uri, TextDocument.create(uri, languageId, 1, text));
      await connection.sendNotification('textDocument/didOpen', {
        textDocument: { uri, languageId, version: 1, text },
      });
    },
    change,
    async apply({ documentChanges = [] }) {
      for (const edited of documentChanges) {
        if (!('textDocument' in edited)) throw new Error('Only edits of text are expected.');
        const { uri } = edited.textDocument;
        const edits = edited.edits.flatMap((edit) => ('newText' in edit ? [edit] : []));
        await change(uri, { text: TextDocument.applyEdits(documentOf(uri), edits) });
      }
    },
    textOf: (uri) => documentOf(uri).getText(),
    async diagnosticsOf(uri) {
      const { version } = documentOf(uri);
      const { diagnostics } = await until(`${uri} is judged`, () =>
        published.findLast((params) => params.uri === uri && params.version === version),
      );
      return diagnostics;
    },
    actionsAt: (uri, range, only, triggerKind) =>
      connection.sendRequest('textDocument/codeAction', {
        textDocument: { uri },
        range,
        context: { diagnostics: [], ...(only ? { only } : {}), ...(triggerKind ? { triggerKind } : {}) },
      }),
    resolve: (action) => connection.sendRequest('codeAction/resolve', action),
  };
}
