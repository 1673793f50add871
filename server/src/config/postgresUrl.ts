import { AmprentaError } from '#shared/errors.ts';
import type { ServerTarget, SslMode } from '../store/target.ts';
import type { SettingText } from './settingText.ts';

const scheme = /^postgres(?:ql)?(?:\+\w+)?:$/;

/**
 * What each sslmode asks for; `allow` and `prefer` would also do without, so they ask for nothing.
 * Source: PostgreSQL documentation, section 34.1.1 "Connection Strings" and table 34.1 "SSL Mode Descriptions".
 */
const sslModes: ReadonlyMap<string, SslMode> = new Map([
  ['disable', 'disable'],
  ['allow', 'disable'],
  ['prefer', 'disable'],
  ['require', 'require'],
  ['verify-ca', 'verify-ca'],
  ['verify-full', 'verify-full'],
]);

/**
 * Reads an address like postgresql://USER:PASSWORD@HOST:PORT/DATABASE?sslmode=require, percent-encoding undone. What it
 * does not name is left out. A scheme like `postgresql+psycopg2`, as SQLAlchemy writes it, is understood too.
 * @throws invalidInput, without the address, since a password may be in it
 */
export function parsePostgresUrl({ text, place }: SettingText): Partial<ServerTarget> {
  const url = readUrl(text, place);
  const path = decoded(url.pathname.replace(/^\//, ''), place);
  if (path.includes('/')) throw malformed(place, 'more than a database name follows the host');
  return {
    ...(url.hostname && { host: decoded(url.hostname.replace(/^\[|\]$/g, ''), place) }),
    ...(url.port && { port: portOf(url.port, place) }),
    ...(path && { database: path }),
    ...(url.username && { user: decoded(url.username, place) }),
    ...(url.password && { password: decoded(url.password, place) }),
    ssl: readSslMode(url.searchParams.get('sslmode'), place),
  };
}

function readUrl(text: string, place: string): URL {
  let url: URL;
  try {
    url = new URL(text);
  } catch {
    throw malformed(place, "it can't be taken apart");
  }
  if (!scheme.test(url.protocol)) throw malformed(place, 'it does not begin with postgresql://');
  if (!text.slice(url.protocol.length).startsWith('//')) throw malformed(place, 'the // before the user is missing');
  return url;
}

function portOf(text: string, place: string): number {
  const port = Number(text);
  if (port === 0) throw malformed(place, 'its port is 0');
  return port;
}

function decoded(text: string, place: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw malformed(place, 'a % in it is not followed by two hexadecimal digits');
  }
}

function readSslMode(mode: string | null, place: string): SslMode {
  if (mode === null) return 'disable';
  const ssl = sslModes.get(mode);
  if (ssl === undefined) throw malformed(place, `its sslmode is none of ${[...sslModes.keys()].join(', ')}`);
  return ssl;
}

function malformed(place: string, why: string): AmprentaError {
  return new AmprentaError(
    'invalidInput',
    `${place} is not an address of a Postgres: ${why}. Write postgresql://USER:PASSWORD@HOST:PORT/DATABASE, with ` +
      'special characters of user and password percent-encoded (@ is %40, / is %2F, # is %23), or set POSTGRES_HOST, ' +
      'POSTGRES_PORT, POSTGRES_DB, POSTGRES_USER and POSTGRES_PASSWORD instead.',
  );
}
