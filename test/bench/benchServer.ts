import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createMessageConnection, type MessageConnection } from 'vscode-jsonrpc/node';
import type { PublishDiagnosticsParams } from 'vscode-languageserver';
import { tableStatusChanged } from '../../shared/src/protocol/tables.ts';

const serverPath = join(import.meta.dirname, '../../dist/server/languageServer.js');

/** The bundled language server over stdio, as it is timed. */
export interface BenchServer {
  readonly pid: number;
  readonly connection: MessageConnection;
  /** Milliseconds from starting the process until it said that it is initialized. */
  readonly startMs: number;
  /** Opens a document, and answers the milliseconds until its diagnostics came. */
  open(uri: string, text: string): Promise<number>;
  /**
   * Replaces a character of a line, and answers the milliseconds until diagnostics of that version came, be it of the
   * changed lines alone.
   */
  edit(uri: string, line: number, character: number, text: string): Promise<number>;
  /** The same, until those of the whole table came. */
  editWhole(uri: string, line: number, character: number, text: string): Promise<number>;
  end(): Promise<void>;
}

/** Starts a server and waits until it is initialized. */
export async function startBenchServer(environment: Readonly<Record<string, string>> = {}): Promise<BenchServer> {
  const startedMs = performance.now();
  const env = { PATH: process.env.PATH, HOME: process.env.HOME, ...environment };
  const child = spawn(process.execPath, [serverPath, '--stdio'], { env, stdio: ['pipe', 'pipe', 'inherit'] });
  const exited = once(child, 'exit');
  const connection = createMessageConnection(child.stdout, child.stdin);
  const waiting = new Map<string, () => void>();
  const versions = new Map<string, number>();
  connection.onNotification('textDocument/publishDiagnostics', ({ uri, version }: PublishDiagnosticsParams) => {
    waiting.get(`${uri} ${version}`)?.();
  });
  const waitingForWhole = new Map<string, () => void>();
  // Only a pass over the whole table tells this.
  connection.onNotification(tableStatusChanged, ({ uri }) => waitingForWhole.get(uri)?.());
  connection.listen();
  await connection.sendRequest('initialize', {
    processId: process.pid,
    rootUri: null,
    capabilities: {},
    workspaceFolders: null,
  });
  await connection.sendNotification('initialized', {});
  const startMs = performance.now() - startedMs;

  const untilPublished = async (uri: string, version: number, send: () => Promise<void>): Promise<number> => {
    const { promise, resolve } = Promise.withResolvers<void>();
    waiting.set(`${uri} ${version}`, resolve);
    const sentMs = performance.now();
    await send();
    await promise;
    waiting.delete(`${uri} ${version}`);
    return performance.now() - sentMs;
  };
  const edit: BenchServer['edit'] = (uri, line, character, text) => {
    const version = (versions.get(uri) ?? 1) + 1;
    versions.set(uri, version);
    const range = { start: { line, character }, end: { line, character: character + 1 } };
    const change = { textDocument: { uri, version }, contentChanges: [{ range, text }] };
    return untilPublished(uri, version, () => connection.sendNotification('textDocument/didChange', change));
  };
  return {
    pid: child.pid ?? 0,
    connection,
    startMs,
    open(uri, text) {
      versions.set(uri, 1);
      const textDocument = { uri, languageId: 'csv', version: 1, text };
      return untilPublished(uri, 1, () => connection.sendNotification('textDocument/didOpen', { textDocument }));
    },
    edit,
    async editWhole(uri, line, character, text) {
      const { promise, resolve } = Promise.withResolvers<void>();
      waitingForWhole.set(uri, resolve);
      const sentMs = performance.now();
      await Promise.all([edit(uri, line, character, text), promise]);
      waitingForWhole.delete(uri);
      return performance.now() - sentMs;
    },
    async end() {
      await connection.sendRequest('shutdown');
      await connection.sendNotification('exit');
      await exited;
      connection.dispose();
    },
  };
}
