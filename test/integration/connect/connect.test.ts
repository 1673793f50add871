import { randomUUID } from 'node:crypto';
import { expect, onTestFinished, test } from 'vitest';
import { type ConnectOptions, connect } from '../../../server/src/store/connect.ts';
import type { ServerTarget } from '../../../server/src/store/target.ts';
import { freshDatabase, runSql, testServer } from '../../support/postgres.ts';
import { until } from '../../support/until.ts';

test('a fresh database of a test is empty, and gone after its drop', async () => {
  const fresh = await freshDatabase();
  const pool = await open(fresh.target);
  const { rows } = await pool.query('SELECT count(*) AS tables FROM pg_tables WHERE schemaname = $1', ['public']);
  expect(rows).toEqual([{ tables: 0 }]);
  await fresh.drop();
  await expect(connect(fresh.target, { createDatabase: false })).rejects.toThrow('there is no database');
});

test('a database that is absent is created as UTF8, whatever its name', async () => {
  const target = absentDatabase('Größe "1"; ');
  const pool = await open(target);
  const { rows } = await pool.query(
    "SELECT current_database() AS name, current_setting('server_encoding') AS encoding, current_setting('application_name') AS app",
  );
  expect(rows).toEqual([{ name: target.database, encoding: 'UTF8', app: 'amprenta' }]);
});

test('ten that find the database absent at once all get a connection to the same one', async () => {
  const target = absentDatabase('race');
  const pools = await Promise.all(Array.from({ length: 10 }, () => open(target, { maxConnections: 1 })));
  const found = await Promise.all(
    pools.map((pool) => pool.query('SELECT oid FROM pg_database WHERE datname = current_database()')),
  );
  expect(new Set(found.map(({ rows }) => rows[0]?.oid)).size).toBe(1);
});

test('int8 comes as number, timestamptz as Date, float8[] as numbers with gaps', async () => {
  const pool = await open(testServer());
  const { rows } = await pool.query(
    "SELECT 9007199254740991::int8 AS big, timestamptz '2020-01-02 03:04:05.678+00' AS at, '{1.5,NULL,-2e300}'::float8[] AS list",
  );
  expect(rows).toEqual([
    { big: 9007199254740991, at: new Date('2020-01-02T03:04:05.678Z'), list: [1.5, null, -2e300] },
  ]);
});

test('a connection that the server ends while it is idle is replaced, and ends no process', async () => {
  const { target } = await fresh();
  const pool = await open(target, { maxConnections: 1 });
  const { rows } = await pool.query('SELECT pg_backend_pid() AS pid');
  await endBackend(Number(rows[0]?.pid));
  await until('the pool has dropped the connection', () => pool.totalCount === 0);
  expect((await pool.query('SELECT 1 AS one')).rows).toEqual([{ one: 1 }]);
});

test('a connection that the server ends while it is lent out fails its next query, and ends no process', async () => {
  const { target } = await fresh();
  const pool = await open(target);
  const client = await pool.connect();
  const { rows } = await client.query('BEGIN; SELECT 1').then(() => client.query('SELECT pg_backend_pid() AS pid'));
  await endBackend(Number(rows[0]?.pid));
  await until('the query fails', () =>
    client.query('SELECT 1').then(
      () => false,
      () => true,
    ),
  );
  client.release(true);
  expect((await pool.query('SELECT 1 AS one')).rows).toEqual([{ one: 1 }]);
});

test('an abort ends the connecting as cancelled', async () => {
  await expect(connect(testServer(), { signal: AbortSignal.abort() })).rejects.toMatchObject({ kind: 'cancelled' });
});

async function fresh() {
  const database = await freshDatabase();
  onTestFinished(() => database.drop());
  return database;
}

async function open(target: ServerTarget, options?: ConnectOptions) {
  const pool = await connect(target, options);
  onTestFinished(() => pool.end());
  return pool;
}

async function endBackend(pid: number): Promise<void> {
  await runSql(testServer(), `SELECT pg_terminate_backend(${pid}, 5000)`);
}

function absentDatabase(name: string): ServerTarget {
  const database = `${name}${randomUUID().slice(0, 8)}`;
  onTestFinished(async () => {
    await runSql(testServer(), `DROP DATABASE IF EXISTS "${database.replaceAll('"', '""')}" WITH (FORCE)`);
  });
  return { ...testServer(), database };
}
