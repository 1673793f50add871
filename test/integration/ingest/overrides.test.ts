import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { Overrides } from '#shared/overrides.ts';
import { openFileSource } from '../../../server/src/files/fileSource.ts';
import { type IngestOutcome, ingestTable } from '../../../server/src/ingest/ingestTable.ts';
import { temporaryFolder } from '../../support/temporaryFolder.ts';
import { useTestDatabase } from '../store/testDatabase.ts';

const opened = useTestDatabase();

/** A table whose one letter outside ASCII reads differently by encoding. */
async function writeTable(): Promise<string> {
  const path = join(await temporaryFolder(), 'table.tsv');
  const lines = ['gene\tS1\tS2\tS3', 'TP53\t1.5\t2.5\t3.5', 'BRCA1\t4.5\t5.5\t6.5', `${path}é\t7.5\t8.5\t9.5`];
  writeFileSync(path, `${lines.join('\n')}\n`, 'latin1');
  return path;
}

async function ingest(path: string, overrides?: Overrides): Promise<IngestOutcome> {
  const source = await openFileSource(path);
  return ingestTable(source, opened.store, {
    name: path,
    sourceKey: source.realPath,
    path: source.path,
    ...(overrides ? { overrides } : {}),
    allowErrors: true,
    linking: true,
  });
}

it('stores the same bytes as the next revision where a person says they are of another omics type', async () => {
  const path = await writeTable();
  const first = await ingest(path);
  const read = await ingest(path, { omicsType: 'lipidomics' });
  expect(first).toMatchObject({ status: 'created', revision: 1, error: null });
  expect(read).toMatchObject({ status: 'updated', revision: 2, datasetId: first.datasetId, error: null });
  expect((await opened.store.show(first.datasetId ?? '')).omicsType).toBe('lipidomics');
});

it('stores the same bytes as the next revision where a person says they are written in another encoding', async () => {
  const path = await writeTable();
  const first = await ingest(path, { encoding: 'windows-1252' });
  const read = await ingest(path, { encoding: 'utf-8' });
  expect(first).toMatchObject({ status: 'created', error: null });
  expect(read).toMatchObject({ status: 'updated', revision: 2, datasetId: first.datasetId });
});

it('leaves bytes as they are stored where the same is said of them again', async () => {
  const path = await writeTable();
  const overrides = { omicsType: 'lipidomics', sampleColumns: ['S1', 'S2'], scale: 'log2' } as const;
  await ingest(path, overrides);
  expect(await ingest(path, overrides)).toMatchObject({ status: 'unchanged', revision: 1 });
});

it('stores the same bytes as the next revision where a person takes back what was said of them', async () => {
  const path = await writeTable();
  await ingest(path, { omicsType: 'lipidomics' });
  const read = await ingest(path);
  expect(read).toMatchObject({ status: 'updated', revision: 2 });
  expect((await opened.store.show(read.datasetId ?? '')).omicsType).not.toBe('lipidomics');
  expect(await ingest(path)).toMatchObject({ status: 'unchanged', revision: 2 });
});

it('stores the organism and its evidence, and the same bytes as the next revision where a person says another', async () => {
  const path = join(await temporaryFolder(), 'counts.tsv');
  const genes = Array.from({ length: 5 }, (_, at) => `ENSMUSG0000000000${at}\t${at}\t${at + 1}`);
  writeFileSync(path, `${[`${path}\tS1\tS2`, ...genes].join('\n')}\n`);
  const first = await ingest(path);
  const stored = async () => opened.store.show(first.datasetId ?? '');
  expect(await stored()).toMatchObject({ revision: 1, taxon: 10090, organism: 'Mus musculus' });
  expect((await stored()).organismEvidence).toContain('by ENSMUSG in 100% of the rows');
  expect(await ingest(path, { taxon: 10116 })).toMatchObject({ status: 'updated', revision: 2, error: null });
  const said = { taxon: 10116, organism: 'Rattus norvegicus', organismEvidence: 'A person said so.' };
  expect(await stored()).toMatchObject({ revision: 2, ...said });
  expect(await ingest(path, { taxon: 10116 })).toMatchObject({ status: 'unchanged', revision: 2 });
  expect(await ingest(path)).toMatchObject({ status: 'updated', revision: 3 });
  expect(await stored()).toMatchObject({ taxon: 10090 });
});

it('stores what a person says stands for a missing value as missing, and gives the cells back as they were written', async () => {
  const path = join(await temporaryFolder(), 'table.tsv');
  const rows = ['TP53\t-999.0\t1.5\tNA', `BRCA1\t4.5\t-999\t${path.length}`, 'EGFR\t2.5\t0\tlost', 'MYC\t3.5\t0.5\t9'];
  writeFileSync(path, `gene\tS1\tS2\tS3\n${rows.join('\n')}\n`);
  const first = await ingest(path);
  const said = await ingest(path, { missingTokens: ['-999', 'lost'] });
  expect(first).toMatchObject({ revision: 1, values: 8, rejectedRows: [{ row: 2 }] });
  expect(said).toMatchObject({
    status: 'updated',
    revision: 2,
    datasetId: first.datasetId,
    values: 8,
    rejectedRows: [],
  });
  const cells = [];
  for await (const batch of (await opened.store.matrix(said.datasetId ?? '')).rows())
    cells.push(...batch.map((row) => row.cells));
  expect(cells).toEqual(rows.map((row) => row.split('\t').slice(1)));
  expect(await ingest(path, { missingTokens: ['-999', 'lost'] })).toMatchObject({ status: 'unchanged', revision: 2 });
  expect(await ingest(path, { missingTokens: ['-999', 'lost', '0'] })).toMatchObject({ revision: 3, values: 7 });
});

it('stores the zeros of a tool as values where a person says that they are, as the next revision', async () => {
  const path = join(await temporaryFolder(), 'proteinGroups.txt');
  const rows = ['P12345\tP12345\t10\t0', 'P12346\tP12346\t30\tNA', 'P12347\tP12347\t0\t5'];
  writeFileSync(path, `Protein IDs\tMajority protein IDs\tLFQ intensity A\tLFQ intensity B\n${rows.join('\n')}\n`);
  const first = await ingest(path);
  const said = await ingest(path, { valueTokens: ['0'] });
  expect(first).toMatchObject({ revision: 1, values: 3 });
  expect(said).toMatchObject({ status: 'updated', revision: 2, datasetId: first.datasetId, values: 5 });
  expect((await opened.store.show(said.datasetId ?? '')).missingFraction).toBeCloseTo(1 / 6);
  const cells = [];
  for await (const batch of (await opened.store.matrix(said.datasetId ?? '')).rows())
    cells.push(...batch.map((row) => row.cells));
  expect(cells).toEqual(rows.map((row) => row.split('\t').slice(2)));
  expect(await ingest(path, { valueTokens: ['0'] })).toMatchObject({ status: 'unchanged', revision: 2 });
});

it('stores the columns, row key and scale that a person names, and others as the next revision', async () => {
  const path = await writeTable();
  const { datasetId } = await ingest(path, { sampleColumns: ['S1', 'S3'], scale: 'log2' });
  const columnsNow = async () => (await opened.store.columns(datasetId ?? '')).map(({ name, scale }) => [name, scale]);
  expect(await columnsNow()).toEqual([
    ['S1', 'log2'],
    ['S3', 'log2'],
  ]);
  const read = await ingest(path, { sampleColumns: ['S2'], rowKey: ['gene', 'S3'], scale: 'log2' });
  expect(read).toMatchObject({ status: 'updated', revision: 2, datasetId });
  expect(await columnsNow()).toEqual([['S2', 'log2']]);
  const rows = [];
  for await (const batch of (await opened.store.matrix(datasetId ?? '')).rows()) rows.push(...batch);
  expect(rows[0]).toMatchObject({ rowKey: 'TP53+3.5', cells: ['2.5'] });
});
