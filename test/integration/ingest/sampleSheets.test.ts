import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openFileSource } from '../../../server/src/files/fileSource.ts';
import { startSheetSearch } from '../../../server/src/files/sheetsBeside.ts';
import { type IngestOutcome, ingestTable } from '../../../server/src/ingest/ingestTable.ts';
import { readNamedSheet } from '../../../server/src/sheets/readSheet.ts';
import { textSource } from '../../../server/src/table/byteSource.ts';
import { temporaryFolder } from '../../support/temporaryFolder.ts';
import { useTestDatabase } from '../store/testDatabase.ts';

const opened = useTestDatabase();

const genes = ['TP53', 'BRCA1', 'EGFR', 'MYC', 'KRAS', 'PTEN', 'RB1'];

/** A table of genes whose bytes no other test has; `lines` stand in the place of the usual ones where they are given. */
async function writeTable(lines?: readonly string[]): Promise<string> {
  const path = join(await temporaryFolder(), 'table.tsv');
  const rows = genes.map((gene, at) => `${gene}\t${at + 1}.5\t${at + 2}.5\t${at + 3}.5`);
  const own = lines ?? ['gene\tS1\tS2\tS3', ...rows, `${path}\t1.5\t2.5\t3.5`];
  writeFileSync(path, `${own.join('\n')}\n`);
  return path;
}

const sheetOne = [
  'sample,condition,batch,sample type',
  'S1,treated,b1,sample',
  'S2,control,b1,sample',
  'S3.raw,,b1,QC',
];
const sheetTwo = sheetOne.map((line) => line.replace('treated', 'untreated'));

/** Ingests by a sheet that a person names, else by those beside the table. */
async function ingest(path: string, sheet?: readonly string[], allowErrors = false): Promise<IngestOutcome> {
  const source = await openFileSource(path);
  const sheets = sheet
    ? { sheets: [await readNamedSheet(textSource('/away/sheet.csv', `${sheet.join('\n')}\n`))], named: true }
    : await startSheetSearch()(source);
  return ingestTable(source, opened.store, {
    name: path,
    sourceKey: source.realPath,
    path: source.path,
    sheets,
    allowErrors,
    linking: true,
  });
}

async function metadataOf({ datasetId }: IngestOutcome): Promise<Readonly<Record<string, Record<string, string>>>> {
  const { samples } = await opened.store.show(datasetId ?? '');
  return Object.fromEntries(samples.map(({ name, metadata }) => [name, { ...metadata }]));
}

it('stores with each sample what its sheet says, by the sheet’s names and by those that all sheets share', async () => {
  const outcome = await ingest(await writeTable(), sheetOne);
  expect(outcome).toMatchObject({ status: 'created', error: null, sheet: { kind: 'used', named: true } });
  const hash = expect.stringMatching(/^[0-9a-f]{64}$/);
  expect(await metadataOf(outcome)).toEqual({
    S1: {
      condition: 'treated',
      batch: 'b1',
      'sample type': 'sample',
      group: 'treated',
      kind: 'study',
      sampleSheet: 'sheet.csv',
      sampleSheetSha256: hash,
    },
    S2: {
      condition: 'control',
      batch: 'b1',
      'sample type': 'sample',
      group: 'control',
      kind: 'study',
      sampleSheet: 'sheet.csv',
      sampleSheetSha256: hash,
    },
    S3: { batch: 'b1', 'sample type': 'QC', kind: 'qc', sampleSheet: 'sheet.csv', sampleSheetSha256: hash },
  });
});

it.each([false, true])(
  'stores the same bytes with another sheet as the next revision (errors allowed: %s)',
  async (allow) => {
    const path = await writeTable();
    const first = await ingest(path, sheetOne, allow);
    expect(await ingest(path, sheetOne, allow)).toMatchObject({ status: 'unchanged', revision: 1 });
    const second = await ingest(path, sheetTwo, allow);
    expect(second).toMatchObject({ status: 'updated', revision: 2, datasetId: first.datasetId, error: null });
    expect((await metadataOf(second)).S1).toMatchObject({ group: 'untreated' });
    expect(await ingest(path, sheetTwo, allow)).toMatchObject({ status: 'unchanged', revision: 2 });
  },
);

it('stores the same bytes as the next revision once a sheet lies beside them, and leaves them when it has gone again', async () => {
  const path = await writeTable();
  const first = await ingest(path);
  expect(first).toMatchObject({ status: 'created', sheet: null });
  expect((await metadataOf(first)).S1).toEqual({});
  const beside = join(path, '..', 'samples.csv');
  writeFileSync(beside, `${sheetOne.join('\n')}\n`);
  const second = await ingest(path);
  expect(second).toMatchObject({ status: 'updated', revision: 2, sheet: { kind: 'used', named: false } });
  expect((await metadataOf(second)).S1).toMatchObject({ group: 'treated', sampleSheet: 'samples.csv' });
  writeFileSync(beside, 'x\n');
  expect(await ingest(path)).toMatchObject({ status: 'unchanged', revision: 2 });
});

it('leaves bytes as they are stored where none of the named sheet’s samples is theirs', async () => {
  const path = await writeTable();
  await ingest(path);
  const strange = ['sample,group', 'T1,a', 'T2,a', 'T3,b'];
  expect(await ingest(path, strange)).toMatchObject({ status: 'unchanged', revision: 1 });
});

it('refuses bytes with a finding that blocks where another sheet is named and errors are not allowed', async () => {
  const sound = genes.map((gene, at) => `${gene}\t${at + 1}.5\t${at + 2}.5\t${at + 3}.5`);
  const spoilt = `AKT1\t1.5\tbad ${await temporaryFolder()}\t3.5`;
  const path = await writeTable(['gene\tS1\tS2\tS3', ...sound, spoilt]);
  expect(await ingest(path, sheetOne, true)).toMatchObject({ status: 'created', rejectedRows: [{ row: 7 }] });
  const again = await ingest(path, sheetTwo);
  expect(again).toMatchObject({ status: 'failed', error: { kind: 'invalidInput' } });
});

it('keeps what the table itself says of a sample, and the sheet’s word beside it where they differ', async () => {
  const name = await temporaryFolder();
  const path = await writeTable([
    'sample\tgroup\tGlucose\tLactate\tAlanine',
    'A1\tx\t1.5\t2.5\t3.5',
    'A2\tx\t1.6\t2.6\t3.6',
    'A3\ty\t1.7\t2.7\t3.7',
    `${name}\ty\t1.8\t2.8\t3.8`,
  ]);
  const outcome = await ingest(path, ['sample,group,dose', 'A1,x,low', 'A2,z,high']);
  expect(outcome).toMatchObject({ status: 'created', error: null });
  const metadata = await metadataOf(outcome);
  expect(metadata.A1).toMatchObject({ group: 'x', dose: 'low' });
  expect(metadata.A1).not.toHaveProperty('group (sample sheet)');
  expect(metadata.A2).toMatchObject({ group: 'x', 'group (sample sheet)': 'z', dose: 'high' });
  expect(metadata.A3).toEqual({ group: 'y' });
});

it('stores what a sheet says of the samples of a long table', async () => {
  const run = await temporaryFolder();
  const rows = ['P04637', 'P38398', 'P00533'].flatMap((protein, at) => [
    `${run}/a.raw\t${protein}\t${at + 1}.5`,
    `${run}/b.raw\t${protein}\t${at + 2}.5`,
  ]);
  const path = await writeTable(['R.FileName\tPG.ProteinGroups\tPG.Quantity', ...rows]);
  const outcome = await ingest(path, ['sample,group', 'a,x', 'b,y']);
  expect(outcome).toMatchObject({ status: 'created', error: null });
  expect(Object.values(await metadataOf(outcome)).map(({ group }) => group)).toEqual(['x', 'y']);
});

it('stores the organism that the sheet tells of the samples', async () => {
  const organisms = ['organism', 'Mus musculus', 'Mus musculus', 'not applicable'];
  const { datasetId } = await ingest(
    await writeTable(),
    sheetOne.map((line, at) => `${line},${organisms[at]}`),
  );
  const { taxon, organism, organismEvidence } = await opened.store.show(datasetId ?? '');
  expect({ taxon, organism }).toEqual({ taxon: 10090, organism: 'Mus musculus' });
  expect(organismEvidence).toBe("The sample sheet's fields organism tell Mus musculus in 100% of the samples.");
});
