import { drizzle } from 'drizzle-orm/node-postgres';
import pg from 'pg';
import { afterAll, beforeAll } from 'vitest';
import type { DatasetStore } from '../../../server/src/ingest/datasetStore.ts';
import { clientConfig } from '../../../server/src/store/connect.ts';
import type { Database } from '../../../server/src/store/database.ts';
import { openStore } from '../../../server/src/store/postgresStore.ts';
import type { ServerTarget } from '../../../server/src/store/target.ts';
import { freshDatabase } from '../../support/postgres.ts';

/** A store on a database of a test's own, and the same database by plain SQL. */
export interface TestDatabase {
  readonly target: ServerTarget;
  readonly store: DatasetStore;
  readonly database: Database;
  rows<Row>(sql: string, ...parameters: readonly unknown[]): Promise<readonly Row[]>;
  drop(): Promise<void>;
}

/** The application name of the plain connections, by which a test tells the store's from its own. */
export const testerName = 'amprenta-tester';

/** Opens a store on a new database. */
export async function openTestDatabase(): Promise<TestDatabase> {
  const database = await openEmptyDatabase();
  const store = await openStore(database.target);
  return {
    ...database,
    store,
    async drop() {
      await store.close();
      await database.drop();
    },
  };
}

/** Opens such a store before the tests of a file, and removes its database after them. */
export function useTestDatabase(): Omit<TestDatabase, 'drop'> {
  let opened: TestDatabase | null = null;
  beforeAll(async () => {
    opened = await openTestDatabase();
  });
  afterAll(() => opened?.drop());
  const inTests = (): TestDatabase => {
    if (opened === null) throw new Error('The database is open while tests run.');
    return opened;
  };
  return {
    get target() {
      return inTests().target;
    },
    get store() {
      return inTests().store;
    },
    get database() {
      return inTests().database;
    },
    rows: (sql, ...parameters) => inTests().rows(sql, ...parameters),
  };
}

/** Opens a new database that has no tables yet. */
export async function openEmptyDatabase(): Promise<Omit<TestDatabase, 'store'>> {
  const { target, drop } = await freshDatabase();
  const pool = new pg.Pool({ ...clientConfig(target), application_name: testerName });
  pool.on('error', () => undefined);
  return {
    target,
    database: { target, pool, queries: drizzle(pool) },
    rows: async (sql, ...parameters) => (await pool.query(sql, [...parameters])).rows,
    async drop() {
      await pool.end();
      await drop();
    },
  };
}

/** Every table of the schema, in an order in which none refers to a later one. */
export const tables = [
  'dataset',
  'dataset_revision',
  'dataset_source',
  'sample',
  'dataset_column',
  'feature',
  'dataset_feature',
  'dataset_feature_member',
  'dataset_finding',
  'dataset_file',
  'dataset_file_chunk',
] as const;

/** How many rows each table has. */
export async function countRows({ rows }: Pick<TestDatabase, 'rows'>): Promise<Readonly<Record<string, number>>> {
  const counts: Record<string, number> = {};
  for (const table of tables) {
    const [count] = await rows<{ n: number }>(`SELECT count(*) AS n FROM ${table}`);
    counts[table] = count?.n ?? -1;
  }
  return counts;
}
