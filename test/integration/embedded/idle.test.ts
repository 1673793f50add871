import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { embeddedStatus, openEmbedded, stopEmbedded } from '../../../server/src/store/embedded/embeddedServer.ts';
import { opened, startEmbeddedUser } from '../../support/embeddedProcess.ts';
import { runSql } from '../../support/postgres.ts';
import { sharedFolder } from '../../support/temporaryFolder.ts';
import { until } from '../../support/until.ts';

const folder = await sharedFolder();
const idleMs = 1_500;
const isStopped = async () => (await embeddedStatus(folder)).state === 'stopped';

test('ten commands in a row start the server once, and it stops after they were gone for the given time', async () => {
  let leftAt = 0;
  for (let command = 0; command < 10; command++) {
    const server = await openEmbedded(folder, { stopAfterIdleMs: idleMs });
    await runSql(server.target, 'SELECT 1');
    await server.release();
    leftAt = Date.now();
  }
  expect((await embeddedStatus(folder)).state).toBe('running');
  await until('the server has stopped', isStopped, 30_000);
  expect(Date.now() - leftAt).toBeGreaterThan(idleMs * 0.9);
  const log = await readFile(join(folder, 'postgres-18', 'server.log'), 'utf8');
  expect(log.match(/starting PostgreSQL/g)).toHaveLength(1);
});

test('a command that was killed does not keep the server running', async () => {
  const command = startEmbeddedUser({ dataDir: folder, stopAfterIdleMs: idleMs });
  await opened(command);
  await command.kill();
  expect((await embeddedStatus(folder)).state).toBe('running');
  await until('the server has stopped', isStopped, 30_000);
});

test('a long command is not interrupted by the idleness of others', async () => {
  const long = await openEmbedded(folder, { stopAfterIdleMs: idleMs });
  const short = await openEmbedded(folder, { stopAfterIdleMs: idleMs });
  await short.release();
  await runSql(long.target, `SELECT pg_sleep(${(idleMs * 2) / 1000})`);
  expect((await embeddedStatus(folder)).users).toBe(1);
  await long.release();
  await until('the server has stopped', isStopped, 30_000);
});

test('a server that was started to stay outlives all its users, until it is stopped by hand', async () => {
  const starter = await openEmbedded(folder, { keepRunning: true, stopAfterIdleMs: idleMs });
  await starter.release();
  const window = await openEmbedded(folder);
  await window.release();
  const command = await openEmbedded(folder, { stopAfterIdleMs: 1 });
  await command.release();
  expect(await embeddedStatus(folder)).toMatchObject({ state: 'running', kept: true, pid: starter.pid });
  expect(await stopEmbedded(folder)).toMatchObject({ stopped: true });
  const next = await openEmbedded(folder);
  await next.release();
  expect(await isStopped()).toBe(true);
});
