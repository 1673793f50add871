import { open, rename, stat, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Cluster } from './cluster.ts';
import { embeddedFailure, folderFailure } from './embeddedFailure.ts';
import { findFreePort } from './freePort.ts';
import { isServing, type Postmaster, postmasterFile, readPostmaster } from './postmaster.ts';
import { runProgram } from './program.ts';
import { joinServer, type ServerSession } from './serverSession.ts';

/** How a server is started. */
export interface StartOptions {
  readonly log: (message: string) => void;
  readonly signal?: AbortSignal | undefined;
  /** Chooses the port; a free one unless told. It is asked again when the port turns out to be taken. */
  readonly choosePort?: (() => Promise<number>) | undefined;
}

/** Milliseconds that a server may take to start, stop or recover before it is given up. */
const deadlineMs = 60_000;
const pollMs = 50;
/** How often another port is tried before something else must be wrong. */
const portAttempts = 5;
/** Size at which the log is begun anew, bytes; the one before is kept. */
const logLimitBytes = 1 << 20;

/**
 * Starts the server of a cluster, or waits for one that is starting or stopping, and joins it. To be called under the
 * folder's lock.
 * @param bin the folder of the server's programs
 * @throws unavailable when it does not start, with the reason from its log
 */
export async function startServer(cluster: Cluster, bin: string, options: StartOptions): Promise<ServerSession> {
  const giveUpAt = Date.now() + deadlineMs;
  let portsTried = 0;
  for (;;) {
    options.signal?.throwIfAborted();
    const session = await joinServer(cluster);
    if (session !== null) return session;
    const postmaster = await readPostmaster(cluster.folder);
    if (postmaster !== null && (await isServing(postmaster, cluster.folder))) {
      if (Date.now() > giveUpAt) throw tooLong(cluster, postmaster);
    } else {
      if (postmaster !== null) await removeNote(cluster, postmaster);
      const outcome = await tryStart(cluster, bin, options);
      if (outcome === 'portTaken' && ++portsTried >= portAttempts) throw noPort(cluster);
      if (outcome === 'started' || outcome === 'portTaken') continue;
      if (Date.now() > giveUpAt) throw stillHeld(cluster);
    }
    await pause(pollMs, undefined, options.signal === undefined ? {} : { signal: options.signal });
  }
}

type StartOutcome = 'started' | 'portTaken' | 'heldByOthers';

async function tryStart(cluster: Cluster, bin: string, options: StartOptions): Promise<StartOutcome> {
  const port = await (options.choosePort ?? findFreePort)();
  options.log(`Starting Postgres on 127.0.0.1:${port} (data in ${cluster.folder}).`);
  const logStart = await turnLog(cluster);
  const { exitCode, output } = await runProgram(
    join(bin, 'pg_ctl'),
    ['start', '-D', cluster.folder, '-l', cluster.logFile, '-w', '-t', '60', '-s', '-o', `-p ${port}`],
    { dataDir: cluster.dataDir, cwd: cluster.folder },
  );
  if (exitCode === 0) return 'started';
  const said = `${output}\n${await readFrom(cluster.logFile, logStart)}`;
  if (/Address already in use|could not create any TCP\/IP sockets/.test(said)) return 'portTaken';
  // Processes of a server that was killed hold its memory until they notice; another one may have been quicker.
  if (/pre-existing shared memory block|lock file "postmaster.pid" already exists/.test(said)) return 'heldByOthers';
  const lines = said.split('\n').filter((line) => /FATAL|PANIC|ERROR|error:|could not/.test(line));
  throw (
    folderFailure(cluster.dataDir, cluster.folder, said) ??
    embeddedFailure(cluster.dataDir, {
      happened: `Postgres did not start on ${cluster.folder}: ${lines.slice(-2).join(' ').trim() || output.trim()}`,
      remedy: `See ${cluster.logFile}, mend the cause and try again.`,
    })
  );
}

/** Begins a new log when the old one is long; returns where in the log the next start begins, bytes. */
async function turnLog(cluster: Cluster): Promise<number> {
  try {
    const { size } = await stat(cluster.logFile);
    if (size < logLimitBytes) return size;
    await rename(cluster.logFile, `${cluster.logFile}.1`);
  } catch {
    // There is none yet; that it can't be renamed is no reason not to start.
  }
  return 0;
}

/** The end of a file from an offset in bytes; empty where it can't be read. */
async function readFrom(file: string, start: number): Promise<string> {
  try {
    const handle = await open(file, 'r');
    try {
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(1 << 16), 0, 1 << 16, start);
      return buffer.toString('utf8', 0, bytesRead);
    } finally {
      await handle.close();
    }
  } catch {
    return '';
  }
}

/**
 * Removes the note of a server that was killed. Postgres does so itself, but not when another program of the same user
 * has the process id by now; then it would refuse to start for ever.
 */
async function removeNote(cluster: Cluster, postmaster: Postmaster): Promise<void> {
  const now = await readPostmaster(cluster.folder);
  if (now?.text === postmaster.text) await unlink(postmasterFile(cluster.folder)).catch(() => undefined);
}

/**
 * Stops the server of a cluster; open transactions are rolled back. To be called under the folder's lock.
 * @throws unavailable when it does not stop
 */
export async function stopServer(cluster: Cluster, bin: string): Promise<void> {
  const { exitCode, output } = await runProgram(
    join(bin, 'pg_ctl'),
    ['stop', '-D', cluster.folder, '-m', 'fast', '-w', '-t', '60', '-s'],
    { dataDir: cluster.dataDir, cwd: cluster.folder },
  );
  if (exitCode === 0 || (await readPostmaster(cluster.folder)) === null) return;
  throw embeddedFailure(cluster.dataDir, {
    happened: `Postgres did not stop on ${cluster.folder}: ${output.trim()}`,
    remedy: `See ${cluster.logFile}.`,
  });
}

function tooLong(cluster: Cluster, postmaster: Postmaster): Error {
  return embeddedFailure(cluster.dataDir, {
    happened:
      `the server of ${cluster.folder} (process ${postmaster.pid}, ${postmaster.status}) did not accept a connection ` +
      `within ${deadlineMs / 1000} s.`,
    remedy: `It may be recovering from a crash: try again in a minute, and see ${cluster.logFile}.`,
  });
}

function noPort(cluster: Cluster): Error {
  return embeddedFailure(cluster.dataDir, {
    happened: `every port that was tried on 127.0.0.1 for ${cluster.folder} was taken (${portAttempts} of them).`,
    remedy: 'See which program takes them, and try again.',
  });
}

function stillHeld(cluster: Cluster): Error {
  return embeddedFailure(cluster.dataDir, {
    happened: `processes of an earlier server still hold ${cluster.folder}.`,
    remedy: `End them (they are called "postgres"), and try again; see ${cluster.logFile}.`,
  });
}
