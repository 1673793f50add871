import pg from 'pg';
import { toPostgresError, triedText } from './connectionError.ts';
import { createMissingDatabase } from './createDatabase.ts';
import { readDriverError } from './driverError.ts';
import { probePort } from './portProbe.ts';
import { postgresFailure } from './postgresFailure.ts';
import type { ServerTarget } from './target.ts';

/** How a connection is to be made. */
export interface ConnectOptions {
  /** Connections that may be open at once; 4 unless told. */
  readonly maxConnections?: number;
  /** Milliseconds until a server that does not answer is given up; 10,000 unless told. */
  readonly timeoutMs?: number;
  /** False where a missing database is an error rather than to be created. */
  readonly createDatabase?: boolean;
  readonly signal?: AbortSignal;
}

/** Type id of int8. Source: PostgreSQL's pg_type.dat. */
const int8Oid = 20;

/**
 * int8 comes as a number: the driver gives text, since an int8 may be larger than a number is exact, which no count,
 * size or ordinal of this program is. Everything else as the driver has it (timestamptz as Date, float8[] as numbers).
 */
const typeParsers: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    oid === int8Oid && format !== 'binary'
      ? Number
      : pg.types.getTypeParser(oid, format ?? 'text')) as typeof pg.types.getTypeParser,
};

const defaultTimeoutMs = 10_000;

/** The driver's settings for a target: what every connection of this program has in common. */
export function clientConfig(target: ServerTarget, timeoutMs: number = defaultTimeoutMs): pg.ClientConfig {
  return {
    host: target.host,
    port: target.port,
    database: target.database,
    user: target.user,
    ...(target.password === null ? {} : { password: target.password }),
    ssl: target.ssl,
    application_name: 'amprenta',
    connectionTimeoutMillis: timeoutMs,
    keepAlive: true,
    types: typeParsers,
  };
}

/**
 * A pool of connections to a server; the database is created if it is absent and the role may. Connections that break
 * while idle are dropped and made anew; what was running on one fails with the query.
 * @throws unavailable, unauthorized, notConfigured or notFound, with the guide's four checks; cancelled on abort
 */
export async function connect(target: ServerTarget, options: ConnectOptions = {}): Promise<pg.Pool> {
  const timeoutMs = options.timeoutMs ?? defaultTimeoutMs;
  const pool = new pg.Pool({
    ...clientConfig(target, timeoutMs),
    max: options.maxConnections ?? 4,
    idleTimeoutMillis: 30_000,
  });
  keepAliveOnErrors(pool);
  try {
    options.signal?.throwIfAborted();
    await checkServer(pool, target, options.createDatabase ?? true, timeoutMs);
    options.signal?.throwIfAborted();
    return pool;
  } catch (thrown) {
    await pool.end().catch(() => undefined);
    throw await explain(thrown, target, timeoutMs);
  }
}

/**
 * An 'error' event that nobody hears ends the process. The pool's own listener covers idle clients only, so each
 * client gets one that stays: whoever uses the client learns of the failure from the query's rejection.
 */
function keepAliveOnErrors(pool: pg.Pool): void {
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
}

async function checkServer(pool: pg.Pool, target: ServerTarget, mayCreate: boolean, timeoutMs: number): Promise<void> {
  try {
    await checkEncoding(pool, target);
  } catch (thrown) {
    if (!mayCreate || readDriverError(thrown)?.code !== '3D000') throw thrown;
    await createMissingDatabase(target, (database) => clientConfig({ ...target, database }, timeoutMs));
    await checkEncoding(pool, target);
  }
}

/** Names of lipids hold Greek letters and typographic marks, which a database of another encoding refuses row by row. */
async function checkEncoding(pool: pg.Pool, target: ServerTarget): Promise<void> {
  const { rows } = await pool.query<{ encoding: string }>("SELECT current_setting('server_encoding') AS encoding");
  const encoding = rows[0]?.encoding ?? 'unknown';
  if (encoding === 'UTF8') return;
  throw postgresFailure({
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
