import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ingestTable } from '../../../server/src/ingest/ingestTable.ts';
import { readNamedSheet } from '../../../server/src/sheets/readSheet.ts';
import type { SheetChoice } from '../../../server/src/sheets/sheet.ts';
import { textSource } from '../../../server/src/table/byteSource.ts';
import { rowsOf } from '../../contract/reading.ts';
import { exampleText } from '../../unit/profiles/variants.ts';
import { openTestDatabase, type TestDatabase } from '../store/testDatabase.ts';

let opened: TestDatabase;
beforeAll(async () => {
  opened = await openTestDatabase();
});
afterAll(() => opened?.drop());

/** Stores a table and gives the id of its dataset. */
async function stored(name: string, text: string, sheets?: SheetChoice): Promise<string> {
  const { datasetId, error } = await ingestTable(textSource(name, text), opened.store, {
    name,
    sourceKey: `${name} ${text.length}`,
    path: `/data/${name}`,
    ...(sheets ? { sheets } : {}),
    allowErrors: false,
    linking: true,
  });
  expect(error).toBeNull();
  return datasetId ?? '';
}

/** The columns of a dataset's samples as SQL has them. */
async function samplesOf(id: string): Promise<readonly (readonly unknown[])[]> {
  const rows = await opened.rows<Record<string, unknown>>(
    `SELECT name, "group", subject, timepoint, batch, injection_order, kind FROM sample WHERE dataset_id = $1
     ORDER BY ordinal`,
    id,
  );
  return rows.map((row) => Object.values(row));
}

describe('The columns of a stored sample', () => {
  it('have what the lines above MS-DIAL’s header say, which metadata keeps as written', async () => {
    const id = await stored('msdial.txt', exampleText('msdial-alignment.txt'));
    expect((await samplesOf(id)).slice(4)).toEqual([
      ['trt_2', 'trt', null, null, '1', 5, 'study'],
      ['trt_3', 'trt', null, null, '1', 6, 'qc'],
    ]);
    expect((await opened.store.show(id)).samples[5]?.metadata).toEqual({
      Class: 'trt',
      'File type': 'QC',
      'Injection order': '6',
      'Batch ID': '1',
    });
  });

  it('have all factors of mwTab together as the group', async () => {
    const id = await stored('study.txt', exampleText('mwtab.txt'));
    const groups = (await samplesOf(id)).map(([, group]) => group);
    expect(groups).toEqual(['chow / M', 'chow / M', 'chow / M', 'fat / F', 'fat / F', 'fat / F']);
  });

  it('have the second column of MetaboAnalyst as the group, whatever it is called', async () => {
    const id = await stored('muscle.csv', exampleText('metaboanalyst.csv'));
    expect((await samplesOf(id)).slice(0, 2).map(([name, group]) => [name, group])).toEqual([
      ['P_000', 'control'],
      ['P_001', 'case'],
    ]);
  });

  it('have the condition of a run in Spectronaut’s report as the group', async () => {
    const id = await stored('report.tsv', exampleText('spectronaut-report.tsv'));
    expect((await samplesOf(id))[0]?.slice(0, 2)).toEqual(['20240101_ctl_1', 'ctl']);
  });

  it('have what the sample sheet says, after what the table itself says', async () => {
    const sheet = await readNamedSheet(
      textSource('sheet.csv', 'sample,Class,patient,time point,batch\nctl_1,other,p1,0 h,b7\nctl_2,other,p2,24 h,b7\n'),
    );
    const text = exampleText('msdial-alignment.txt').replace('Alignment ID', 'Alignment ID ');
    const id = await stored('described.txt', text, { sheets: [sheet], named: true });
    expect((await samplesOf(id)).slice(0, 3)).toEqual([
      ['ctl_1', 'ctl', 'p1', '0 h', '1', 1, 'study'],
      ['ctl_2', 'ctl', 'p2', '24 h', '1', 2, 'study'],
      ['ctl_3', 'ctl', null, null, '1', 3, 'study'],
    ]);
  });
});

describe('The rows of a stored table', () => {
  it('of MaxQuant are all there, with the marks of its columns', async () => {
    const text = exampleText('maxquant-protein-groups.txt');
    const id = await stored('proteinGroups.txt', text);
    const lines = text
      .trimEnd()
      .split('\n')
      .map((line) => line.split('\t'));
    const cellOf = (row: readonly string[], name: string): boolean => row[lines[0]?.indexOf(name) ?? -1] === '+';
    const expected = lines
      .slice(1)
      .map((row) => [
        ...(cellOf(row, 'Potential contaminant') ? ['contaminant'] : []),
        ...(cellOf(row, 'Reverse') ? ['decoy'] : []),
        ...(cellOf(row, 'Only identified by site') ? ['only-by-site'] : []),
      ]);
    expect(expected.flat().length).toBeGreaterThan(0);
    expect((await rowsOf(opened.store, id)).map(({ marks }) => marks)).toEqual(expected);
  });

  it('of a table that no tool marks have none, which is not the same as to be known to be unmarked', async () => {
    const id = await stored('genes.tsv', 'gene\tS1\tS2\nCONT1\t1.5\t2\nREV1\t3\t4.5\nTP53\t5\t6\n');
    expect((await rowsOf(opened.store, id)).map(({ marks }) => marks)).toEqual([null, null, null]);
  });
});
