import pg from 'pg';
import { clientConfig, connectTimeoutMs, openClient } from './client.ts';
import { toPostgresError, triedText } from './connectionError.ts';
import { createMissingDatabase } from './createDatabase.ts';
import { readDriverError } from './driverError.ts';
import { probePort } from './portProbe.ts';
import { postgresFailure } from './postgresFailure.ts';
import type { ServerTarget } from './target.ts';

export { clientConfig } from './client.ts';

/** How a connection is to be made. */
export interface ConnectOptions {
  /** Connections that may be open at once; 4 unless told. */
  readonly maxConnections?: number | undefined;
  /** Milliseconds until a server that does not answer is given up; 10,000 unless told. */
  readonly timeoutMs?: number | undefined;
  /** False where a missing database is an error rather than to be created. */
  readonly createDatabase?: boolean | undefined;
  readonly signal?: AbortSignal | undefined;
}

/**
 * A pool of connections to a server; the database is created if it is absent and the role may. Connections that break
 * while idle are dropped and made anew; what was running on one fails with the query, whose error `toPostgresError`
 * tells. Who asks for a connection while all are lent out waits for as long as it takes.
 * @throws unavailable, unauthorized, notConfigured or notFound, with the guide's four checks; cancelled on abort
 */
export async function connect(target: ServerTarget, options: ConnectOptions = {}): Promise<pg.Pool> {
  const timeoutMs = options.timeoutMs ?? connectTimeoutMs;
  try {
    options.signal?.throwIfAborted();
    await checkServer(target, options.createDatabase ?? true, timeoutMs);
    options.signal?.throwIfAborted();
  } catch (thrown) {
    throw await explain(thrown, target, timeoutMs);
  }
  return makePool(target, options.maxConnections ?? 4, timeoutMs);
}

function makePool(target: ServerTarget, maxConnections: number, timeoutMs: number): pg.Pool {
  // The pool would use its own timeout for waiting on a lent connection too, so only its clients have one.
  class TimedClient extends pg.Client {
    constructor() {
      super(clientConfig(target, timeoutMs));
    }
  }
  const pool = new pg.Pool({ max: maxConnections, idleTimeoutMillis: 30_000, Client: TimedClient });
  // An 'error' event that nobody hears ends the process. The pool's own listener covers idle clients only, so each
  // client gets one that stays.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}

async function checkServer(target: ServerTarget, mayCreate: boolean, timeoutMs: number): Promise<void> {
  try {
    await checkEncoding(target, timeoutMs);
  } catch (thrown) {
    if (!mayCreate || readDriverError(thrown)?.code !== '3D000') throw thrown;
    await createMissingDatabase(target, timeoutMs);
    await checkEncoding(target, timeoutMs);
  }
}

/** Names of lipids hold Greek letters and typographic marks, which a database of another encoding refuses row by row. */
async function checkEncoding(target: ServerTarget, timeoutMs: number): Promise<void> {
  const client = await openClient(clientConfig(target, timeoutMs));
  try {
    const { rows } = await client.query<{ encoding: string }>("SELECT current_setting('server_encoding') AS encoding");
    const encoding = rows[0]?.encoding ?? 'unknown';
    if (encoding !== 'UTF8') throw wrongEncoding(target, encoding);
  } finally {
    await client.end().catch(() => undefined);
  }
}

function wrongEncoding(target: ServerTarget, encoding: string): Error {
  return postgresFailure({
    kind: 'notConfigured',
    happened: `database ${target.database} has the encoding ${encoding}, which cannot hold every name of a table.`,
    tried: triedText(target),
    failed: 'database',
    answer: 'Yes, but it is not UTF8.',
    remedy: 'Name another in POSTGRES_DB; one that does not exist is created with UTF8.',
  });
}

async function explain(thrown: unknown, target: ServerTarget, timeoutMs: number): Promise<Error> {
  const error = readDriverError(thrown);
  const isUnclear = error?.source === 'driver' || error?.code === 'ECONNRESET' || error?.code === 'EPIPE';
  const owner = isUnclear ? await probePort(target, Math.min(timeoutMs, 3_000)) : undefined;
  return toPostgresError(thrown, target, owner);
}
