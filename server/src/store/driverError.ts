/**
 * What may be said of a failure of the driver: never a query's text, its parameters, a row's content or a password.
 */

/** The harmless part of a driver's error. */
export interface DriverError {
  /** SQLSTATE as five characters, or an error code of the operating system (`ECONNREFUSED`); null where it has none. */
  readonly code: string | null;
  readonly source: 'server' | 'system' | 'driver';
  /** The server's own words where it refused the session or a right: those name users and objects, and hold no data. */
  readonly refusal: string | null;
  /** Names of table, column and constraint, where the server gave them. */
  readonly object: string | null;
  /** The driver's own message where it is one of its fixed sentences. */
  readonly sentence: string | null;
}

/** Sentences that the driver and its pool make themselves, none of which holds data (pg 8, pg-pool 3). */
const driverSentences: readonly RegExp[] = [
  /^Connection terminated/,
  /^timeout expired$/,
  /^Query read timeout$/,
  /^Client has encountered a connection error/,
  /^Client was closed/,
  /^Cannot use a pool after calling end/,
  /^The server does not support SSL connections$/,
  /^There was an error establishing an SSL connection$/,
  /^received invalid response: /,
  /^SASL: /,
  /^Password must be a string$/,
  /^self.signed certificate/i,
  /^unable to (verify|get) /,
  /^certificate has expired$/,
];

/** Reads the harmless part of what a driver threw, through the wrapping of drizzle; null for any other error. */
export function readDriverError(thrown: unknown): DriverError | null {
  for (let error = thrown, depth = 0; error instanceof Error && depth < 5; error = error.cause, depth++) {
    const found = readOne(error);
    if (found !== null) return found;
  }
  return null;
}

function readOne(error: Error): DriverError | null {
  const code = textOf(error, 'code');
  const severity = textOf(error, 'severity');
  if (code !== null && severity !== null && /^[0-9A-Z]{5}$/.test(code)) {
    const names = ['table', 'column', 'constraint'].flatMap((key) => {
      const name = textOf(error, key);
      return name === null ? [] : [`${key} ${name}`];
    });
    return {
      code,
      source: 'server',
      refusal: severity === 'FATAL' || isDenial(code, error.message) ? error.message : null,
      object: names.length === 0 ? null : names.join(', '),
      sentence: null,
    };
  }
  const sentence = driverSentences.some((known) => known.test(error.message)) ? error.message : null;
  if (code !== null && textOf(error, 'syscall') !== null) {
    return { code, source: 'system', refusal: null, object: null, sentence };
  }
  // Node joins the failures of all addresses of a host (::1 and 127.0.0.1) into one error that has only a code.
  if (code !== null && error instanceof AggregateError) {
    return { code, source: 'system', refusal: null, object: null, sentence };
  }
  return sentence === null ? null : { code, source: 'driver', refusal: null, object: null, sentence };
}

function isDenial(code: string, message: string): boolean {
  return code === '42501' && /^(?:permission denied|must be) /.test(message);
}

function textOf(error: Error, key: string): string | null {
  const value: unknown = Reflect.get(error, key);
  return typeof value === 'string' && value !== '' ? value : null;
}

/** An error that may be logged and shown in place of the driver's: code and names only. */
export function redactedCause(error: DriverError): Error {
  const parts = [error.code, error.object, error.refusal, error.sentence].filter((part) => part !== null);
  const redacted = new Error(parts.join('; '));
  redacted.name = 'PostgresDriverError';
  return redacted;
}
