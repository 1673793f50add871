import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';
import type { ServerTarget } from '../../server/src/store/target.ts';
import type {} from './globalPostgres.ts';

/** A database of a test's own. */
export interface FreshDatabase {
  readonly target: ServerTarget;
  /** Ends all connections to it and removes it. */
  drop(): Promise<void>;
}

/** The server that globalPostgres.ts started for this run; its role is a superuser. */
export function testServer(): ServerTarget {
  return inject('postgres');
}

/** Makes an empty database on the server of this run. Call `drop` when done with it. */
export async function freshDatabase(): Promise<FreshDatabase> {
  const database = `test_${randomUUID().replaceAll('-', '')}`;
  await runSql(testServer(), `CREATE DATABASE ${database}`);
  return {
    target: { ...testServer(), database },
    drop: async () => {
      await runSql(testServer(), `DROP DATABASE IF EXISTS ${database} WITH (FORCE)`);
    },
  };
}

/** Runs statements on a server, each by itself, through a connection of their own; the rows of the last are returned. */
export async function runSql(target: ServerTarget, ...statements: readonly string[]): Promise<readonly unknown[]> {
  const { host, port, database, user, password } = target;
  const client = new pg.Client({ host, port, database, user, ...(password === null ? {} : { password }) });
  // Without a listener a server that is killed would end the test's process too.
  client.on('error', () => undefined);
  await client.connect();
  try {
    let rows: readonly unknown[] = [];
    for (const statement of statements) ({ rows } = await client.query(statement));
    return rows;
  } finally {
    await client.end();
  }
}
