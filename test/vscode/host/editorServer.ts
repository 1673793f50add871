import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { openSync } from 'node:fs';
import { createServer } from 'node:net';
import { delimiter, dirname, join } from 'node:path';
import { runProgram } from './runProgram.ts';
import type { TestEditor } from './testEditor.ts';

const startTimeoutMs = 60_000;
const pollMs = 100;

/** The folders of one editor. */
export interface EditorFolders {
  /** For everything that goes when the editor ends. */
  readonly temporary: string;
  readonly user: string;
  readonly extensions: string;
}

/** A running editor server. */
export interface EditorServer {
  readonly port: number;
  /** Resolves when the server ends. */
  readonly ended: Promise<unknown>;
  /** Ends the server and all it started. */
  stop(): Promise<void>;
}

/**
 * Starts the editor's server on 127.0.0.1 and waits until it answers.
 * @param withDriver read the test run from the page's address; this hides notifications
 * @param withTrust ask whether a workspace is trusted; else each is
 */
export async function startEditorServer(
  editor: TestEditor,
  folders: EditorFolders,
  { withDriver, withTrust }: { readonly withDriver: boolean; readonly withTrust: boolean },
): Promise<EditorServer> {
  const port = await findFreePort();
  const logFile = join(folders.user, 'server.log');
  const log = openSync(logFile, 'a');
  const listening = ['--host', '127.0.0.1', '--port', String(port), '--without-connection-token'];
  const manners = ['--telemetry-level', 'off', '--reconnection-grace-time', '1'];
  const trust = withTrust ? [] : ['--disable-workspace-trust'];
  const driver = withDriver ? ['--enable-smoke-test-driver'] : [];
  const child = spawn(
    editor.node,
    [editor.serverMain, ...folderOptions(folders), ...listening, ...manners, ...trust, ...driver],
    {
      env: editorEnvironment(editor, folders),
      cwd: folders.temporary,
      // A group of its own, so that what it starts can be ended with it.
      detached: true,
      stdio: ['ignore', log, log],
    },
  );
  const ended = once(child, 'exit');
  await untilAnswers(`http://127.0.0.1:${port}/version`, child, logFile);
  return { port, ended, stop: () => endGroup(child, ended) };
}

/** Installs a packaged extension. @throws Error where the editor refuses it */
export async function installExtension(editor: TestEditor, folders: EditorFolders, vsix: string): Promise<void> {
  await runProgram(editor.node, [editor.serverMain, ...folderOptions(folders), '--install-extension', vsix], {
    cwd: folders.temporary,
    env: editorEnvironment(editor, folders),
  });
}

function folderOptions({ temporary, user, extensions }: EditorFolders): string[] {
  const data = ['--server-data-dir', join(temporary, 'server'), '--user-data-dir', user];
  return [...data, '--extensions-dir', extensions, '--accept-server-license-terms'];
}

/** Without what an editor around this one has set for its own processes. */
function editorEnvironment(editor: TestEditor, { temporary }: EditorFolders): NodeJS.ProcessEnv {
  const own = Object.entries(process.env).filter(([name]) => !name.startsWith('VSCODE_') && name !== 'NODE_OPTIONS');
  const path = `${dirname(editor.node)}${delimiter}${process.env.PATH ?? ''}`;
  return { ...Object.fromEntries(own), PATH: path, XDG_RUNTIME_DIR: temporary };
}

async function untilAnswers(address: string, child: ChildProcess, logFile: string): Promise<void> {
  const deadline = Date.now() + startTimeoutMs;
  while (Date.now() < deadline && child.exitCode === null) {
    const response = await fetch(address).catch(() => null);
    if (response?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, pollMs));
  }
  throw new Error(`The editor's server did not start; its log is ${logFile}.`);
}

async function endGroup(child: ChildProcess, ended: Promise<unknown>): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null) return;
  // Asked first, so that the extension host can let go of what it holds.
  for (const signal of ['SIGTERM', 'SIGKILL'] as const) {
    try {
      process.kill(-child.pid, signal);
    } catch {
      return;
    }
    const patience = new Promise((resolve) => setTimeout(resolve, 3000).unref());
    await Promise.race([ended, patience]);
  }
}

async function findFreePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('The system gave no port.');
  return address.port;
}
