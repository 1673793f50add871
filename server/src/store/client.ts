import { Socket } from 'node:net';
import pg from 'pg';
import type { ServerTarget, SslMode } from './target.ts';

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

/** Milliseconds until a server that does not answer is given up. */
export const connectTimeoutMs = 10_000;

const sslOptions: Readonly<Record<SslMode, pg.ClientConfig['ssl']>> = {
  disable: false,
  require: { rejectUnauthorized: false },
  'verify-ca': { rejectUnauthorized: true, checkServerIdentity: () => undefined },
  'verify-full': { rejectUnauthorized: true },
};

/** The driver's settings for a target: what every connection of this program has in common. */
export function clientConfig(target: ServerTarget, timeoutMs: number = connectTimeoutMs): pg.ClientConfig {
  return {
    host: target.host,
    port: target.port,
    database: target.database,
    user: target.user,
    ...(target.password === null ? {} : { password: target.password }),
    ssl: sslOptions[target.ssl],
    application_name: 'amprenta',
    connectionTimeoutMillis: timeoutMs,
    keepAlive: true,
    types: typeParsers,
  };
}

/**
 * Opens one connection; call `end` on it. A failure leaves no socket behind: the driver itself keeps one open where
 * it gives up in the middle of the handshake, for as long as the server waits.
 * @throws the driver's error
 */
export async function openClient(config: pg.ClientConfig): Promise<pg.Client> {
  const socket = new Socket();
  const client = new pg.Client({ ...config, stream: () => socket });
  // An 'error' event that nobody hears ends the process; whoever uses the client learns of it from the query.
  client.on('error', () => undefined);
  try {
    await client.connect();
    return client;
  } catch (thrown) {
    socket.destroy();
    throw thrown;
  }
}
