import { access, chmod, mkdir, readdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { connect } from '../../../server/src/store/connect.ts';
import { embeddedStatus, openEmbedded, stopEmbedded } from '../../../server/src/store/embedded/embeddedServer.ts';
import { openForBlock } from '../../support/openedEmbedded.ts';
import { runSql } from '../../support/postgres.ts';
import { sharedFolder, temporaryFolder } from '../../support/temporaryFolder.ts';

const folder = await sharedFolder();
const cluster = join(folder, 'postgres-18');
const passwordFile = join(cluster, 'amprenta.password');

test('the status of an empty folder is absent, and asking creates nothing', async () => {
  const empty = await temporaryFolder();
  expect(await embeddedStatus(empty)).toMatchObject({ state: 'absent', pid: null, target: null });
  expect(await readdir(empty)).toEqual([]);
});

test('a new cluster is UTF8 with code-point order, syncs to disk, and listens on 127.0.0.1 only', async () => {
  await using server = await openForBlock(folder);
  const rows = await runSql(
    server.target,
    `SELECT pg_encoding_to_char(encoding) AS encoding, datlocprovider AS provider, datlocale AS locale,
            current_setting('listen_addresses') AS addresses, current_setting('unix_socket_directories') AS sockets,
            current_setting('fsync') AS fsync, current_setting('password_encryption') AS passwords,
            (SELECT array_agg(DISTINCT auth_method) FROM pg_hba_file_rules) AS methods
       FROM pg_database WHERE datname = current_database()`,
  );
  expect(rows).toEqual([
    {
      encoding: 'UTF8',
      provider: 'b',
      locale: 'C.UTF-8',
      addresses: '127.0.0.1',
      sockets: '',
      fsync: 'on',
      passwords: 'scram-sha-256',
      methods: ['scram-sha-256'],
    },
  ]);
});

test('the password lies in a file that only its owner can read, and no other is accepted', async () => {
  await using server = await openForBlock(folder);
  expect((await stat(passwordFile)).mode & 0o777).toBe(0o600);
  expect((await stat(cluster)).mode & 0o777).toBe(0o700);
  expect((await readFile(passwordFile, 'utf8')).trim()).toBe(server.target.password);
  await expect(connect({ ...server.target, password: 'another' })).rejects.toThrow('-> 2. Are the credentials right?');
});

test('whatever else lies in the data folder is left alone', async () => {
  await mkdir(join(folder, 'postgres-17'));
  await writeFile(join(folder, 'postgres-17', 'PG_VERSION'), '17\n');
  await writeFile(join(folder, 'notes.txt'), 'mine');
  await (await openEmbedded(folder)).release();
  expect(await readFile(join(folder, 'notes.txt'), 'utf8')).toBe('mine');
  expect(await readFile(join(folder, 'postgres-17', 'PG_VERSION'), 'utf8')).toBe('17\n');
});

test('what was stored is there again after the last user left and another one came', async () => {
  const first = await openEmbedded(folder);
  await runSql(first.target, 'CREATE TABLE kept AS SELECT 42 AS answer');
  await first.release();
  expect((await embeddedStatus(folder)).state).toBe('stopped');
  await using second = await openForBlock(folder);
  expect(await runSql(second.target, 'SELECT answer FROM kept')).toEqual([{ answer: 42 }]);
});

test('a server that is in use stays when another of its users leaves', async () => {
  await using stays = await openForBlock(folder);
  const leaves = await openEmbedded(folder);
  expect(leaves.pid).toBe(stays.pid);
  await leaves.release();
  expect(await runSql(stays.target, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
});

test('a server that is stopped by hand is gone for all its users, who open it anew', async () => {
  const user = await openEmbedded(folder);
  expect(await stopEmbedded(folder)).toEqual({ stopped: true, users: 1 });
  await user.ended;
  await user.release();
  expect(await stopEmbedded(folder)).toEqual({ stopped: false, users: 0 });
  await using again = await openForBlock(folder);
  expect(again.pid).not.toBe(user.pid);
});

test('a password file that was changed is told as wrong credentials while the server runs', async () => {
  await using server = await openForBlock(folder);
  await writeFile(passwordFile, 'changed\n');
  await expect(openEmbedded(folder)).rejects.toThrow('-> 2. Are the credentials right?');
  await writeFile(passwordFile, `${server.target.password}\n`);
});

test('a cluster that lost its password is an error that names the file, and is not replaced', async () => {
  await (await openEmbedded(folder)).release();
  await rename(passwordFile, join(folder, 'away'));
  await expect(openEmbedded(folder)).rejects.toThrow(`${cluster} holds a database cluster without its password`);
  await access(join(cluster, 'global', 'pg_control'));
  await rename(join(folder, 'away'), passwordFile);
});

test('programs of the server that lost bytes or an execute bit are made again', async () => {
  await (await openEmbedded(folder)).release();
  const staged = (await readdir(folder)).find((name) => name.startsWith('binaries-')) ?? '';
  await chmod(join(folder, staged, 'bin', 'postgres'), 0o644);
  await (await openEmbedded(folder)).release();
  await writeFile(join(folder, staged, 'bin', 'pg_ctl'), 'broken');
  await using server = await openForBlock(folder);
  expect(await runSql(server.target, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
});

test('programs of another version are removed once the new ones run', async () => {
  const old = join(folder, 'binaries-18.3.0-beta.16');
  await mkdir(old);
  await (await openEmbedded(folder)).release();
  await expect(access(old)).rejects.toThrow('ENOENT');
});
