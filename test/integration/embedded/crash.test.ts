import { spawn } from 'node:child_process';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { embeddedStatus, openEmbedded } from '../../../server/src/store/embedded/embeddedServer.ts';
import { findFreePort } from '../../../server/src/store/embedded/freePort.ts';
import { serverUser } from '../../../server/src/store/embedded/serverUser.ts';
import { opened, startEmbeddedUser } from '../../support/embeddedProcess.ts';
import { openForBlock } from '../../support/openedEmbedded.ts';
import { runSql } from '../../support/postgres.ts';
import { sharedFolder, temporaryFolder } from '../../support/temporaryFolder.ts';
import { until } from '../../support/until.ts';

const folder = await sharedFolder();
const noteFile = join(folder, 'postgres-18', 'postmaster.pid');

test('an initdb whose process was killed is done again, and its rest is removed', async () => {
  const user = startEmbeddedUser({ dataDir: folder });
  const isMaking = new Promise<void>((resolve) => {
    user.onLog((line) => {
      if (line.startsWith('Creating a database cluster')) resolve();
    });
  });
  await isMaking;
  await until('initdb has begun', async () => (await readdir(folder)).some((name) => name.includes('.new-')));
  await user.kill();
  await using server = await openForBlock(folder);
  expect(await runSql(server.target, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  expect((await readdir(folder)).filter((name) => name.includes('.new-'))).toEqual([]);
});

test('after kill -9 of the server the next opening starts it, and what was committed is there', async () => {
  const first = await openEmbedded(folder);
  await runSql(first.target, 'CREATE TABLE committed AS SELECT 7 AS seven');
  process.kill(first.pid, 'SIGKILL');
  await first.ended;
  await using second = await openForBlock(folder);
  expect(second.pid).not.toBe(first.pid);
  expect(await runSql(second.target, 'SELECT seven FROM committed')).toEqual([{ seven: 7 }]);
  await first.release();
  expect(await runSql(second.target, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
});

test('a server whose only user was killed is found again by the next one, who stops it on leaving', async () => {
  const killed = startEmbeddedUser({ dataDir: folder });
  const { pid } = await opened(killed);
  await killed.kill();
  const next = await openEmbedded(folder);
  expect(next.pid).toBe(pid);
  await until('the dead user is no longer counted', async () => (await embeddedStatus(folder)).users === 1);
  await next.release();
  expect((await embeddedStatus(folder)).state).toBe('stopped');
});

test('a note of a server whose process id belongs to another program by now does not keep it from starting', async () => {
  const first = await openEmbedded(folder);
  const note = await readFile(noteFile, 'utf8');
  await first.release();
  const other = spawn('sleep', ['60'], { cwd: '/', stdio: 'ignore', ...serverUser() });
  try {
    await writeFile(noteFile, note.replace(/^\d+/, String(other.pid)));
    expect((await embeddedStatus(folder)).state).toBe('stopped');
    await using server = await openForBlock(folder);
    expect(await runSql(server.target, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  } finally {
    other.kill();
  }
});

test('a port that is taken between its choice and the start is given up for another', async () => {
  const taken = await listen();
  const ports = [taken.port, await findFreePort()];
  await using server = await openForBlock(folder, { choosePort: async () => ports.shift() ?? findFreePort() });
  expect(server.target.port).not.toBe(taken.port);
  expect(await runSql(server.target, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  taken.close();
});

test('when every port is taken the error says so, and the next opening works', async () => {
  const taken = await listen();
  await expect(openEmbedded(folder, { choosePort: async () => taken.port })).rejects.toThrow(
    /^Postgres creation failed \(required\): every port that was tried on 127\.0\.0\.1 .* was taken/,
  );
  taken.close();
  await using server = await openForBlock(folder);
  expect(await runSql(server.target, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
});

test('an opening that is aborted while the cluster is made leaves nothing half-made', async () => {
  const empty = await temporaryFolder();
  const controller = new AbortController();
  const opening = openEmbedded(empty, {
    signal: controller.signal,
    log: (message) => {
      if (message.startsWith('Creating a database cluster')) controller.abort();
    },
  });
  await expect(opening).rejects.toMatchObject({ kind: 'cancelled' });
  expect((await readdir(empty)).filter((name) => name.startsWith('postgres-'))).toEqual([]);
  await using server = await openForBlock(empty);
  expect(await runSql(server.target, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
});

async function listen(): Promise<{ readonly port: number; close(): void }> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return { port: address.port, close: () => server.close() };
}
