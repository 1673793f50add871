import { spawn } from 'node:child_process';
import { embeddedFailure, systemCode } from './embeddedFailure.ts';
import { serverUser } from './serverUser.ts';

/** What a program that ended left. */
export interface ProgramResult {
  /** Null where a signal ended it. */
  readonly exitCode: number | null;
  /** Standard output and standard error together, in English whatever the machine's language. */
  readonly output: string;
}

/** What the server's programs need of the environment. Nothing else goes in: it would stay readable as long as they run. */
const passedOn = ['PATH', 'TZ', 'TMPDIR', 'TEMP', 'TMP', 'SystemRoot', 'SystemDrive', 'ComSpec', 'PATHEXT', 'windir'];

/** The environment of the server's programs: no secrets, and the locale C, since LANG may be unset or not installed. */
export function serverEnvironment(): NodeJS.ProcessEnv {
  const env: NodeJS.ProcessEnv = { LC_ALL: 'C' };
  for (const name of passedOn) {
    const value = process.env[name];
    if (value !== undefined) env[name] = value;
  }
  return env;
}

/** Where and for whom a program runs. */
export interface ProgramOptions {
  readonly dataDir: string;
  /** A folder that the account which runs the server may enter. */
  readonly cwd: string;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Runs one of the server's programs to its end, as the account that runs the server.
 * @throws notConfigured where it can't be run here; the AbortError of `signal`, once the program has ended
 */
export async function runProgram(
  file: string,
  args: readonly string[],
  options: ProgramOptions,
): Promise<ProgramResult> {
  options.signal?.throwIfAborted();
  const { promise, resolve, reject } = Promise.withResolvers<number | null>();
  const child = spawn(file, args, {
    cwd: options.cwd,
    env: serverEnvironment(),
    stdio: ['ignore', 'pipe', 'pipe'],
    windowsHide: true,
    ...serverUser(),
  });
  const pieces: Buffer[] = [];
  child.stdout.on('data', (piece: Buffer) => pieces.push(piece));
  child.stderr.on('data', (piece: Buffer) => pieces.push(piece));
  child.once('error', (error) => reject(cannotRun(options.dataDir, file, error)));
  child.once('close', resolve);
  const end = (): void => {
    child.kill('SIGTERM');
  };
  options.signal?.addEventListener('abort', end, { once: true });
  try {
    const exitCode = await promise;
    options.signal?.throwIfAborted();
    return { exitCode, output: Buffer.concat(pieces).toString('utf8') };
  } finally {
    options.signal?.removeEventListener('abort', end);
  }
}

function cannotRun(dataDir: string, file: string, error: Error): Error {
  const code = systemCode(error);
  if (code === 'ABORT_ERR') return error;
  return embeddedFailure(dataDir, {
    kind: 'notConfigured',
    happened: `the program ${file} can't be run here (${code ?? error.message}).`,
    remedy:
      'Where the folder lies on a disk that forbids programs (noexec), name another in AMPRENTA_DATA_DIR; where this ' +
      'system has no glibc, set POSTGRES_HOST to a server of your own.',
    cause: error,
  });
}
