import { execFile } from 'node:child_process';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import packageManifest from '../../../package.json' with { type: 'json' };
import { ingestReportSchema } from '../../../shared/src/contracts/ingestReport.ts';
import { validateReportSchema } from '../../../shared/src/contracts/validateReport.ts';
import { mainPath } from './runCli.ts';
import { geneTable, useWorkplace } from './workFolder.ts';

const work = useWorkplace();

describe('the command line', () => {
  it('prints its version and its help on stdout', async () => {
    expect(await work.run(['--version'])).toMatchObject({
      exitCode: 0,
      stdout: `${packageManifest.version}\n`,
      stderr: '',
    });
    const { exitCode, stdout } = await work.run(['--help']);
    expect(exitCode).toBe(0);
    for (const command of ['validate', 'fix', 'ingest', 'list', 'show', 'export', 'delete', 'db', 'doctor', 'schema']) {
      expect(stdout).toContain(`  ${command} `);
    }
  });

  it.each([[[]], [['frobnicate']], [['validate']], [['list', 'too', 'many']], [['export']]])(
    'exits with 2 and writes nothing to stdout where it is used wrongly: %j',
    async (args) => {
      const { exitCode, stdout, stderr } = await work.run(args);
      expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
      expect(stderr).toContain('--help');
    },
  );
});

describe('a full disk behind stdout', () => {
  it('is told, and exits with 2', async () => {
    await work.write('any.tsv', geneTable(3));
    const run = promisify(execFile)(
      'sh',
      ['-c', '"$0" "$@" > /dev/full', process.execPath, mainPath, 'validate', 'any.tsv'],
      {
        cwd: work.folder,
      },
    );
    await expect(run).rejects.toMatchObject({ code: 2, stderr: "What was to be printed can't be written (ENOSPC).\n" });
  });
});

describe('validate for a person', () => {
  it('says what the table is and groups what is wrong by its kind, the gravest first', async () => {
    await work.write('defects.tsv', `${geneTable(20)}ENSG00000000021\t1\t2 \t3\n\nENSG00000000022\t1\tx\t3\n`);
    const { exitCode, stdout } = await work.run(['validate', 'defects.tsv']);
    expect(exitCode).toBe(1);
    expect(stdout).toMatch(/^defects\.tsv\n {2}recognised {2}gene-matrix \(\d+ % sure\): /);
    expect(stdout).toContain('  samples     3: Sample 1, Sample 2, Sample 3\n');
    const titles = stdout.match(/^(?:error|warning|information) .*$/gm);
    expect(titles).toEqual([
      'error not-a-number (1, blocks ingestion)',
      'warning outer-space (1)',
      'warning blank-row (1)',
    ]);
    expect(stdout).toMatch(/^ {2}defects\.tsv:24:3 error not-a-number \S/m);
    expect(stdout).toContain('1 error, 2 warnings; 1 finding blocks ingestion.');
    expect(stdout).not.toContain('\x1b');
  });

  it('says on request how the reading was reached: the layouts with their evidence, what a person said, every column', async () => {
    const header = 'Protein IDs\tMajority protein IDs\tIntensity A\tIntensity B\tLFQ intensity A\tLFQ intensity B\n';
    const rows = ['P12345', 'P67890', 'Q99999'].map((id) => `${id}\t${id}\t1\t0\t3\t4\n`);
    await work.write('groups.tsv', header + rows.join(''));
    await work.write('.amprenta.json', '{ "tables": { "groups.tsv": { "quantity": "Intensity" } } }');
    const { exitCode, stdout } = await work.run(['validate', '--explain', 'groups.tsv']);
    await rm(join(work.folder, '.amprenta.json'));
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/layouts {3}maxquant-protein-groups, \d+ % sure, chosen: Because of the columns/);
    expect(stdout).toMatch(/^ {12}plain-matrix, \d+ % sure: /m);
    expect(stdout).toContain('you said  quantity = "Intensity"');
    expect(stdout).toContain('features  each a protein, by uniprot ids in the column Protein IDs');
    expect(stdout).toContain('columns   key (1): Protein IDs');
    expect(stdout).toContain('LFQ intensity (2 samples): A, B');
    expect(stdout).toMatch(/missing {3}0 in .*Intensity.*, which this tool writes for "not detected"/);
    const both = await work.run(['validate', '--explain', '--format', 'json', 'groups.tsv']);
    expect(both.exitCode).toBe(2);
  });

  it('says of which organism a table is and by what, in text, JSON and of what was stored', async () => {
    const genes = Array.from({ length: 6 }, (_, at) => `ENSMUSG0000000000${at}\t${at}\t${at + 1}\n`);
    await work.write('mouse.tsv', `gene_id\tS1\tS2\n${genes.join('')}`);
    const evidence = 'Ensembl ids in column gene_id tell Mus musculus by ENSMUSG in 100% of the rows.';
    const told = `Mus musculus (NCBI taxon 10090): ${evidence}`;
    const { stdout } = await work.run(['validate', '--explain', 'mouse.tsv']);
    expect(stdout.split(told)).toHaveLength(2);
    const json = await work.run(['validate', '--format', 'json', 'mouse.tsv']);
    expect(validateReportSchema.parse(JSON.parse(json.stdout)).files[0]?.evidence).toContain(evidence);
    const ingested = ingestReportSchema.parse(JSON.parse((await work.run(['ingest', '--json', 'mouse.tsv'])).stdout));
    expect((await work.run(['show', ingested[0]?.datasetId ?? ''])).stdout).toContain(told);
  });

  it('exits with 0 where there are warnings only', async () => {
    await work.write('mild.tsv', geneTable(3).replace('\n', '\n\n'));
    expect((await work.run(['validate', 'mild.tsv'])).exitCode).toBe(0);
  });

  it('says of a workbook that it is one and what to export', async () => {
    await work.write('book.xlsx', Buffer.from('PK\x03\x04\x14\0\x06\0\b\0\0\0!\0[Content_Types].xml', 'latin1'));
    const { exitCode, stdout } = await work.run(['validate', 'book.xlsx']);
    expect(exitCode).toBe(2);
    expect(stdout).toContain('book.xlsx is an Excel workbook (.xlsx), not a table. Open it, choose the sheet');
  });
});

describe('fix', () => {
  const table = 'Gene ID\tA\tB\r\nENSG00000000001\t 1\t2\r\nENSG00000000002\t3\t4 \r\n';

  it('prints a diff and changes nothing unless told', async () => {
    await work.write('blanks.tsv', table);
    const { exitCode, stdout } = await work.run(['fix', 'blanks.tsv']);
    expect(exitCode).toBe(0);
    expect(stdout).toContain('-ENSG00000000001\t 1\t2\r\n');
    expect(stdout).toContain('+ENSG00000000001\t1\t2\r\n');
    expect(await readFile(join(work.folder, 'blanks.tsv'), 'utf8')).toBe(table);
  });

  it('writes the file where it is told to, line ends kept, and finds nothing more', async () => {
    const { exitCode } = await work.run(['fix', '--write', '--code', 'outer-space', 'blanks.tsv']);
    expect(exitCode).toBe(0);
    expect(await readFile(join(work.folder, 'blanks.tsv'), 'utf8')).toBe(
      'Gene ID\tA\tB\r\nENSG00000000001\t1\t2\r\nENSG00000000002\t3\t4\r\n',
    );
    expect((await work.run(['fix', 'blanks.tsv'])).stdout).toBe('');
  });

  it('names the codes there are where one is wrong', async () => {
    const { exitCode, stderr } = await work.run(['fix', '--code', 'outer-spice', 'blanks.tsv']);
    expect(exitCode).toBe(2);
    expect(stderr).toContain('outer-space');
  });
});

describe('delete', () => {
  it('does nothing without --yes, and takes the dataset away with it', async () => {
    await work.write('gone.tsv', geneTable(4, 3, 2));
    const { stdout } = await work.run(['ingest', '--json', 'gone.tsv']);
    const id = ingestReportSchema.parse(JSON.parse(stdout))[0]?.datasetId ?? '';
    expect((await work.run(['delete', id])).exitCode).toBe(2);
    expect((await work.run(['show', id])).stdout).toMatch(/^gone\n/);
    expect((await work.run(['delete', id, '--yes'])).stdout).toBe(`Deleted gone (${id}) with 1 revision.\n`);
    expect((await work.run(['show', id])).exitCode).toBe(1);
    expect((await work.run(['delete', id, '--yes'])).exitCode).toBe(1);
  });
});

describe('list and show for a person', () => {
  it('are aligned tables that say nothing on stderr', async () => {
    await work.write('shown.tsv', geneTable(1200, 3, 3));
    await work.run(['ingest', 'shown.tsv']);
    const { stdout, stderr } = await work.run(['list']);
    expect(stdout).toMatch(/^ID +NAME +OMICS +PROFILE +FEATURES +COLUMNS +REVISION +UPDATED\n/);
    expect(stdout).toMatch(/ {2}shown +transcriptomics +gene-matrix +1,200 +3 +1 /);
    expect(stderr).toBe('');
  });
});
