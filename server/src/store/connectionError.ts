import { AmprentaError, type ErrorKind, toAmprentaError } from '#shared/errors.ts';
import { type DriverError, readDriverError, redactedCause } from './driverError.ts';
import type { PortOwner } from './portProbe.ts';
import { type PostgresCheck, postgresFailure } from './postgresFailure.ts';
import type { ServerTarget } from './target.ts';

/** What one failure means: which check it is, and what to do. */
interface Meaning {
  readonly kind: ErrorKind;
  readonly failed: PostgresCheck | null;
  readonly happened: string;
  readonly answer?: string;
  readonly remedy: string;
}

/** `host:port`, with brackets around an IPv6 address; a socket folder as it is. */
export function addressText(target: ServerTarget): string {
  if (target.host.startsWith('/')) return `${target.host}/.s.PGSQL.${target.port}`;
  return target.host.includes(':') ? `[${target.host}]:${target.port}` : `${target.host}:${target.port}`;
}

/** Host, port, database and user as one sentence; the password is never part of it. */
export function triedText(target: ServerTarget): string {
  return `Tried host ${target.host}, port ${target.port}, database ${target.database}, user ${target.user}.`;
}

/**
 * Turns whatever a connection or a query threw into the error a person reads. A driver's error is told by its meaning
 * and never carries a password, a query's text, its parameters or a row's content; an AmprentaError and an abort stay
 * what they are; any other error is a `bug` with its own message.
 *
 * Source of the codes: PostgreSQL documentation, appendix A, "PostgreSQL Error Codes".
 * @param portOwner what was found behind the port, where that was asked
 */
export function toPostgresError(thrown: unknown, target: ServerTarget, portOwner?: PortOwner): AmprentaError {
  if (thrown instanceof AmprentaError) return thrown;
  const error = readDriverError(thrown);
  if (error === null) return toAmprentaError(thrown);
  const meaning = meaningOf(error, target, portOwner);
  return postgresFailure({ ...meaning, tried: triedText(target), cause: redactedCause(error) });
}

function meaningOf(error: DriverError, target: ServerTarget, portOwner?: PortOwner): Meaning {
  if (error.source === 'server' && error.code !== null) return meaningOfState(error, error.code, target);
  if (error.source === 'system' && error.code !== null && portOwner !== 'other') {
    return meaningOfSystem(error.code, target);
  }
  return meaningOfSentence(error, target, portOwner);
}

function meaningOfState(error: DriverError, state: string, target: ServerTarget): Meaning {
  const words = error.refusal === null ? '' : ` (${error.refusal})`;
  const named = error.object === null ? '' : `, ${error.object}`;
  switch (state) {
    case '28P01':
    case '28000':
      return {
        kind: 'unauthorized',
        failed: 'credentials',
        happened: `the server at ${addressText(target)} rejected user ${target.user}${words}.`,
        remedy: credentialsRemedy(error, target),
      };
    case '3D000':
      return missingDatabase(target, 'it was removed meanwhile, or the role may not create it');
    case '42501':
      return {
        kind: 'unauthorized',
        failed: 'permissions',
        happened: `user ${target.user} may not do what is needed in database ${target.database}${named}${words}.`,
        remedy:
          `Have an administrator run: ALTER DATABASE "${target.database}" OWNER TO "${target.user}"; or, in that ` +
          `database: GRANT USAGE, CREATE ON SCHEMA public TO "${target.user}"; and give it the tables that are there.`,
      };
    case '53100':
      return {
        kind: 'unavailable',
        failed: null,
        happened: `the disk of the server at ${addressText(target)} is full.`,
        remedy: 'All four checks hold. Free space where the server keeps its data, then try again; nothing was kept.',
      };
    case '53300':
      return {
        kind: 'unavailable',
        failed: 'running',
        happened: `the server at ${addressText(target)} has no connection left${words}.`,
        answer: 'Yes, but it is full.',
        remedy: 'Close other programs that use it, or raise max_connections, then try again.',
      };
    case '57P03':
      return {
        kind: 'unavailable',
        failed: 'running',
        happened: `the server at ${addressText(target)} does not accept connections yet${words}.`,
        answer: 'Almost: it is starting up, recovering or shutting down.',
        remedy: 'Try again in a moment.',
      };
    case '57P01':
    case '57P02':
      return lostConnection(target, 'the server ended it');
    case '57014':
      return {
        kind: 'cancelled',
        failed: null,
        happened: 'the server cancelled the statement.',
        remedy: 'Nothing was kept; try again.',
      };
    case '40001':
    case '40P01':
    case '55P03':
      return {
        kind: 'unavailable',
        failed: null,
        happened: 'another program changed the same rows at the same time.',
        remedy: 'Nothing was kept; try again.',
      };
  }
  if (state.startsWith('08')) return lostConnection(target, `SQLSTATE ${state}${words}`);
  if (state.startsWith('53') || state.startsWith('58')) {
    return {
      kind: 'unavailable',
      failed: null,
      happened: `the server at ${addressText(target)} is out of resources (SQLSTATE ${state}).`,
      remedy: 'All four checks hold. See its log, mend the cause and try again; nothing was kept.',
    };
  }
  return {
    kind: 'bug',
    failed: null,
    happened: `the server refused a statement (SQLSTATE ${state}${named}${words}).`,
    remedy: 'All four checks hold. Nothing was kept; please report this with the code.',
  };
}

/** A database that is not there and was not made, and why. */
export function missingDatabase(target: ServerTarget, why: string): Meaning {
  return {
    kind: 'notFound',
    failed: 'database',
    happened: `there is no database ${target.database} at ${addressText(target)}: ${why}.`,
    remedy:
      `Correct POSTGRES_DB, or have an administrator run: CREATE DATABASE "${target.database}" OWNER ` +
      `"${target.user}"; (or ALTER ROLE "${target.user}" CREATEDB; and it is created by itself).`,
  };
}

function credentialsRemedy(error: DriverError, target: ServerTarget): string {
  if (error.refusal?.includes('pg_hba.conf') === true) {
    return (
      `The server has no rule in pg_hba.conf that lets ${target.user} in from here` +
      `${target.ssl !== 'disable' ? '' : ' without encryption; try POSTGRES_URL with ?sslmode=require'}.`
    );
  }
  return 'Correct POSTGRES_USER and POSTGRES_PASSWORD (or the same parts of POSTGRES_URL).';
}

const startRemedy =
  'Start it, or correct POSTGRES_HOST and POSTGRES_PORT (or POSTGRES_URL); with none of them set, the embedded ' +
  'server is used.';

function meaningOfSystem(code: string, target: ServerTarget): Meaning {
  const happened: Readonly<Record<string, string>> = {
    ECONNREFUSED: `nothing listens at ${addressText(target)}.`,
    ENOENT: `nothing listens at ${addressText(target)}.`,
    ENOTFOUND: `the host ${target.host} is not known.`,
    EAI_AGAIN: `the name ${target.host} could not be looked up just now.`,
    ETIMEDOUT: `${addressText(target)} does not answer.`,
    EHOSTUNREACH: `there is no way to ${addressText(target)} from here.`,
    ENETUNREACH: `there is no way to ${addressText(target)} from here.`,
  };
  const known = happened[code];
  if (known !== undefined) return { kind: 'unavailable', failed: 'running', happened: known, remedy: startRemedy };
  if (code === 'ECONNRESET' || code === 'EPIPE') return lostConnection(target, 'it was cut');
  return {
    kind: 'unavailable',
    failed: 'running',
    happened: `${addressText(target)} could not be reached (${code}).`,
    remedy: startRemedy,
  };
}

function lostConnection(target: ServerTarget, why: string): Meaning {
  return {
    kind: 'unavailable',
    failed: 'running',
    happened: `the connection to ${addressText(target)} was lost: ${why}.`,
    answer: 'It was, and is not any more, or it restarted.',
    remedy: 'What was not finished was not kept; see that it runs and try again.',
  };
}

function meaningOfSentence(error: DriverError, target: ServerTarget, portOwner?: PortOwner): Meaning {
  const sentence = error.sentence ?? '';
  if (sentence.startsWith('SASL: ') || sentence.startsWith('Password must')) {
    const isMissing = target.password === null || target.password === '';
    return {
      kind: 'unauthorized',
      failed: 'credentials',
      happened: isMissing
        ? `the server at ${addressText(target)} asks for a password and none is set.`
        : `the server at ${addressText(target)} and this program do not agree on a way to log in.`,
      remedy: isMissing ? 'Set POSTGRES_PASSWORD.' : 'Correct POSTGRES_PASSWORD, or POSTGRES_HOST and POSTGRES_PORT.',
    };
  }
  if (portOwner === 'other' || sentence.startsWith('received invalid response')) {
    return {
      kind: 'notConfigured',
      failed: 'running',
      happened: `what listens at ${addressText(target)} is not Postgres.`,
      answer: 'Not on this port.',
      remedy: 'Correct POSTGRES_HOST and POSTGRES_PORT.',
    };
  }
  if (/ssl|certificate|unable to/i.test(sentence)) {
    return {
      kind: 'notConfigured',
      failed: 'credentials',
      happened: `an encrypted connection to ${addressText(target)} could not be made (${sentence}).`,
      remedy: 'Correct sslmode in POSTGRES_URL, or name the authority’s certificate in NODE_EXTRA_CA_CERTS.',
    };
  }
  if (/^timeout/.test(sentence)) {
    return {
      kind: 'unavailable',
      failed: 'running',
      happened: `${addressText(target)} did not answer in time.`,
      answer: 'Something takes connections there, or a firewall swallows them, and nothing answers.',
      remedy: `See whether it hangs. ${startRemedy}`,
    };
  }
  return lostConnection(target, sentence.toLowerCase());
}
