import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ingestReportSchema } from '../../../shared/src/contracts/ingestReport.ts';
import { showReportSchema } from '../../../shared/src/contracts/showReport.ts';
import { validateReportSchema } from '../../../shared/src/contracts/validateReport.ts';
import { geneTable, useWorkplace } from './workFolder.ts';

const work = useWorkplace();

const sound = geneTable(12);
const symbols = ['TP53', 'MYC', 'EGFR', 'KRAS', 'BRAF', 'PTEN', 'BRCA1', 'BRCA2', 'RB1', 'APC', 'VHL', 'ATM'];
/** A gene that a spreadsheet made a date of, which is an error that blocks nothing. */
const dated = [
  'Gene\tS1\tS2',
  ...symbols.map((gene, row) => `${gene}\t${row + 1}\t${row + 20}`),
  '1-Mar\t7\t8',
  '',
].join('\n');
/** Blanks around two ids, which is a warning. */
const spaced = sound.replace('ENSG00000000003', ' ENSG00000000003').replace('ENSG00000000007', 'ENSG00000000007 ');
/** A word for a value, which blocks. */
const blocked = spaced.replace(/(ENSG00000000009\t)\d+/, '$1bad');

/** A folder with a table and what a person says in it; answers the table's path. */
async function tableIn(name: string, text: string, said: object): Promise<string> {
  await mkdir(join(work.folder, name));
  await work.write(join(name, 'genes.tsv'), text);
  await work.write(join(name, '.amprenta.json'), JSON.stringify(said));
  return join(name, 'genes.tsv');
}

async function codesOf(table: string): Promise<{ exitCode: number | null; codes: readonly string[] }> {
  const { exitCode, stdout } = await work.run(['validate', '--format', 'json', table]);
  const [file] = validateReportSchema.parse(JSON.parse(stdout)).files;
  return { exitCode, codes: file?.diagnostics?.map(({ code, severity }) => `${code} ${severity}`) ?? [] };
}

describe('validate', () => {
  it('exits with 0 instead of 1 where an error is made milder or turned off, and with 1 where a warning is made one', async () => {
    const asFound = await tableIn('asFound', dated, {});
    expect(await codesOf(asFound)).toEqual({ exitCode: 1, codes: ['excel-date-gene error'] });
    const milder = await tableIn('milder', dated, {
      tables: { '*.tsv': { rules: { 'excel-date-gene': 'warning' } } },
    });
    expect(await codesOf(milder)).toEqual({ exitCode: 0, codes: ['excel-date-gene warning'] });
    const off = await tableIn('off', dated, { rules: { 'excel-date-gene': 'off' } });
    expect(await codesOf(off)).toEqual({ exitCode: 0, codes: [] });
    const graver = await tableIn('graver', spaced, { rules: { 'outer-space': 'error' } });
    expect(await codesOf(graver)).toEqual({ exitCode: 1, codes: ['outer-space error', 'outer-space error'] });
  });

  it('goes on telling what blocks ingestion, though it is off', async () => {
    const table = await tableIn('blocked', blocked, { rules: { 'not-a-number': 'off', 'outer-space': 'off' } });
    expect(await codesOf(table)).toEqual({ exitCode: 1, codes: ['not-a-number error'] });
  });

  it.each(['text', 'sarif', 'github'])('says the same in %s', async (format) => {
    const table = await tableIn(`in-${format}`, blocked, { rules: { 'not-a-number': 'off', 'outer-space': 'off' } });
    const { stdout, exitCode } = await work.run(['validate', '--format', format, table]);
    const told = format === 'sarif' ? JSON.stringify(JSON.parse(stdout).runs[0].results) : stdout;
    expect(exitCode).toBe(1);
    expect(told).toContain('not-a-number');
    expect(told).not.toContain('outer-space');
  });

  it('names file, line and nearest code of one that there is not', async () => {
    const table = await tableIn('unknown', sound, { rules: { outerspace: 'off' } });
    const { exitCode, stdout, stderr } = await work.run(['validate', table]);
    expect(exitCode).toBe(2);
    expect(stdout + stderr).toMatch(/unknown\/\.amprenta\.json, line 1: .*Did you mean "outer-space"\?/);
  });
});

it('the report of a table leaves out what is off', async () => {
  const table = await tableIn('report', blocked, { rules: { 'not-a-number': 'off', 'outer-space': 'off' } });
  const { stdout } = await work.run(['report', table]);
  expect(stdout).toContain('not-a-number');
  expect(stdout).not.toContain('outer-space');
});

it('fix leaves codes that are off as they are, unless they are named', async () => {
  const table = await tableIn('fix', spaced.replace('Sample 1', 'Sample\u200b 1'), { rules: { 'outer-space': 'off' } });
  const textOf = (): Promise<string> => readFile(join(work.folder, table), 'utf8');
  await work.run(['fix', '--write', table]);
  expect(await textOf()).toBe(spaced);
  await work.run(['fix', '--write', '--code', 'outer-space', table]);
  expect(await textOf()).toBe(sound);
});

describe('ingest', () => {
  it('refuses what blocks, whatever a person says of its code', async () => {
    for (const level of ['off', 'information']) {
      const table = await tableIn(`refused-${level}`, blocked, { rules: { 'not-a-number': level } });
      const { exitCode, stdout } = await work.run(['ingest', '--json', table]);
      const [file] = ingestReportSchema.parse(JSON.parse(stdout));
      expect({ exitCode, status: file?.status }).toEqual({ exitCode: 1, status: 'failed' });
    }
  });

  it('stores findings as they are shown, and makes no new revision where only that changed', async () => {
    const table = await tableIn('stored', dated.replace('EGFR', ' EGFR'), {
      rules: { 'outer-space': 'off', 'excel-date-gene': 'information' },
    });
    const ingest = async () => {
      const { stdout } = await work.run(['ingest', '--json', table]);
      return ingestReportSchema.parse(JSON.parse(stdout))[0];
    };
    const first = await ingest();
    expect(first).toMatchObject({ status: 'created', findings: { errors: 0, warnings: 0, information: 1 } });
    const shown = await work.run(['show', '--json', String(first?.datasetId)]);
    const { findings } = showReportSchema.parse(JSON.parse(shown.stdout));
    expect(findings).toMatchObject([{ code: 'excel-date-gene', severity: 'information' }]);
    await work.write(join('stored', '.amprenta.json'), JSON.stringify({ rules: { bom: 'off' } }));
    expect(await ingest()).toMatchObject({ status: 'unchanged', revision: 1, findings: { errors: 1, warnings: 1 } });
  });
});
