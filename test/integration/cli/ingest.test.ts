import { rename, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type IngestReport, ingestReportSchema } from '../../../shared/src/contracts/ingestReport.ts';
import { listReportSchema } from '../../../shared/src/contracts/listReport.ts';
import { showReportSchema } from '../../../shared/src/contracts/showReport.ts';
import { geneTable, useWorkplace } from './workFolder.ts';

const work = useWorkplace();

async function ingest(
  ...args: readonly string[]
): Promise<{ readonly exitCode: number | null; readonly report: IngestReport }> {
  const { exitCode, stdout } = await work.run(['ingest', '--json', ...args]);
  return { exitCode, report: ingestReportSchema.parse(JSON.parse(stdout)) };
}

async function storedNames(): Promise<readonly string[]> {
  const { stdout } = await work.run(['list', '--json']);
  return listReportSchema.parse(JSON.parse(stdout)).map(({ name }) => name);
}

describe('ingesting a file again', () => {
  it('is unchanged where its bytes are the same, whatever it is called', async () => {
    await work.write('again.tsv', geneTable(4, 3, 2));
    await symlink('again.tsv', join(work.folder, 'linked.tsv'));
    const first = await ingest('again.tsv');
    await rename(join(work.folder, 'again.tsv'), join(work.folder, 'renamed.tsv'));
    const second = await ingest('renamed.tsv');
    expect(first.report[0]?.status).toBe('created');
    expect(second.report[0]).toMatchObject({ status: 'unchanged', revision: 1, datasetId: first.report[0]?.datasetId });
    const { stdout } = await work.run(['show', first.report[0]?.datasetId ?? '', '--json']);
    const paths = showReportSchema.parse(JSON.parse(stdout)).sources.map(({ path }) => path);
    expect(paths).toEqual(expect.arrayContaining([join(work.folder, 'again.tsv'), join(work.folder, 'renamed.tsv')]));
  });

  it('is the next revision where its bytes changed', async () => {
    await work.write('grows.tsv', geneTable(4, 3, 3));
    const first = await ingest('grows.tsv');
    await work.write('grows.tsv', geneTable(6, 3, 3));
    const second = await ingest('grows.tsv');
    expect(second.report[0]).toMatchObject({
      status: 'updated',
      revision: 2,
      features: 6,
      datasetId: first.report[0]?.datasetId,
    });
  });

  it('is the next revision of another file that was given the same key', async () => {
    await work.write('key-1.tsv', geneTable(4, 3, 5));
    await work.write('key-2.tsv', geneTable(5, 3, 5));
    const first = await ingest('--source', 'study 1', 'key-1.tsv');
    const second = await ingest('--source', 'study 1', 'key-2.tsv');
    expect(second.report[0]).toMatchObject({ status: 'updated', datasetId: first.report[0]?.datasetId });
  });
});

describe('ingesting several files', () => {
  it('stores the good one although the bad one before it fails, and exits with 1', async () => {
    await work.write('bad.tsv', 'Gene ID\tA\tB\n');
    await work.write('good.tsv', geneTable(4, 3, 7));
    const { exitCode, report } = await ingest('bad.tsv', 'absent.tsv', 'good.tsv');
    expect(exitCode).toBe(1);
    expect(report.map(({ path, status, error }) => [path, status, error?.kind ?? null])).toEqual([
      ['bad.tsv', 'failed', 'invalidInput'],
      ['absent.tsv', 'failed', 'notFound'],
      ['good.tsv', 'created', null],
    ]);
    expect(report[0]).toMatchObject({ datasetId: null, revision: 0 });
  });

  it.each(['--name', '--source'])('is refused with %s, which is for one', async (option) => {
    const { exitCode, stdout, stderr } = await work.run(['ingest', option, 'x', 'good.tsv', 'again.tsv']);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
    expect(stderr).toContain(`${option} is for one file`);
  });

  it('could not be attempted where none can be read', async () => {
    expect((await ingest('absent.tsv', '.')).exitCode).toBe(2);
  });
});

describe('a table with findings that block', () => {
  const table = `${geneTable(10, 3, 11)}ENSG00000000099\t1\tmany\t3\n`;

  it('is refused, and nothing of it is stored', async () => {
    await work.write('blocked.tsv', table);
    const { exitCode, report } = await ingest('blocked.tsv');
    expect(exitCode).toBe(1);
    expect(report[0]).toMatchObject({ status: 'failed', datasetId: null, findings: { errors: 1 } });
    expect(report[0]?.error?.message).toMatch(/^blocked\.tsv:12: .*--allow-errors/);
    expect(await storedNames()).not.toContain('blocked');
  });

  it('is stored without the row where that is allowed, which is said', async () => {
    const { exitCode, stdout } = await work.run(['ingest', '--allow-errors', 'blocked.tsv']);
    expect(exitCode).toBe(0);
    expect(stdout).toContain('left out    1 row: line 12 (not-a-number)');
    expect(stdout).toContain('10 features, 3 columns, 30 values');
  });
});

describe('what ingest is told', () => {
  it('names the dataset by its file, or as it is told, and takes the omics type that it is told', async () => {
    await work.write('my study.final.tsv', geneTable(4, 3, 13));
    await ingest('my study.final.tsv');
    expect(await storedNames()).toContain('my study.final');
    await work.write('other.tsv', geneTable(4, 3, 17));
    const { report } = await ingest('--name', 'Named – by hand', '--omics-type', 'proteomics', 'other.tsv');
    const { stdout } = await work.run(['show', report[0]?.datasetId ?? '', '--json']);
    expect(showReportSchema.parse(JSON.parse(stdout))).toMatchObject({
      name: 'Named – by hand',
      omicsType: 'proteomics',
    });
  });

  it('says where it writes progress on stderr, and the result alone on stdout', async () => {
    await work.write('quiet.tsv', geneTable(4, 3, 19));
    const { stdout, stderr } = await work.run(['ingest', 'quiet.tsv']);
    expect(stdout).toMatch(/^quiet\.tsv: created [0-9a-f-]{36}, revision 1\n {2}recognised {2}gene-matrix/);
    expect(stderr).toContain('quiet.tsv: storing, 100 %');
    expect(stdout + stderr).not.toContain('\x1b');
  });
});

describe('Ctrl-C', () => {
  it('in the middle of storing leaves nothing, says so, and exits with 130', async () => {
    await work.write('small first.tsv', geneTable(4, 3, 23));
    await work.write('large.tsv', geneTable(60_000, 40, 29));
    const { exitCode, stdout, stderr } = await work.run(
      ['ingest', '--json', 'small first.tsv', 'large.tsv', 'good.tsv'],
      {
        onStart: (child) => {
          let heard = '';
          child.stderr?.on('data', (piece: Buffer) => {
            heard += piece.toString('utf8');
            if (/large\.tsv: storing/.test(heard) && !child.killed) child.kill('SIGINT');
          });
        },
      },
    );
    expect(exitCode).toBe(130);
    expect(stderr).toContain('Stopped; kept 1 file, whole: small first.tsv.');
    expect(ingestReportSchema.parse(JSON.parse(stdout)).map(({ status, error }) => [status, error?.kind])).toEqual([
      ['created', undefined],
      ['failed', 'cancelled'],
      ['failed', 'cancelled'],
    ]);
    expect(await storedNames()).toContain('small first');
    expect(await storedNames()).not.toContain('large');
    expect((await ingest('large.tsv')).report[0]?.status).toBe('created');
  });
});
