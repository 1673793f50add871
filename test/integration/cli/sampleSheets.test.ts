import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { errorReportSchema } from '../../../shared/src/contracts/errorReport.ts';
import { ingestReportSchema } from '../../../shared/src/contracts/ingestReport.ts';
import { showReportSchema } from '../../../shared/src/contracts/showReport.ts';
import { validateReportSchema } from '../../../shared/src/contracts/validateReport.ts';
import { geneTable, useWorkplace } from './workFolder.ts';

const work = useWorkplace();

const sheet = 'sample,group,batch\nSample 1,a,1\nSample 2,a,1\nSample 3,a,1\n';

/** A folder of its own with these files, so that no other test's sheet lies beside a table. */
async function folderOf(name: string, files: Readonly<Record<string, string>>): Promise<string> {
  await mkdir(join(work.folder, name));
  for (const [file, content] of Object.entries(files)) await work.write(join(name, file), content);
  return name;
}

describe('validate', () => {
  it('uses the only sample sheet beside a table that fits, and says so', async () => {
    const folder = await folderOf('beside', {
      'genes.tsv': geneTable(12),
      'sheet.csv': sheet,
      'another.csv': sheet.replaceAll('Sample', 'Probe'),
      'more.tsv': geneTable(12, 3, 2),
    });
    const { exitCode, stdout } = await work.run(['validate', `${folder}/genes.tsv`]);
    expect(exitCode).toBe(0);
    expect(stdout).toContain(
      '  sheet       beside/sheet.csv (beside the table): it describes 3 of 3 samples, by its column sample\n',
    );
  });

  it('chooses none of two sheets that fit, and says how to name one', async () => {
    const folder = await folderOf('two', { 'genes.tsv': geneTable(12, 4), 'a.csv': sheet, 'b.csv': sheet });
    const { exitCode, stdout } = await work.run(['validate', `${folder}/genes.tsv`]);
    expect(exitCode).toBe(0);
    expect(stdout).toContain(
      'none chosen, as 2 fit: two/a.csv, two/b.csv. Name one with --samples, or in .amprenta.json.',
    );
    const named = await work.run(['validate', '--samples', `${folder}/a.csv`, `${folder}/genes.tsv`]);
    expect(named.exitCode).toBe(1);
    expect(named.stdout).toContain('two/a.csv (named): it describes 3 of 4 samples');
    expect(named.stdout).toContain('two/genes.tsv:1:5 error sample-not-in-sheet The sample "Sample 4" is not in');
  });

  it('keeps its JSON as it is, tells the sheet on stderr, and gives what it says of the samples', async () => {
    const folder = await folderOf('json', {
      'genes.tsv': geneTable(12),
      'sheet.csv': sheet.replace('Sample 2', 'sample 2'),
    });
    const { stdout, stderr } = await work.run(['validate', '--format', 'json', `${folder}/genes.tsv`]);
    const [file] = validateReportSchema.parse(JSON.parse(stdout)).files;
    expect(file?.diagnostics).toMatchObject([
      {
        code: 'sample-name-near-miss',
        severity: 'warning',
        line: 1,
        cell: 3,
        fixes: ['Rename the sample to "sample 2"'],
      },
    ]);
    expect(stderr).toContain('json/genes.tsv: sample sheet json/sheet.csv (beside the table)');
  });

  it('exits with 2 where the sheet that is named is not there, or is none', async () => {
    await work.write('genes.tsv', geneTable(12));
    await work.write('none.csv', '\n');
    for (const [name, kind] of [
      ['absent.csv', 'notFound'],
      ['none.csv', 'invalidInput'],
    ] as const) {
      const { exitCode, stdout } = await work.run(['validate', '--format', 'json', '--samples', name, 'genes.tsv']);
      const { error } = errorReportSchema.parse(JSON.parse(stdout));
      expect({ exitCode, kind: error.kind }).toEqual({ exitCode: 2, kind });
      expect(error.message).toContain(name);
    }
  });

  it('follows the sheet that .amprenta.json names, but for another that the command names', async () => {
    const folder = await folderOf('said', {
      'genes.tsv': geneTable(12, 4),
      'a.csv': sheet,
      'b.csv': sheet,
      '.amprenta.json': '{"tables": {"*": {"sampleSheet": "b.csv"}}}',
    });
    const table = `${folder}/genes.tsv`;
    expect((await work.run(['validate', table])).stdout).toContain('said/b.csv (named): it describes 3 of 4 samples');
    const named = await work.run(['validate', '--samples', `${folder}/a.csv`, table]);
    expect(named.stdout).toContain('said/a.csv (named): it describes 3 of 4 samples');
    const own = await work.run(['validate', `${folder}/b.csv`]);
    expect(own.exitCode).toBe(0);
    await work.write(`${folder}/.amprenta.json`, '{"tables": {"*": {"sampleSheet": false}}}');
    expect((await work.run(['validate', table])).stdout).not.toContain('sheet  ');
  });

  it('says of a named sheet that describes less than half that it may be another table’s', async () => {
    const folder = await folderOf('little', {
      'genes.tsv': geneTable(12),
      'a.csv': sheet.replaceAll('Sample', 'Probe'),
    });
    const { stdout } = await work.run(['validate', '--samples', `${folder}/a.csv`, `${folder}/genes.tsv`]);
    expect(stdout).toMatch(
      /little\/a\.csv \(named\): it describes 0 of 3 samples, .* name the right one with --samples/,
    );
  });

  it('judges the other tables where .amprenta.json names for one a sheet that is not there, and names both files', async () => {
    const folder = await folderOf('gone', {
      'genes.tsv': geneTable(12),
      'more.tsv': geneTable(12, 3, 2),
      '.amprenta.json': '{"tables": {"genes.tsv": {"sampleSheet": "sheets/gone.csv"}}}',
    });
    const { exitCode, stdout } = await work.run(['validate', `${folder}/genes.tsv`, `${folder}/more.tsv`]);
    expect(exitCode).toBe(1);
    expect(stdout).toMatch(/names for gone\/genes\.tsv can't be used\. There is no file .*gone\/sheets\/gone\.csv\./);
    expect(stdout).toContain('or set it to false to use none');
    expect(stdout).toContain('gone/more.tsv');
  });

  it('says that a named sheet is not used where the table names no samples', async () => {
    await work.write('sheet.csv', sheet);
    const results = `gene,log2FoldChange,pvalue,padj\n${Array.from({ length: 9 }, (_, at) => `ENSG0000000000${at + 1},1.5,0.0${at + 1},0.1`).join('\n')}\n`;
    await work.write('results.csv', results);
    const { stdout } = await work.run(['validate', '--samples', 'sheet.csv', 'results.csv']);
    expect(stdout).toContain('sheet.csv is not used, as the table names no samples.');
  });
});

describe('ingest', () => {
  it('stores what the named sheet says, says which it used, and keeps its JSON as it is', async () => {
    const folder = await folderOf('stored', { 'genes.tsv': geneTable(12, 3, 4) });
    await work.write('away.csv', sheet);
    const text = await work.run(['ingest', '--samples', 'away.csv', `${folder}/genes.tsv`]);
    expect(text.exitCode).toBe(0);
    expect(text.stdout).toContain(
      '  sheet       away.csv (named): it describes 3 of 3 samples, by its column sample\n',
    );
    const { stdout, stderr } = await work.run(['ingest', '--json', '--samples', 'away.csv', `${folder}/genes.tsv`]);
    const [report] = ingestReportSchema.parse(JSON.parse(stdout));
    expect(report).toMatchObject({ status: 'unchanged', revision: 1 });
    expect(stderr).toContain('stored/genes.tsv: sample sheet away.csv (named)');
    const shown = await work.run(['show', report?.datasetId ?? '', '--json']);
    const { samples } = showReportSchema.parse(JSON.parse(shown.stdout));
    expect(samples.map(({ metadata }) => metadata)).toMatchObject(Array(3).fill({ group: 'a', batch: '1' }));
  });

  it('knows a sheet again whichever way it is named, takes it back where none is wanted, and refuses one that is not there', async () => {
    const folder = await folderOf('anew', { 'genes.tsv': geneTable(12, 3, 5) });
    await work.write('elsewhere.csv', sheet);
    const ingest = async (...options: readonly string[]) => {
      const { stdout } = await work.run(['ingest', '--json', ...options, `${folder}/genes.tsv`]);
      const [report] = ingestReportSchema.parse(JSON.parse(stdout));
      return report;
    };
    const say = (sampleSheet: string | false) =>
      work.write(`${folder}/.amprenta.json`, JSON.stringify({ tables: { 'genes.tsv': { sampleSheet } } }));
    expect(await ingest('--samples', 'elsewhere.csv')).toMatchObject({ status: 'created', revision: 1 });
    await say('../elsewhere.csv');
    expect(await ingest()).toMatchObject({ status: 'unchanged', revision: 1 });
    await say(false);
    expect(await ingest()).toMatchObject({ status: 'updated', revision: 2 });
    await say('gone.csv');
    const failed = await ingest();
    expect(failed).toMatchObject({ status: 'failed', error: { kind: 'invalidInput' } });
    expect(failed?.error?.message).toMatch(/anew\/genes\.tsv can't be used\. There is no file .*anew\/gone\.csv/);
  });

  it('is not begun where the sheet that is named is not there', async () => {
    const folder = await folderOf('absent', { 'genes.tsv': geneTable(12, 3, 6) });
    const { exitCode, stdout } = await work.run(['ingest', '--json', '--samples', 'gone.csv', `${folder}/genes.tsv`]);
    expect(exitCode).toBe(2);
    expect(errorReportSchema.parse(JSON.parse(stdout)).error).toMatchObject({ kind: 'notFound' });
  });
});
