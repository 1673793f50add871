import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import type { ServerTarget } from '../../../server/src/store/target.ts';

/** How a command ended, and what it wrote. */
export interface CommandRun {
  readonly exitCode: number | null;
  readonly stdout: string;
  /** stdout as it came. */
  readonly bytes: Buffer;
  readonly stderr: string;
}

/** How a command is run. */
export interface CommandOptions {
  readonly cwd?: string;
  /** The environment, besides PATH: nothing of whoever runs the tests. */
  readonly env?: Readonly<Record<string, string>>;
  /** What stdin carries; without it stdin is empty. */
  readonly input?: string;
  /** Called with the running process. */
  readonly onStart?: (child: ChildProcess) => void;
}

/** The command line's entry. */
export const mainPath = join(import.meta.dirname, '../../../server/src/cli/main.ts');

/** Runs the command line from its sources, as a process of its own. */
export function runCli(args: readonly string[], options: CommandOptions = {}): Promise<CommandRun> {
  const child = spawn(process.execPath, [mainPath, ...args], {
    cwd: options.cwd,
    env: { PATH: process.env.PATH, ...options.env },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  const stdout: Buffer[] = [];
  const stderr: Buffer[] = [];
  // A command that refuses its options ends before it has read stdin.
  child.stdin.on('error', () => undefined);
  child.stdin.end(options.input ?? '');
  child.stdout.on('data', (piece: Buffer) => stdout.push(piece));
  child.stderr.on('data', (piece: Buffer) => stderr.push(piece));
  options.onStart?.(child);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (exitCode) => {
      const bytes = Buffer.concat(stdout);
      resolve({ exitCode, bytes, stdout: bytes.toString('utf8'), stderr: Buffer.concat(stderr).toString('utf8') });
    });
  });
}

/** The settings of a server, as .env names them. */
export function serverSettings(target: ServerTarget): Record<string, string> {
  return {
    POSTGRES_HOST: target.host,
    POSTGRES_PORT: String(target.port),
    POSTGRES_DB: target.database,
    POSTGRES_USER: target.user,
    POSTGRES_PASSWORD: target.password ?? '',
  };
}
