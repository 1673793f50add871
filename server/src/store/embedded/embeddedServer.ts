import { resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { toAmprentaError } from '#shared/errors.ts';
import { readDriverError } from '../driverError.ts';
import type { ServerTarget } from '../target.ts';
import { findBinaries } from './binaries.ts';
import { type Cluster, clusterOf, clusterTarget, embeddedName, ensureCluster, readPassword } from './cluster.ts';
import { prepareDataDir } from './dataDir.ts';
import { tryFolderLock } from './folderLock.ts';
import { ensureWatcher, noteLeaving, watchUntilIdle } from './idleWatch.ts';
import { isServing, readPostmaster } from './postmaster.ts';
import { startServer, stopServer } from './serverControl.ts';
import {
  joinServer,
  keepServer,
  lockKeys,
  lockSpace,
  openSession,
  readUse,
  type ServerSession,
} from './serverSession.ts';
import { removeOtherVersions, stageBinaries } from './stagedBinaries.ts';
import { removeAbandonedWork } from './workFolder.ts';

/** Milliseconds for which a server that a command used stays, so that ten commands in a row don't start it ten times. */
export const commandIdleMs = 60_000;

/** How the embedded server is to be opened. */
export interface EmbeddedOptions {
  /**
   * Milliseconds for which the server stays after its last user left: 0, unless told, for a window, which stops it as it
   * leaves; `commandIdleMs` for a command.
   */
  readonly stopAfterIdleMs?: number | undefined;
  /** True where the server is to stay until `stopEmbedded`, or the end of the machine (`db start`). */
  readonly keepRunning?: boolean | undefined;
  /** Told what takes time, and what is changed on disk. */
  readonly log?: ((message: string) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Chooses the port for a server that is to be started; a free one unless told. */
  readonly choosePort?: (() => Promise<number>) | undefined;
}

/** An embedded server that runs, at least until it is released. */
export interface EmbeddedServer {
  readonly target: ServerTarget;
  /** Process id of the server. */
  readonly pid: number;
  /** Resolves when the server is lost or released; whoever is still there then opens it again. */
  readonly ended: Promise<void>;
  /** Leaves the server; the last one stops it. Never throws: what keeps it from stopping is logged. */
  release(): Promise<void>;
}

/** The state of the embedded server of a data folder. */
export interface EmbeddedStatus {
  /** absent: no cluster yet; unreachable: a server process is there that accepts no connection (yet, or any more). */
  readonly state: 'absent' | 'stopped' | 'unreachable' | 'running';
  readonly dataDir: string;
  /** Postgres' own data directory. */
  readonly folder: string;
  /** Version of the binaries, `18.4.0-beta.17`. */
  readonly version: string;
  readonly pid: number | null;
  readonly port: number | null;
  /** Processes that use it now. */
  readonly users: number;
  /** True where it stays until it is stopped by hand. */
  readonly kept: boolean;
  /** Where to connect; null unless running. Holds the password. */
  readonly target: ServerTarget | null;
}

const lockPollMs = 40;
const silent = (): void => undefined;

/**
 * Opens the embedded server of a data folder for this process: joins the one that runs, or makes what is missing
 * (programs, cluster) and starts it. Any number of processes may do so at once; they end up with one server.
 * @param dataDir the cluster lies in `postgres-<major>` below it; other files there are left alone
 * @throws notConfigured without binaries for this platform, unauthorized for a folder or cluster that is closed to this
 *   user, unavailable for a full disk or a server that does not start, cancelled on abort
 */
export async function openEmbedded(dataDir: string, options: EmbeddedOptions = {}): Promise<EmbeddedServer> {
  try {
    const cluster = await findCluster(dataDir);
    return await use(cluster, (await joinServer(cluster)) ?? (await makeAndJoin(cluster, options)), options);
  } catch (thrown) {
    throw toAmprentaError(thrown);
  }
}

async function use(cluster: Cluster, session: ServerSession, options: EmbeddedOptions): Promise<EmbeddedServer> {
  const idleMs = options.stopAfterIdleMs ?? 0;
  const log = options.log ?? silent;
  try {
    options.signal?.throwIfAborted();
    if (options.keepRunning === true) await keepServer(session);
    if (idleMs > 0) await ensureWatcher(cluster, session, idleMs);
  } catch (thrown) {
    await leave(cluster, session, idleMs, log);
    throw thrown;
  }
  let released: Promise<void> | null = null;
  return {
    target: session.target,
    pid: session.pid,
    ended: session.ended,
    release: () => (released ??= leave(cluster, session, idleMs, log)),
  };
}

/** How things are with the embedded server of a data folder; starts and changes nothing. */
export async function embeddedStatus(dataDir: string): Promise<EmbeddedStatus> {
  const { version, major } = await findBinaries(resolve(dataDir));
  const cluster = clusterOf(resolve(dataDir), major);
  const base = { dataDir: cluster.dataDir, folder: cluster.folder, version };
  const off = { ...base, pid: null, port: null, users: 0, kept: false, target: null };
  const password = await readPassword(cluster);
  if (password === null) return { ...off, state: 'absent' };
  const postmaster = await readPostmaster(cluster.folder);
  if (postmaster === null || !(await isServing(postmaster, cluster.folder))) return { ...off, state: 'stopped' };
  const session = await openSession(cluster);
  if (session === null) return { ...off, state: 'unreachable', pid: postmaster.pid, port: postmaster.port };
  try {
    const { users, kept } = await readUse(session);
    const target = clusterTarget(postmaster.port, password);
    return { ...base, state: 'running', pid: postmaster.pid, port: postmaster.port, users, kept, target };
  } finally {
    await session.end();
  }
}

/**
 * Stops the embedded server of a data folder, whoever uses it: open transactions are rolled back.
 * @returns whether there was one, and how many processes used it
 */
export async function stopEmbedded(
  dataDir: string,
  options: { readonly signal?: AbortSignal | undefined } = {},
): Promise<{ readonly stopped: boolean; readonly users: number }> {
  const { state, users, folder } = await embeddedStatus(dataDir);
  if (state === 'absent' || state === 'stopped') return { stopped: false, users: 0 };
  const cluster = await findCluster(dataDir);
  return underLock(cluster.dataDir, options.signal, async () => {
    const postmaster = await readPostmaster(folder);
    if (postmaster === null || !(await isServing(postmaster, folder))) return { stopped: false, users: 0 };
    await stopServer(cluster, await programsOf(cluster));
    return { stopped: true, users };
  });
}

/** Waits until the server of a data folder was idle for `idleMs`, and stops it: the work of watcher.ts. */
export async function watchEmbedded(dataDir: string, idleMs: number): Promise<void> {
  const cluster = await findCluster(dataDir);
  await watchUntilIdle(cluster, idleMs, (session) => stopIfUnused(cluster, session));
}

async function findCluster(dataDir: string): Promise<Cluster> {
  const folder = resolve(dataDir);
  return clusterOf(folder, (await findBinaries(folder)).major);
}

async function programsOf(cluster: Cluster): Promise<string> {
  return stageBinaries(await findBinaries(cluster.dataDir), cluster.dataDir);
}

async function makeAndJoin(cluster: Cluster, options: EmbeddedOptions): Promise<ServerSession> {
  const { signal, choosePort } = options;
  const log = options.log ?? silent;
  await prepareDataDir(cluster.dataDir, log);
  return underLock(
    cluster.dataDir,
    signal,
    async () => {
      const binaries = await findBinaries(cluster.dataDir);
      await removeAbandonedWork(cluster.dataDir);
      const bin = await stageBinaries(binaries, cluster.dataDir);
      await ensureCluster(cluster, bin, { log, ...(signal === undefined ? {} : { signal }) });
      const session = await startServer(cluster, bin, { log, signal, choosePort });
      await createDatabase(session);
      await removeOtherVersions(cluster.dataDir, binaries.version);
      return session;
    },
    () => joinServer(cluster),
  );
}

/** Runs something under the folder's lock; while another process has it, `meanwhile` may find the result elsewhere. */
async function underLock<Result>(
  dataDir: string,
  signal: AbortSignal | undefined,
  run: () => Promise<Result>,
  meanwhile: () => Promise<Result | null> = () => Promise.resolve(null),
): Promise<Result> {
  for (;;) {
    signal?.throwIfAborted();
    const unlock = await tryFolderLock(dataDir);
    if (unlock !== null) {
      try {
        return await run();
      } finally {
        await unlock();
      }
    }
    const found = await meanwhile();
    if (found !== null) return found;
    // At random, so that those who wait don't all come at the same moment.
    await pause(lockPollMs * (0.5 + Math.random()), undefined, signal === undefined ? {} : { signal });
  }
}

/** The database is there from the start, for programs that are given the server's address. */
async function createDatabase(session: ServerSession): Promise<void> {
  const found = await session.query('SELECT 1 FROM pg_database WHERE datname = $1', [embeddedName]);
  if (found.length > 0) return;
  try {
    await session.query(`CREATE DATABASE ${embeddedName}`);
  } catch (thrown) {
    // 42P04, 23505: who joined as soon as the server ran has made it since, or is making it.
    if (!['42P04', '23505'].includes(readDriverError(thrown)?.code ?? '')) throw thrown;
  }
}

async function leave(
  cluster: Cluster,
  session: ServerSession,
  idleMs: number,
  log: (message: string) => void,
): Promise<void> {
  try {
    if (idleMs > 0) {
      await ensureWatcher(cluster, session, idleMs);
      await noteLeaving(session);
    } else {
      await session.query('SELECT pg_advisory_unlock_shared($1, $2)', [lockSpace, lockKeys.inUse]);
      await stopIfUnused(cluster, session);
    }
  } catch (thrown) {
    // A server that is gone already needs no leaving.
    if (!session.isEnded()) log(thrown instanceof Error ? thrown.message : String(thrown));
  } finally {
    await session.end();
  }
}

/** False where somebody uses the server, or it is to stay. */
async function stopIfUnused(cluster: Cluster, session: ServerSession): Promise<boolean> {
  const { users, kept } = await readUse(session);
  if (users > 0 || kept) return false;
  return underLock(cluster.dataDir, undefined, async () => {
    const [answer] = await session.query<{ alone: boolean }>('SELECT pg_try_advisory_lock($1, $2) AS alone', [
      lockSpace,
      lockKeys.inUse,
    ]);
    if (answer?.alone !== true) return false;
    await stopServer(cluster, await programsOf(cluster));
    return true;
  });
}
