import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { ErrorKind } from '#shared/errors.ts';
import type { ServerTarget } from '../../server/src/store/target.ts';

/** What a process is to do with an embedded server. */
export interface EmbeddedUserOptions {
  /** The default of the account that runs it, unless told. */
  readonly dataDir?: string;
  readonly stopAfterIdleMs?: number;
  readonly keepRunning?: boolean;
}

/** What it says when it has opened the server, or could not. */
export type EmbeddedUserAnswer =
  | { readonly target: ServerTarget; readonly pid: number; readonly log: readonly string[] }
  | { readonly error: { readonly kind: ErrorKind; readonly message: string }; readonly log: readonly string[] };

/** A program that runs embeddedUser.ts: the interpreter, what goes before the options, and the account to run as. */
export interface EmbeddedUserProgram {
  readonly file: string;
  readonly args: readonly string[];
  readonly uid?: number;
  readonly gid?: number;
}

/** A running process that uses an embedded server. */
export interface EmbeddedProcess {
  readonly child: ChildProcess;
  /** Resolves when it has opened the server, or said why not. */
  readonly answer: Promise<EmbeddedUserAnswer>;
  /** What it reports on the way, as soon as it does. */
  onLog(callback: (line: string) => void): void;
  /** Tells it to leave the server, and waits for its end. */
  leave(): Promise<void>;
  /** Ends it with SIGKILL, and waits for its end. */
  kill(): Promise<void>;
}

/** embeddedUser.ts of this checkout, as the account that runs the tests. */
export const ownProgram: EmbeddedUserProgram = {
  file: process.execPath,
  args: [join(import.meta.dirname, 'embeddedUser.ts')],
};

/** Starts a process that opens an embedded server. */
export function startEmbeddedUser(
  options: EmbeddedUserOptions,
  program: EmbeddedUserProgram = ownProgram,
  env: NodeJS.ProcessEnv = process.env,
): EmbeddedProcess {
  const { file, args, ...account } = program;
  const child = spawn(file, [...args, JSON.stringify(options)], {
    cwd: '/',
    env,
    stdio: ['pipe', 'pipe', 'pipe'],
    ...account,
  });
  const exit = once(child, 'exit');
  const said: string[] = [];
  const listeners: ((line: string) => void)[] = [];
  createInterface(child.stderr).on('line', (line) => {
    said.push(line);
    for (const listener of listeners) listener(line);
  });
  const answer = new Promise<EmbeddedUserAnswer>((resolve, reject) => {
    createInterface(child.stdout).once('line', (line) => resolve(JSON.parse(line)));
    child.once('error', reject);
    child.once('exit', () => reject(new Error(`It ended without an answer: ${said.join('\n')}`)));
  });
  // Who kills a process may not care for its answer.
  answer.catch(() => undefined);
  return {
    child,
    answer,
    onLog: (callback) => listeners.push(callback),
    leave: async () => {
      child.stdin.end();
      await exit;
    },
    kill: async () => {
      child.kill('SIGKILL');
      await exit;
    },
  };
}

/** The opened server of a process. @throws Error with what it said where it could not open one */
export async function opened(
  process: EmbeddedProcess,
): Promise<{ readonly target: ServerTarget; readonly pid: number; readonly log: readonly string[] }> {
  const answer = await process.answer;
  if ('error' in answer) throw new Error(answer.error.message);
  return answer;
}

/** Why a process could not open a server. @throws Error where it could */
export async function refused(
  process: EmbeddedProcess,
): Promise<{ readonly kind: ErrorKind; readonly message: string }> {
  const answer = await process.answer;
  if (!('error' in answer)) throw new Error('It opened the server.');
  return answer.error;
}
