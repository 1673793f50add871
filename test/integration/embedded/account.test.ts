import { chmod, chown, mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, onTestFinished, test } from 'vitest';
import { defaultDataDir } from '../../../server/src/store/embedded/dataDir.ts';
import { openEmbedded } from '../../../server/src/store/embedded/embeddedServer.ts';
import { opened, refused, startEmbeddedUser } from '../../support/embeddedProcess.ts';
import { openForBlock } from '../../support/openedEmbedded.ts';
import { ordinaryProgram } from '../../support/ordinaryProgram.ts';
import { runSql } from '../../support/postgres.ts';
import { temporaryFolder } from '../../support/temporaryFolder.ts';
import { until } from '../../support/until.ts';

const isRoot = process.getuid?.() === 0;
/** A folder that every account may read: what an ordinary user has installed. */
const installed = await mkdtemp(join(tmpdir(), 'amprenta-test-'));
afterAll(() => rm(installed, { recursive: true, force: true }));
const ordinary = await ordinaryProgram(join(installed, 'program'));
await chmod(installed, 0o755);

test('with LANG and HOME unset an empty mktemp folder becomes a working UTF8 server', async () => {
  const folder = await temporaryFolder();
  const user = startEmbeddedUser({ dataDir: folder }, undefined, { PATH: process.env.PATH });
  const { target } = await opened(user);
  expect(await runSql(target, "SELECT current_setting('server_encoding') AS encoding, 'é→µ' AS text")).toEqual([
    { encoding: 'UTF8', text: 'é→µ' },
  ]);
  await user.leave();
});

test('a language that is not installed on the machine does not keep the server from being made', async () => {
  const folder = await temporaryFolder();
  const user = startEmbeddedUser({ dataDir: folder }, undefined, {
    ...process.env,
    LANG: 'xx_XX.latin7',
    LC_ALL: 'yy',
  });
  const { target } = await opened(user);
  expect(await runSql(target, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  await user.leave();
});

test('an ordinary user has a server that runs as that user, from programs without links and execute bits', async () => {
  const folder = await ordinaryFolder();
  const user = startEmbeddedUser({ dataDir: folder }, ordinary, { PATH: process.env.PATH });
  const { target, log } = await opened(user);
  expect(await runSql(target, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  const uid = ordinary.uid ?? userInfo().uid;
  expect((await stat(join(folder, 'postgres-18', 'PG_VERSION'))).uid).toBe(uid);
  expect(log.join('\n')).not.toContain('permission');
  await user.leave();
});

test('an ordinary user without HOME has the default folder in the data folder that XDG names', async () => {
  const folder = await ordinaryFolder();
  const user = startEmbeddedUser({}, ordinary, { PATH: process.env.PATH, XDG_DATA_HOME: folder });
  await opened(user);
  expect(await readdir(join(folder, 'amprenta'))).toContain('postgres-18');
  await user.leave();
});

test('a command of an ordinary user leaves a watcher that stops the server', async () => {
  const folder = await ordinaryFolder();
  const user = startEmbeddedUser({ dataDir: folder, stopAfterIdleMs: 200 }, ordinary, { PATH: process.env.PATH });
  const { target } = await opened(user);
  await user.leave();
  await until('the server has stopped', () =>
    runSql(target, 'SELECT 1').then(
      () => false,
      (thrown: unknown) => String(thrown).includes('ECONNREFUSED'),
    ),
  );
});

test('a data folder below one that may not be written is an error that names it, and AMPRENTA_DATA_DIR', async () => {
  const closed = await ordinaryFolder();
  if (isRoot) await chown(closed, 0, 0);
  await chmod(closed, 0o555);
  const dataDir = join(closed, 'data');
  const { kind, message } = await refused(startEmbeddedUser({ dataDir }, ordinary, {}));
  expect(kind).toBe('unauthorized');
  expect(message).toMatch(/^Postgres creation failed \(required\): folder \S+ may not be written or entered\./);
  expect(message).toContain(`folder ${dataDir} `);
  expect(message).toContain('   1. Is Postgres running? Not reached.');
  expect(message).toContain('-> 4. Are the permissions sufficient? No.');
  expect(message).toContain('AMPRENTA_DATA_DIR');
  expect(await readdir(closed)).toEqual([]);
});

test('a data folder that may not be written is an error that names it', async () => {
  const dataDir = await ordinaryFolder();
  if (isRoot) await chown(dataDir, 0, 0);
  await chmod(dataDir, 0o555);
  const { message } = await refused(startEmbeddedUser({ dataDir }, ordinary, {}));
  expect(message).toContain(`folder ${dataDir} may not be written or entered.`);
});

test('a path that a shell would change is refused by its name', async () => {
  const dataDir = join(await temporaryFolder(), 'a$b');
  await expect(openEmbedded(dataDir)).rejects.toMatchObject({ kind: 'invalidInput' });
});

test('a path with blanks, quotes of one kind and letters beyond ASCII works', async () => {
  const dataDir = join(await temporaryFolder(), "Données d'Amprenta; 1");
  await chmod(join(dataDir, '..'), 0o755);
  await using server = await openForBlock(dataDir);
  expect(await runSql(server.target, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  await server.release();
  await using again = await openForBlock(dataDir);
  expect(again.pid).not.toBe(server.pid);
});

// Only root can hand a folder to another account: elsewhere there is no such behaviour to test.
if (isRoot) {
  test('as root the server runs as nobody, a closed mktemp folder is opened for entering, and that is said', async () => {
    const folder = await temporaryFolder();
    expect((await stat(folder)).mode & 0o777).toBe(0o700);
    const log: string[] = [];
    await using server = await openForBlock(folder, { log: (message) => log.push(message) });
    expect((await stat(`/proc/${server.pid}`)).uid).toBe(65534);
    expect((await stat(join(folder, 'postgres-18'))).uid).toBe(65534);
    expect((await stat(folder)).mode & 0o777).toBe(0o701);
    expect(log.join('\n')).toContain(`Gave others execute permission on ${folder}`);
  });

  test('as root a data folder in a closed parent is an error that names the parent, whose mode stays', async () => {
    const parent = await temporaryFolder();
    const error = await openEmbedded(join(parent, 'data')).then(
      () => null,
      (thrown: Error) => thrown,
    );
    expect(error?.message).toContain(`folder ${parent} is closed to the account that runs Postgres in place of root`);
    expect(error?.message).toContain(`chmod o+x ${parent}`);
    expect((await stat(parent)).mode & 0o777).toBe(0o700);
    expect(await readdir(parent)).toEqual([]);
  });

  test('as root a closed folder of another account is an error that names its owner, and its mode stays', async () => {
    const folder = await temporaryFolder();
    await chown(folder, 1234, 1234);
    await expect(openEmbedded(folder)).rejects.toThrow(`folder ${folder} belongs to uid 1234 and is closed`);
    expect((await stat(folder)).mode & 0o777).toBe(0o700);
  });

  test('as root the cluster of another account is an error that names the account, and it is not touched', async () => {
    const folder = await temporaryFolder();
    await (await openEmbedded(folder)).release();
    await chown(join(folder, 'postgres-18'), 1234, 1234);
    await expect(openEmbedded(folder)).rejects.toThrow('belongs to another user (uid 1234)');
  });

  test('as root folders are made so that nobody can enter them, whatever the umask', async () => {
    const parent = await temporaryFolder();
    await chmod(parent, 0o755);
    const before = process.umask(0o077);
    onTestFinished(() => void process.umask(before));
    await using server = await openForBlock(join(parent, 'a', 'b'));
    expect(await runSql(server.target, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });

  test('the default folder of root is below /var/lib', () => {
    expect(defaultDataDir({ XDG_DATA_HOME: '/elsewhere', HOME: '/root' })).toBe('/var/lib/amprenta');
  });
}

async function ordinaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(installed, 'user-'));
  if (ordinary.uid !== undefined) await chown(folder, ordinary.uid, ordinary.gid ?? ordinary.uid);
  return folder;
}
