import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, readdir, rm, statfs, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openEmbedded } from '../../../server/src/store/embedded/embeddedServer.ts';
import { opened, ownProgram, refused, startEmbeddedUser } from '../../support/embeddedProcess.ts';
import { openForBlock } from '../../support/openedEmbedded.ts';
import { runSql } from '../../support/postgres.ts';
import { temporaryFolder } from '../../support/temporaryFolder.ts';

/** Room for the programs (59 MB) but not for a cluster (about 40 MB and a 16 MB piece of log). */
const programsOnlyMb = 80;

/**
 * A process that may write no file above a size, which every account can arrange: to Postgres and to Node it is what a
 * full disk or quota is, an error on writing.
 */
function limitedProgram(limitMb: number) {
  const script = `ulimit -f ${limitMb * 1024} && exec "$0" "$@"`;
  return { file: 'bash', args: ['-c', script, ownProgram.file, ...ownProgram.args] };
}

test('no room for the programs is told with the folder and the remedy, and the next try works', async () => {
  const folder = await temporaryFolder();
  const { message } = await refused(startEmbeddedUser({ dataDir: folder }, limitedProgram(5)));
  expect(message).toMatch(/^Postgres creation failed \(required\): the disk of folder \S+ is full\./);
  expect(message).toContain(folder);
  expect(message).toContain('Free space there');
  expect(await readdir(folder)).toEqual([]);
  const again = startEmbeddedUser({ dataDir: folder });
  expect(await runSql((await opened(again)).target, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  await again.leave();
});

test('no room for a new cluster is told with the folder and the remedy, and the next try works', async () => {
  const folder = await temporaryFolder();
  await (await openEmbedded(folder)).release();
  await rm(join(folder, 'postgres-18'), { recursive: true });
  const { message } = await refused(startEmbeddedUser({ dataDir: folder }, limitedProgram(8)));
  expect(message).toMatch(/^Postgres creation failed \(required\): the disk of folder \S+ is full\./);
  expect((await readdir(folder)).filter((name) => name.startsWith('postgres-'))).toEqual([]);
  await using server = await openForBlock(folder);
  expect(await runSql(server.target, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
});

// Only root can mount a disk, and not in every container; the two tests above hold for every account.
if (await canMount()) {
  test('a disk that fills up before the cluster is made, or before the server starts, is told, and space mends it', async () => {
    const folder = await smallDisk(programsOnlyMb);
    const dataDir = join(folder, 'data');
    await expect(openEmbedded(dataDir)).rejects.toThrow(`the disk of folder ${dataDir} is full.`);
    expect((await readdir(dataDir)).filter((name) => name.startsWith('postgres-'))).toEqual([]);

    mount('-o', `remount,size=${programsOnlyMb + 120}m`, folder);
    const first = await openEmbedded(dataDir);
    await runSql(first.target, 'CREATE TABLE committed AS SELECT 7 AS seven');
    await first.release();

    await fill(join(folder, 'filler'));
    await expect(openEmbedded(dataDir)).rejects.toThrow(`the disk of folder ${join(dataDir, 'postgres-18')} is full.`);
    await rm(join(folder, 'filler'));
    await using server = await openForBlock(dataDir);
    expect(await runSql(server.target, 'SELECT seven FROM committed')).toEqual([{ seven: 7 }]);
  });

  test('a data folder on a disk that is mounted for reading only is an error that names it', async () => {
    const folder = await smallDisk(1);
    await mkdir(join(folder, 'data'));
    mount('-o', 'remount,ro', folder);
    await expect(openEmbedded(join(folder, 'data'))).rejects.toThrow('may not be written or entered.');
  });
}

async function smallDisk(sizeMb: number): Promise<string> {
  const folder = await temporaryFolder();
  mount('-t', 'tmpfs', '-o', `size=${sizeMb}m,mode=0755`, 'tmpfs', folder);
  onTestFinished(() => {
    spawnSync('umount', ['-l', folder]);
  });
  return folder;
}

async function canMount(): Promise<boolean> {
  const folder = await mkdtemp(join(tmpdir(), 'amprenta-test-'));
  const { status } = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', folder]);
  if (status === 0) spawnSync('umount', [folder]);
  await rm(folder, { recursive: true, force: true });
  return status === 0;
}

function mount(...args: readonly string[]): void {
  const { status, stderr } = spawnSync('mount', args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`mount failed: ${stderr}`);
}

async function fill(file: string): Promise<void> {
  const { bavail, bsize } = await statfs(join(file, '..'));
  await writeFile(file, Buffer.alloc(bavail * bsize)).catch(() => undefined);
}
