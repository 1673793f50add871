import { randomUUID } from 'node:crypto';
import { createServer as createHttpServer } from 'node:http';
import { createServer, type Server } from 'node:net';
import { inspect } from 'node:util';
import { expect, onTestFinished, test } from 'vitest';
import type { AmprentaError } from '#shared/errors.ts';
import { type ConnectOptions, connect } from '../../../server/src/store/connect.ts';
import { toPostgresError } from '../../../server/src/store/connectionError.ts';
import { findFreePort } from '../../../server/src/store/embedded/freePort.ts';
import type { ServerTarget } from '../../../server/src/store/target.ts';
import { freshDatabase, runSql, testServer } from '../../support/postgres.ts';

const running = '-> 1. Is Postgres running?';
const credentials = '-> 2. Are the credentials right?';
const database = '-> 3. Does the database exist?';
const permissions = '-> 4. Are the permissions sufficient?';

test('a port on which nothing listens is told as: it is not running', async () => {
  const target = { ...testServer(), port: await findFreePort(), password: 'sesame-4711' };
  const error = await refusal(target);
  expect(error.kind).toBe('unavailable');
  expect(error.message.split('\n')).toEqual([
    `Postgres creation failed (required): nothing listens at 127.0.0.1:${target.port}.`,
    `Tried host 127.0.0.1, port ${target.port}, database ${target.database}, user ${target.user}.`,
    expect.stringMatching(/^-> 1\. Is Postgres running\? No\. Start it, or correct POSTGRES_HOST and POSTGRES_PORT/),
    '   2. Are the credentials right? Not reached.',
    '   3. Does the database exist? Not reached.',
    '   4. Are the permissions sufficient? Not reached.',
  ]);
  expect(inspect(error, { depth: null, showHidden: true })).not.toContain('sesame-4711');
});

test('a host that does not exist is told as: it is not running', async () => {
  const error = await refusal({ ...testServer(), host: 'no-such-host.invalid' });
  expect(error.message).toContain(running);
  expect(error.message).toContain('no-such-host.invalid');
});

test('a web server on the port is told as: not Postgres', async () => {
  const port = await listen(createHttpServer((_, response) => response.end('hello')));
  const error = await refusal({ ...testServer(), port });
  expect(error).toMatchObject({ kind: 'notConfigured' });
  expect(error.message).toContain(`what listens at 127.0.0.1:${port} is not Postgres.`);
  expect(error.message).toContain(`${running} Not on this port.`);
});

test('a server that greets first, as SSH does, is told as: not Postgres', async () => {
  const port = await listen(createServer((socket) => socket.on('error', () => undefined).write('SSH-2.0-x\r\n')));
  const error = await refusal({ ...testServer(), port }, { timeoutMs: 300 });
  expect(error.message).toContain(`what listens at 127.0.0.1:${port} is not Postgres.`);
});

test('a server that hangs up is told as: not Postgres', async () => {
  const port = await listen(createServer((socket) => socket.destroy()));
  const error = await refusal({ ...testServer(), port });
  expect(error.message).toContain(`what listens at 127.0.0.1:${port} is not Postgres.`);
});

test('a server that says nothing is given up after the time that was given, and told as: no answer', async () => {
  const port = await listen(createServer((socket) => socket.on('error', () => undefined).resume()));
  const error = await refusal({ ...testServer(), port }, { timeoutMs: 300 });
  expect(error.kind).toBe('unavailable');
  expect(error.message).toContain(`127.0.0.1:${port} did not answer in time.`);
  expect(error.message).toContain(running);
});

test('a wrong password is told as: the credentials, after it is running', async () => {
  const error = await refusal({ ...testServer(), password: 'sesame-4711' });
  expect(error.kind).toBe('unauthorized');
  expect(error.message).toContain('   1. Is Postgres running? Yes.');
  expect(error.message).toContain(`${credentials} No. Correct POSTGRES_USER and POSTGRES_PASSWORD`);
  expect(inspect(error, { depth: null, showHidden: true })).not.toContain('sesame-4711');
});

test('a user that does not exist is told as: the credentials', async () => {
  const error = await refusal({ ...testServer(), user: 'nobody_here' });
  expect(error.message).toContain(credentials);
  expect(error.message).toContain('nobody_here');
});

test('a missing password is told as: the credentials, and which name to set', async () => {
  const error = await refusal({ ...testServer(), password: null });
  expect(error.message).toContain(`${credentials} No. Set POSTGRES_PASSWORD.`);
});

test('a database that is absent, and that the user may not create, is told as: the database', async () => {
  const user = await makeRole();
  const error = await refusal({ ...testServer(), ...user, database: 'not_there' });
  expect(error.kind).toBe('notFound');
  expect(error.message).toContain(`there is no database not_there at 127.0.0.1:${testServer().port}`);
  expect(error.message).toContain(`user ${user.user} may not create databases`);
  expect(error.message).toContain(`${database} No.`);
  expect(error.message).toContain(`CREATE DATABASE "not_there" OWNER "${user.user}"`);
});

test('a database that the user may not enter is told as: the permissions', async () => {
  const user = await makeRole();
  const { target, drop } = await freshDatabase();
  onTestFinished(drop);
  await runSql(testServer(), `REVOKE CONNECT ON DATABASE ${target.database} FROM PUBLIC`);
  const error = await refusal({ ...target, ...user });
  expect(error.kind).toBe('unauthorized');
  expect(error.message).toContain(permissions);
});

test('a user that may not create tables is told as: the permissions, when a query says so', async () => {
  const user = await makeRole();
  const { target, drop } = await freshDatabase();
  const pool = await connect({ ...target, ...user });
  const thrown = await pool.query('CREATE TABLE mine (a int)').catch((error: unknown) => error);
  await pool.end();
  await drop();
  const error = toPostgresError(thrown, { ...target, ...user });
  expect(error.kind).toBe('unauthorized');
  expect(error.message).toContain('   3. Does the database exist? Yes.');
  expect(error.message).toContain(`${permissions} No. Have an administrator run`);
  expect(error.message).toContain('permission denied for schema public');
});

test('a server without a free connection is told as: running, but full', async () => {
  const user = await makeRole('CONNECTION LIMIT 0');
  const error = await refusal({ ...testServer(), ...user });
  expect(error.kind).toBe('unavailable');
  expect(error.message).toContain(`${running} Yes, but it is full.`);
});

test('a server that is starting up is told as: almost running', async () => {
  const port = await listen(refusingServer('57P03', 'the database system is starting up'));
  const error = await refusal({ ...testServer(), port });
  expect(error.kind).toBe('unavailable');
  expect(error.message).toContain(`${running} Almost: it is starting up, recovering or shutting down.`);
});

test('a server whose disk is full is told as such, with all four checks passed', async () => {
  const port = await listen(refusingServer('53100', 'could not extend file: No space left on device'));
  const error = await refusal({ ...testServer(), port });
  expect(error.kind).toBe('unavailable');
  expect(error.message).toContain(`the disk of the server at 127.0.0.1:${port} is full.`);
  expect(error.message).toContain('   4. Are the permissions sufficient? Yes.');
  expect(error.message).toContain('Free space where the server keeps its data');
});

test('a server that lets nobody in without encryption is told as: the credentials, and how to ask for it', async () => {
  const words = 'no pg_hba.conf entry for host "127.0.0.1", user "me", database "mine", no encryption';
  const error = await refusal({ ...testServer(), port: await listen(refusingServer('28000', words)) });
  expect(error.message).toContain(credentials);
  expect(error.message).toContain('?sslmode=require');
});

test('a server without encryption is told as such where encryption was asked for', async () => {
  const error = await refusal({ ...testServer(), ssl: 'require' });
  expect(error.kind).toBe('notConfigured');
  expect(error.message).toContain('Correct sslmode in POSTGRES_URL');
});

test('a database whose encoding cannot hold every name is told as: the database', async () => {
  const { target, drop } = await freshDatabase();
  onTestFinished(drop);
  await runSql(
    testServer(),
    `DROP DATABASE ${target.database}`,
    `CREATE DATABASE ${target.database} ENCODING 'LATIN1' LOCALE_PROVIDER libc LOCALE 'C' TEMPLATE template0`,
  );
  const error = await refusal(target);
  expect(error.kind).toBe('notConfigured');
  expect(error.message).toContain(`${database} Yes, but it is not UTF8.`);
  expect(error.message).toContain('has the encoding LATIN1');
});

test('what a failing query held is in no part of the error', async () => {
  const { target, drop } = await freshDatabase();
  const pool = await connect(target);
  await pool.query('CREATE TABLE sample (name text UNIQUE CHECK (length(name) < 30))');
  const failing: readonly (readonly [string, readonly unknown[]])[] = [
    ['SELECT $1::int', ['patient-4711']],
    ["INSERT INTO sample SELECT $1 FROM generate_series(1, 2) WHERE 'patient-4711' <> ''", ['patient-4711']],
    ['INSERT INTO sample VALUES ($1)', ['patient-4711-whose-name-is-longer-than-the-check-allows']],
    ["SELECT 'patient-4711' FROM missing_table", []],
  ];
  for (const [text, values] of failing) {
    const thrown = await pool.query(text, [...values]).catch((error: unknown) => error);
    // The object-relational mapper wraps the driver's error in one whose message lists the parameters.
    const wrapped = new Error(`Failed query: ${text}\nparams: ${values}`, { cause: thrown });
    for (const candidate of [thrown, wrapped]) {
      const error = toPostgresError(candidate, target);
      expect(error.message).toMatch(/^Postgres creation failed \(required\): /);
      expect(error.message).toMatch(/SQLSTATE [0-9A-Z]{5}/);
      expect(inspect(error, { depth: null, showHidden: true })).not.toContain('4711');
    }
  }
  await pool.end();
  await drop();
});

test('a connection that is lost during a query is told as such, with what became of the work', async () => {
  const { target, drop } = await freshDatabase();
  const pool = await connect(target);
  const client = await pool.connect();
  const { rows } = await client.query('SELECT pg_backend_pid() AS pid');
  const query = client.query('SELECT pg_sleep(60)').catch((thrown: unknown) => thrown);
  await runSql(testServer(), `SELECT pg_terminate_backend(${rows[0]?.pid}, 5000)`);
  const error = toPostgresError(await query, target);
  client.release(true);
  await pool.end();
  await drop();
  expect(error.kind).toBe('unavailable');
  expect(error.message).toContain(`the connection to 127.0.0.1:${target.port} was lost`);
  expect(error.message).toContain('What was not finished was not kept');
});

test('an error that is not of Postgres stays what it is', () => {
  expect(toPostgresError(new TypeError('x is not a function'), testServer())).toMatchObject({ kind: 'bug' });
  expect(toPostgresError(new DOMException('stop', 'AbortError'), testServer())).toMatchObject({ kind: 'cancelled' });
});

async function refusal(target: ServerTarget, options?: ConnectOptions): Promise<AmprentaError> {
  const outcome = await connect(target, options).catch((thrown: AmprentaError) => thrown);
  if (!(outcome instanceof Error)) {
    await outcome.end();
    throw new Error('It connected.');
  }
  expect(outcome.message).toMatch(/^Postgres creation failed \(required\): /);
  for (const part of [target.host, String(target.port), target.database, target.user]) {
    expect(outcome.message.split('\n')[1]).toContain(part);
  }
  return outcome;
}

/** A stand-in that answers every session as Postgres does when it refuses it: one ErrorResponse, then the end. */
function refusingServer(state: string, words: string): Server {
  const fields = Buffer.from(`SFATAL\0VFATAL\0C${state}\0M${words}\0\0`);
  const head = Buffer.alloc(5, 'E');
  head.writeInt32BE(fields.length + 4, 1);
  return createServer((socket) => {
    socket.on('error', () => undefined);
    socket.once('data', () => socket.end(Buffer.concat([head, fields])));
  });
}

async function makeRole(options = ''): Promise<{ readonly user: string; readonly password: string }> {
  const user = `role_${randomUUID().slice(0, 8)}`;
  const password = 'sesame';
  await runSql(testServer(), `CREATE ROLE ${user} LOGIN PASSWORD '${password}' ${options}`);
  onTestFinished(async () => {
    await runSql(testServer(), `DROP ROLE ${user}`);
  });
  return { user, password };
}

async function listen(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}
