import { spawn } from 'node:child_process';
import { mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { ingestReportSchema } from '../../../shared/src/contracts/ingestReport.ts';
import { mainPath } from './runCli.ts';
import { geneTable, useWorkplace } from './workFolder.ts';

const work = useWorkplace();

async function store(name: string, content: string | Uint8Array, ...options: readonly string[]): Promise<string> {
  await work.write(name, content);
  const { stdout } = await work.run(['ingest', '--json', ...options, name]);
  const [file] = ingestReportSchema.parse(JSON.parse(stdout));
  expect(file?.error).toBeNull();
  return file?.datasetId ?? '';
}

const precise = [
  'Gene ID,Description,A,B',
  'ENSG00000000001,"one, and ""two""",0.1,1e-300',
  'ENSG00000000002,µ,123456789.12345678,-0.30000000000000004',
  'ENSG00000000003,,NA,5e-324',
  '',
].join('\n');

describe('the original', () => {
  it('comes back byte for byte, byte order mark, line ends and encoding included', async () => {
    const windows = Buffer.from(`\ufeff${precise.replaceAll('\n', '\r\n')}`, 'utf8');
    const id = await store('windows.csv', windows);
    expect((await work.run(['export', id, '--original'])).bytes.equals(windows)).toBe(true);
  });

  it('of an earlier revision is still there', async () => {
    const id = await store('twice.tsv', geneTable(4, 3, 2));
    expect(await store('twice.tsv', geneTable(5, 3, 2))).toBe(id);
    expect((await work.run(['export', id, '--original', '--revision', '1'])).stdout).toBe(geneTable(4, 3, 2));
    expect((await work.run(['export', id, '--original'])).stdout).toBe(geneTable(5, 3, 2));
    expect((await work.run(['export', id, '--original', '--revision', '3'])).exitCode).toBe(1);
  });
});

describe('the values', () => {
  it('come back as the file has them, to the last digit, annotations and missing words included', async () => {
    const id = await store('precise.csv', precise);
    const { stdout, stderr } = await work.run(['export', id]);
    const numbers = (text: string) =>
      text
        .split('\n')
        .slice(1, -1)
        .map((line) => line.split(',').slice(-2).map(Number));
    expect(stdout.split('\n')[0]).toBe('Gene ID,Description,A,B');
    expect(numbers(stdout)).toEqual(numbers(precise));
    expect(stdout).toContain('ENSG00000000001,"one, and ""two""",0.1,');
    expect(stdout).toContain('ENSG00000000003,,NA,');
    expect(stderr).toBe('');
  });

  it('are separated by tabs where that is asked for', async () => {
    const id = await store('tabs.tsv', geneTable(6, 3, 3));
    expect((await work.run(['export', id, '--format', 'tsv'])).stdout).toBe(geneTable(6, 3, 3));
  });

  it('are written whole to a file beside the person, and nothing to stdout', async () => {
    const id = await store('to file.tsv', geneTable(6, 3, 5));
    const { stdout, exitCode } = await work.run(['export', id, '--format', 'tsv', '-o', 'out put.tsv']);
    expect({ stdout, exitCode }).toEqual({ stdout: '', exitCode: 0 });
    expect(await readFile(join(work.folder, 'out put.tsv'), 'utf8')).toBe(geneTable(6, 3, 5));
  });

  it('are not left half-written where the folder is not there', async () => {
    const id = await store('nowhere.tsv', geneTable(6, 3, 7));
    const { exitCode, stderr } = await work.run(['export', id, '-o', 'none/x.csv']);
    expect(exitCode).toBe(2);
    expect(stderr).toContain("none/x.csv can't be written: its folder does not exist");
    expect((await readdir(work.folder)).filter((name) => name.endsWith('.part'))).toEqual([]);
  });
});

describe('a reader that goes away', () => {
  let id = '';
  beforeAll(async () => {
    id = await store('long.tsv', geneTable(30_000, 10, 11));
  });

  it('is no error', async () => {
    const child = spawn(
      'sh',
      ['-c', '{ "$0" "$@"; echo "exit $?" >&2; } | head -1', process.execPath, mainPath, 'export', id],
      {
        env: { PATH: process.env.PATH, ...work.env },
      },
    );
    const stdout: Buffer[] = [];
    const stderr: Buffer[] = [];
    child.stdout.on('data', (piece: Buffer) => stdout.push(piece));
    child.stderr.on('data', (piece: Buffer) => stderr.push(piece));
    await new Promise((resolve) => child.once('close', resolve));
    expect(Buffer.concat(stdout).toString()).toMatch(/^Gene ID,Sample 1/);
    expect(Buffer.concat(stderr).toString()).toBe('exit 0\n');
  });
});

describe('paths', () => {
  it('are taken from where the person is, as npm says it, and printed as they were given', async () => {
    const elsewhere = join(work.folder, 'else where');
    await mkdir(elsewhere);
    await work.write('else where/here.tsv', geneTable(4, 3, 13));
    const { stdout } = await work.run(['ingest', '--json', './here.tsv'], { env: { INIT_CWD: elsewhere } });
    expect(ingestReportSchema.parse(JSON.parse(stdout))[0]).toMatchObject({ path: './here.tsv', status: 'created' });
  });
});
