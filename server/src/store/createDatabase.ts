import type pg from 'pg';
import { clientConfig, openClient } from './client.ts';
import { missingDatabase, triedText } from './connectionError.ts';
import { readDriverError, redactedCause } from './driverError.ts';
import { postgresFailure } from './postgresFailure.ts';
import type { ServerTarget } from './target.ts';

/** The databases that a server has from the start; the first that lets us in is where CREATE DATABASE is said. */
const maintenanceDatabases = ['postgres', 'template1'] as const;

/** The server refuses this database, and may let us into another: it is not there, or no rule or right lets us in. */
const closedDatabase = new Set(['3D000', '28000', '42501']);

/**
 * Creates the target's database with the encoding UTF8. When another process is first, that is as good.
 * @param timeoutMs milliseconds until a server that does not answer is given up
 * @throws notFound where the role may not create it; the driver's error where the connection fails
 */
export async function createMissingDatabase(target: ServerTarget, timeoutMs: number): Promise<void> {
  const client = await openMaintenance(target, timeoutMs);
  try {
    await create(client, target);
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function openMaintenance(target: ServerTarget, timeoutMs: number): Promise<pg.Client> {
  let refusal: unknown;
  for (const database of maintenanceDatabases) {
    try {
      return await openClient(clientConfig({ ...target, database }, timeoutMs));
    } catch (thrown) {
      if (!closedDatabase.has(readDriverError(thrown)?.code ?? '')) throw thrown;
      refusal = thrown;
    }
  }
  throw cannotCreate(target, `user ${target.user} is let into no database from which it could be created`, refusal);
}

async function create(client: pg.Client, target: ServerTarget): Promise<void> {
  const name = client.escapeIdentifier(target.database);
  // template0, because template1 may have another encoding than UTF8 and objects of the site's own.
  const statements = [
    `CREATE DATABASE ${name} ENCODING 'UTF8' TEMPLATE template0`,
    `CREATE DATABASE ${name} ENCODING 'UTF8' LC_COLLATE 'C' LC_CTYPE 'C' TEMPLATE template0`,
  ];
  for (const [at, statement] of statements.entries()) {
    try {
      await client.query(statement);
      return;
    } catch (thrown) {
      const code = readDriverError(thrown)?.code;
      // 42P04: there is one already; 23505: another process is creating it at this moment.
      if (code === '42P04' || code === '23505') return;
      if (code === '42501') throw cannotCreate(target, `user ${target.user} may not create databases`, thrown);
      // The server's locale does not go with UTF8: the locale C goes with every encoding.
      const isLocaleClash = code === '42P17' || code === '22023';
      if (!isLocaleClash || at === statements.length - 1) throw thrown;
    }
  }
}

function cannotCreate(target: ServerTarget, why: string, thrown: unknown): Error {
  const error = readDriverError(thrown);
  return postgresFailure({
    ...missingDatabase(target, why),
    tried: triedText(target),
    ...(error === null ? {} : { cause: redactedCause(error) }),
  });
}
