import { expect, test } from 'vitest';
import { connect } from '../../../server/src/store/connect.ts';
import { embeddedStatus, openEmbedded } from '../../../server/src/store/embedded/embeddedServer.ts';
import { opened, startEmbeddedUser } from '../../support/embeddedProcess.ts';
import { sharedFolder } from '../../support/temporaryFolder.ts';

const folder = await sharedFolder();

test('ten processes that open an empty folder at once end up with one server and ten connections', async () => {
  const users = Array.from({ length: 10 }, () => startEmbeddedUser({ dataDir: folder }));
  const servers = await Promise.all(users.map(opened));
  expect(new Set(servers.map((server) => server.pid)).size).toBe(1);
  const pools = await Promise.all(servers.map((server) => connect(server.target)));
  const answers = await Promise.all(pools.map((pool) => pool.query('SELECT pg_postmaster_start_time() AS start')));
  expect(new Set(answers.map((answer) => String(answer.rows[0]?.start))).size).toBe(1);
  expect((await embeddedStatus(folder)).users).toBe(10);
  await Promise.all(pools.map((pool) => pool.end()));
  await Promise.all(users.map((user) => user.leave()));
  expect((await embeddedStatus(folder)).state).toBe('stopped');
});

test('users that come while the last one is leaving always get a server that stays for them', async () => {
  for (let round = 0; round < 5; round++) {
    const leaves = await openEmbedded(folder);
    const [comes, comesToo] = await Promise.all([openEmbedded(folder), openEmbedded(folder), leaves.release()]);
    for (const { target } of [comes, comesToo]) await (await connect(target)).end();
    await Promise.all([comes.release(), comesToo.release()]);
    expect((await embeddedStatus(folder)).state).toBe('stopped');
  }
});
