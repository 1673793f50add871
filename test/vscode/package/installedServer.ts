import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createMessageConnection, type MessageConnection } from 'vscode-jsonrpc/node';

/** Where and how an installed server is run. */
export interface InstalledServerOptions {
  /** The program that runs it: the editor's own. */
  readonly node: string;
  /** The extension's folder. */
  readonly folder: string;
  /** All of its environment. */
  readonly env: Readonly<Record<string, string>>;
}

/** Runs the language server of an installed extension over stdio, hands over its connection, and ends it. */
export async function withInstalledServer<Result>(
  { node, folder, env }: InstalledServerOptions,
  use: (connection: MessageConnection) => Promise<Result>,
): Promise<Result> {
  const server = join(folder, 'dist', 'server', 'languageServer.js');
  const child = spawn(node, [server, '--stdio'], { cwd: folder, env, stdio: ['pipe', 'pipe', 'inherit'] });
  const exited = once(child, 'exit');
  const connection = createMessageConnection(child.stdout, child.stdin);
  try {
    connection.listen();
    const start = { processId: process.pid, rootUri: null, capabilities: {}, workspaceFolders: null };
    await connection.sendRequest('initialize', start);
    await connection.sendNotification('initialized', {});
    const result = await use(connection);
    await connection.sendRequest('shutdown');
    await connection.sendNotification('exit');
    await exited;
    return result;
  } finally {
    connection.dispose();
    child.kill('SIGKILL');
  }
}
