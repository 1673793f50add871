import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ServerTarget } from '../../../server/src/store/target.ts';
import { ingestReportSchema } from '../../../shared/src/contracts/ingestReport.ts';
import { runSql } from '../../support/postgres.ts';
import { type CommandRun, runCli } from './runCli.ts';
import { geneTable, useWorkplace } from './workFolder.ts';

const work = useWorkplace();
let dataDir = '';
/** Without any POSTGRES_ setting. */
const run = (...args: readonly string[]): Promise<CommandRun> =>
  runCli(args, { cwd: work.folder, env: { AMPRENTA_DATA_DIR: dataDir } });

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'amprenta-embedded-'));
});

afterAll(async () => {
  await run('db', 'stop');
  await rm(dataDir, { recursive: true, force: true });
});

function targetOf(url: string): ServerTarget {
  const { hostname, port, pathname, username, password } = new URL(url);
  return { host: hostname, port: Number(port), database: pathname.slice(1), user: username, password, ssl: 'disable' };
}

describe('without any setting', () => {
  it('db status says that there is none yet, and makes none', async () => {
    const { exitCode, stdout } = await run('db', 'status');
    expect({ exitCode, stdout }).toMatchObject({ exitCode: 0, stdout: expect.stringMatching(/^absent: /) });
    expect((await run('db', 'url')).exitCode).toBe(2);
  });

  it('a table goes into an embedded Postgres that is made for it', async () => {
    await work.write('table.tsv', geneTable(5));
    const { exitCode, stdout, stderr } = await run('ingest', '--json', 'table.tsv');
    expect(exitCode).toBe(0);
    expect(ingestReportSchema.parse(JSON.parse(stdout))[0]?.status).toBe('created');
    expect(stderr).toContain(dataDir);
  });

  it('db start and db url give other programs a server, and db stop ends it', async () => {
    expect((await run('db', 'start')).stdout).toMatch(/^running: 127\.0\.0\.1:\d+, .*stays until it is stopped/);
    const { stdout: url } = await run('db', 'url');
    await runSql(targetOf(url.trim()), 'SELECT 1 FROM dataset');
    expect((await run('db', 'stop')).stdout).toMatch(/^Stopped\./);
    expect((await run('db', 'status')).stdout).toMatch(/^stopped: /);
    expect((await run('db', 'stop')).stdout).toBe('It was not running.\n');
  });

  it('what was stored is still there when it has started again', async () => {
    expect((await run('list')).stdout).toContain('table');
  });
});

describe('with a server of one’s own', () => {
  it('db start and db stop leave it alone', async () => {
    for (const action of ['start', 'stop']) {
      const { exitCode, stderr } = await work.run(['db', action]);
      expect(exitCode).toBe(2);
      expect(stderr).toContain(`${action} it there`);
    }
    expect((await work.run(['db', 'status'])).stdout).toMatch(/^running: PostgreSQL \d+/);
  });
});
