import { existsSync, globSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { doctorReportSchema } from '../../../shared/src/contracts/doctorReport.ts';
import { errorReportSchema } from '../../../shared/src/contracts/errorReport.ts';
import { type ContractName, contracts } from '../../../shared/src/contracts/index.ts';
import { ingestReportSchema } from '../../../shared/src/contracts/ingestReport.ts';
import { listReportSchema } from '../../../shared/src/contracts/listReport.ts';
import { showReportSchema } from '../../../shared/src/contracts/showReport.ts';
import { validateReportSchema } from '../../../shared/src/contracts/validateReport.ts';
import { runCli } from './runCli.ts';
import { geneTable, useWorkplace } from './workFolder.ts';

const work = useWorkplace();

/** Third-party tables, which are read where they lie and are not part of the project. */
const realData = join(import.meta.dirname, '../../../../shared/real-data');

describe.skipIf(!existsSync(realData))(
  'the JSON of validate for real tables (skipped where ../shared is absent)',
  () => {
    it('keeps to its schema, each file in the order given', async () => {
      const paths = globSync('*/*', { cwd: realData }).sort();
      const { stdout } = await runCli(['validate', '--format', 'json', ...paths], { cwd: realData });
      const { files } = validateReportSchema.parse(JSON.parse(stdout));
      expect(files.map(({ path }) => path)).toEqual(paths);
      expect(files.filter(({ error }) => error !== null)).toEqual([]);
    });
  },
);

describe('the JSON of', () => {
  it('validate keeps to its schema, for a file with findings and for one that is not there', async () => {
    await work.write('defects.tsv', `${geneTable(20)}ENSG00000000021\t1\t 2\n\nENSG00000000022\t1\tx\t3\n`);
    const { exitCode, stdout } = await work.run(['validate', '--format', 'json', 'defects.tsv', 'absent.tsv']);
    const { files } = validateReportSchema.parse(JSON.parse(stdout));
    expect(exitCode).toBe(1);
    expect(files.map(({ path }) => path)).toEqual(['defects.tsv', 'absent.tsv']);
    expect(files[1]?.error).toMatchObject({ kind: 'notFound' });
    const codes = files[0]?.diagnostics.map(({ code, line, cell }) => `${code} ${line}:${cell}`);
    expect(codes).toEqual(
      expect.arrayContaining(['ragged-row 22:0', 'outer-space 22:3', 'blank-row 23:0', 'not-a-number 24:3']),
    );
  });

  it('validate counts what is in a table', async () => {
    await work.write(
      'counts.tsv',
      `Gene ID\tA\tB\nENSG00000000001\t0\t1\nENSG00000000002\tNA\t2\nENSG00000000003\t3\t4\n`,
    );
    const { stdout } = await work.run(['validate', '--format', 'json', 'counts.tsv']);
    const [file] = validateReportSchema.parse(JSON.parse(stdout)).files;
    expect(file).toMatchObject({
      path: 'counts.tsv',
      error: null,
      omicsType: 'transcriptomics',
      shape: 'features-in-rows',
      delimiter: '\t',
      encoding: 'utf-8',
      headerLine: 1,
      rowKey: ['Gene ID'],
      rows: 3,
      features: 3,
      samples: ['A', 'B'],
      quantities: [{ primary: true, samples: 2, missing: 1, zeros: 1 }],
      statistics: [],
      diagnostics: [],
    });
  });

  it('ingest, list and show keep to their schemas and agree with each other', async () => {
    await work.write('agree.tsv', geneTable(5));
    const ingested = ingestReportSchema.parse(JSON.parse((await work.run(['ingest', '--json', 'agree.tsv'])).stdout));
    expect(ingested).toMatchObject([
      {
        path: 'agree.tsv',
        status: 'created',
        revision: 1,
        features: 5,
        columns: 3,
        values: 15,
        rejectedRows: 0,
        error: null,
      },
    ]);
    const id = ingested[0]?.datasetId ?? '';
    const listed = listReportSchema.parse(JSON.parse((await work.run(['list', '--json'])).stdout));
    const inList = listed.find((dataset) => dataset.id === id);
    expect(inList).toMatchObject({ name: 'agree', omicsType: 'transcriptomics', features: 5, columns: 3, revision: 1 });
    const shown = showReportSchema.parse(JSON.parse((await work.run(['show', id, '--json'])).stdout));
    expect(shown).toMatchObject({ ...inList, sync: [], findings: [] });
    expect(shown.samples.map(({ name }) => name)).toEqual(['Sample 1', 'Sample 2', 'Sample 3']);
  });

  it('list is only of the type that was asked for', async () => {
    const { stdout } = await work.run(['list', '--json', '--omics-type', 'Lipidomics']);
    expect(listReportSchema.parse(JSON.parse(stdout))).toEqual([]);
  });

  it('doctor keeps to its schema, and other services are off', async () => {
    const { exitCode, stdout } = await work.run(['doctor', '--json']);
    const states = new Map(doctorReportSchema.parse(JSON.parse(stdout)).map(({ check, state }) => [check, state]));
    expect(exitCode).toBe(0);
    expect(Object.fromEntries(states)).toMatchObject({
      configuration: 'ok',
      server: 'ok',
      version: 'ok',
      migrations: 'ok',
      notion: 'off',
      openai: 'off',
      pinecone: 'off',
    });
  });

  it.each([
    [['show', 'nonsense', '--json'], 1, 'notFound'],
    [['show', '0190d5a2-7c1e-4b6f-9d2a-3e5f60718293', '--json'], 1, 'notFound'],
    [['list', '--json', '--omics-type', 'astrology'], 2, 'invalidInput'],
    [['validate', '--format', 'json'], 2, 'invalidInput'],
    [['validate', '--format', 'json', '--colour', 'x.csv'], 2, 'invalidInput'],
  ] as const)('a command that fails as a whole keeps to its schema: %j', async (args, code, kind) => {
    const { exitCode, stdout } = await work.run(args);
    expect(errorReportSchema.parse(JSON.parse(stdout)).error.kind).toBe(kind);
    expect(exitCode).toBe(code);
  });

  it.each(Object.keys(contracts) as ContractName[])('%s has a published JSON Schema', async (name) => {
    const { exitCode, stdout } = await work.run(['schema', name]);
    expect(exitCode).toBe(0);
    expect(JSON.parse(stdout)).toEqual(JSON.parse(JSON.stringify(z.toJSONSchema(contracts[name]))));
  });
});
