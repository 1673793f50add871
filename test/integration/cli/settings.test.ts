import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { errorReportSchema } from '../../../shared/src/contracts/errorReport.ts';
import { geneTable, useWorkplace } from './workFolder.ts';

const work = useWorkplace();

afterEach(() => rm(join(work.folder, '.env'), { force: true }));

describe('a database that lets nobody in', () => {
  it('is told with what was tried and the check that fails, and never with the password', async () => {
    await work.write('table.tsv', geneTable(3));
    const { exitCode, stdout, stderr } = await work.run(['ingest', 'table.tsv'], {
      env: { POSTGRES_PASSWORD: 'wr0ng-s3cret' },
    });
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
    expect(stderr).toMatch(/^Postgres creation failed \(required\): .*rejected user/);
    expect(stderr).toContain('-> 2. Are the credentials right? No.');
    expect(stderr).not.toContain('wr0ng-s3cret');
  });

  it('is told as JSON where that is asked for', async () => {
    const { exitCode, stdout } = await work.run(['list', '--json'], { env: { POSTGRES_PORT: '1' } });
    const { error } = errorReportSchema.parse(JSON.parse(stdout));
    expect({ exitCode, kind: error.kind }).toEqual({ exitCode: 2, kind: 'unavailable' });
    expect(error.message).toMatch(/^Postgres creation failed \(required\): /);
  });

  it('is what doctor finds, with the one thing to do', async () => {
    const { exitCode, stdout } = await work.run(['doctor', '--json'], { env: { POSTGRES_PORT: '1' } });
    const checks = JSON.parse(stdout) as { check: string; state: string; remedy: string | null }[];
    expect(exitCode).toBe(1);
    expect(checks.find(({ check }) => check === 'server')).toMatchObject({
      state: 'failed',
      remedy: expect.stringMatching(/Is Postgres running\? No\. Start it/),
    });
  });
});

describe('an address with a password in it', () => {
  it('is not printed by db status, db url or doctor', async () => {
    const {
      POSTGRES_HOST: host,
      POSTGRES_PORT: port,
      POSTGRES_DB: name,
      POSTGRES_USER: user,
      POSTGRES_PASSWORD: password,
    } = work.env;
    const env = { POSTGRES_URL: `postgresql://${user}:${password}@${host}:${port}/${name}`, POSTGRES_PASSWORD: '' };
    for (const args of [['db', 'status'], ['db', 'url'], ['doctor', '--json'], ['list']]) {
      const { exitCode, stdout, stderr } = await work.run(args, { env });
      expect(exitCode).toBe(0);
      expect(stdout + stderr).not.toContain(password);
    }
  });
});

describe('what needs Notion', () => {
  it.each([
    ['ENABLE_NOTION_SYNC', 'true'],
    ['ENABLE_DUAL_WRITE', 'yes'],
    ['USE_POSTGRES_AS_SOT', '0'],
  ])('is refused and named where %s=%s', async (name, value) => {
    await work.write('.env', `${name}=${value}\n`);
    const { exitCode, stdout, stderr } = await work.run(['ingest', 'table.tsv']);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
    expect(stderr).toContain(`${name} is `);
    expect(stderr).toContain('Notion is not built yet');
  });

  it('names the setting where a page is to be made while Notion is off', async () => {
    const { exitCode, stdout } = await work.run(['ingest', '--json', '--create-page', 'table.tsv']);
    const { error } = errorReportSchema.parse(JSON.parse(stdout));
    expect({ exitCode, kind: error.kind }).toEqual({ exitCode: 2, kind: 'notConfigured' });
    expect(error.message).toContain('ENABLE_NOTION_SYNC');
  });

  it.each([
    ['--program', 'P'],
    ['--experiment', 'E'],
    ['--notion-page', 'x'],
  ])('or is otherwise still to come is said to be not built: %s', async (option, value) => {
    const { exitCode, stderr } = await work.run(['ingest', option, value, 'table.tsv']);
    expect(exitCode).toBe(2);
    expect(stderr).toContain(`${option} `);
    expect(stderr).toContain('not built yet');
  });
});

describe('a setting that can’t be read', () => {
  it('is told with its file and line', async () => {
    await work.write('.env', '# mine\nENABLE_NOTION_SYNC=perhaps\n');
    const { exitCode, stderr } = await work.run(['list']);
    expect(exitCode).toBe(2);
    expect(stderr).toContain(`${join(work.folder, '.env')}, line 2 is "perhaps"`);
  });

  it('does not keep a table from being validated', async () => {
    await work.write('.env', 'ENABLE_NOTION_SYNC=perhaps\n');
    expect((await work.run(['validate', 'table.tsv'])).exitCode).toBe(0);
  });
});
