import type pg from 'pg';
import { clientConfig, openClient } from '../client.ts';
import { readDriverError } from '../driverError.ts';
import type { ServerTarget } from '../target.ts';
import { type Cluster, clusterTarget, readPassword } from './cluster.ts';
import { embeddedFailure } from './embeddedFailure.ts';
import { isServing, readPostmaster } from './postmaster.ts';

/**
 * A session with the embedded server that holds advisory locks. Who uses the server holds `inUse` shared; who stops it
 * must have it exclusively first, which fails while anybody uses it, and keeps anybody from beginning to. The server
 * itself forgets the locks of a process that dies, so there is no count that could be wrong.
 */
export interface ServerSession {
  readonly target: ServerTarget;
  /** Process id of the server. */
  readonly pid: number;
  query<Row extends pg.QueryResultRow>(text: string, values?: readonly unknown[]): Promise<readonly Row[]>;
  /** Calls back for each notification on a channel. */
  onNotification(callback: () => void): void;
  /** Resolves once the connection is gone, by whichever side. */
  readonly ended: Promise<void>;
  isEnded(): boolean;
  end(): Promise<void>;
}

/** Advisory locks are per database: all sessions about the server itself are in this one. */
const lockDatabase = 'postgres';

/** Any number will do as long as it stays: the first half of the keys of our advisory locks. */
export const lockSpace = 0x416d7072;
/** The second halves: the server is in use (shared), or being stopped (exclusive); somebody watches for its idleness. */
export const lockKeys = { inUse: 1, watched: 2 } as const;

/** Milliseconds that a server on this machine may take to answer. */
const answerMs = 5_000;

/**
 * Opens a session with the server that runs on a cluster; null where none runs, or none that accepts us yet.
 * @throws unauthorized where the cluster's password or owner is not ours
 */
export async function openSession(cluster: Cluster): Promise<ServerSession | null> {
  const postmaster = await readPostmaster(cluster.folder);
  if (postmaster === null || postmaster.status === 'starting' || postmaster.status === 'stopping') return null;
  const password = await readPassword(cluster);
  if (password === null) return null;
  const target = clusterTarget(postmaster.port, password);
  const config = clientConfig({ ...target, database: lockDatabase }, answerMs);
  let client: pg.Client;
  try {
    client = await openClient({ ...config, application_name: 'amprenta session' });
  } catch (thrown) {
    if (readDriverError(thrown)?.code === '28P01' && (await isServing(postmaster, cluster.folder))) {
      throw wrongPassword(cluster, thrown);
    }
    // Nothing listens (killed), it is starting or stopping, or another program has the port by now.
    return null;
  }
  const { promise: ended, resolve } = Promise.withResolvers<void>();
  let isEnded = false;
  const noteEnd = (): void => {
    isEnded = true;
    resolve();
  };
  client.on('error', noteEnd);
  client.on('end', noteEnd);
  return {
    target,
    pid: postmaster.pid,
    ended,
    isEnded: () => isEnded,
    query: async <Row extends pg.QueryResultRow>(text: string, values: readonly unknown[] = []) =>
      (await client.query<Row>(text, [...values])).rows,
    onNotification: (callback) => client.on('notification', () => callback()),
    end: () => client.end().catch(() => undefined),
  };
}

function wrongPassword(cluster: Cluster, cause: unknown): Error {
  return embeddedFailure(cluster.dataDir, {
    kind: 'unauthorized',
    happened: `the server does not accept the password in ${cluster.passwordFile}.`,
    failed: 'credentials',
    isRunning: true,
    remedy: 'Put the file back as it was; or move the folder away and a new, empty cluster is created.',
    cause,
  });
}

/** Opens a session that counts as a user of the server; null where none runs or it is being stopped. */
export async function joinServer(cluster: Cluster): Promise<ServerSession | null> {
  const session = await openSession(cluster);
  if (session === null) return null;
  try {
    const [answer] = await session.query<{ joined: boolean }>('SELECT pg_try_advisory_lock_shared($1, $2) AS joined', [
      lockSpace,
      lockKeys.inUse,
    ]);
    if (answer?.joined === true) return session;
  } catch {
    // The server ended between the two.
  }
  await session.end();
  return null;
}

/** How a running server is used. */
export interface ServerUse {
  /** Processes that use it, the asking session not counted. */
  readonly users: number;
  /** Somebody waits for it to be idle in order to stop it. */
  readonly watched: boolean;
  /** It was started to stay until it is stopped by hand. */
  readonly kept: boolean;
}

/** The mark on a server that is to stay. It names the server's start, so that it ends with that run of the server. */
const keptMark = "'amprenta: stays since ' || extract(epoch FROM pg_postmaster_start_time())";

/** Asks how the server is used. */
export async function readUse(session: ServerSession): Promise<ServerUse> {
  const [use] = await session.query<{ users: number; watched: boolean; kept: boolean }>(
    `SELECT count(*) FILTER (WHERE objid = $2 AND pid <> pg_backend_pid())::int AS users,
            count(*) FILTER (WHERE objid = $3) > 0 AS watched,
            (SELECT shobj_description(oid, 'pg_database') = ${keptMark}
               FROM pg_database WHERE datname = current_database()) IS TRUE AS kept
       FROM pg_locks
      WHERE locktype = 'advisory' AND classid = $1 AND objsubid = 2 AND granted
        AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`,
    [lockSpace, lockKeys.inUse, lockKeys.watched],
  );
  return use ?? { users: 0, watched: false, kept: false };
}

/** Marks the server as one that stays until it is stopped by hand. */
export async function keepServer(session: ServerSession): Promise<void> {
  await session.query(`DO $$ BEGIN EXECUTE format('COMMENT ON DATABASE ${lockDatabase} IS %L', ${keptMark}); END $$`);
}
