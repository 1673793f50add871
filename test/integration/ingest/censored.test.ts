import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openFileSource } from '../../../server/src/files/fileSource.ts';
import { type IngestOutcome, ingestTable } from '../../../server/src/ingest/ingestTable.ts';
import { validate } from '../../../server/src/rules/validate.ts';
import type { FlagGroup } from '../../../server/src/store/valueFlags.ts';
import { textSource } from '../../../server/src/table/byteSource.ts';
import { rowsOf } from '../../contract/reading.ts';
import { temporaryFolder } from '../../support/temporaryFolder.ts';
import { useTestDatabase } from '../store/testDatabase.ts';

const opened = useTestDatabase();

async function ingest(name: string, lines: readonly string[]): Promise<IngestOutcome> {
  const path = join(await temporaryFolder(), name);
  writeFileSync(path, `${lines.join('\n')}\n`);
  const source = await openFileSource(path);
  return ingestTable(source, opened.store, {
    name,
    sourceKey: source.realPath,
    path: source.path,
    allowErrors: false,
    linking: false,
  });
}

/** The stored cells as they are exported, and the flags of each row by the cell's text. */
async function storedOf({ datasetId }: IngestOutcome) {
  const cells = (await rowsOf(opened.store, datasetId ?? '')).map((row) => row.cells);
  const rows = await opened.rows<{ value_flags: readonly FlagGroup[] | null; numbers: readonly number[] }>(
    'SELECT value_flags, "values" AS numbers FROM dataset_feature WHERE dataset_id = $1 ORDER BY row_index',
    datasetId,
  );
  const flags = rows.map(({ value_flags }) => (value_flags ?? []).map(({ flag, text, limit }) => [text, flag, limit]));
  return { cells, flags, numbers: rows.map((row) => row.numbers) };
}

const wide = [
  'lipid\tS1\tS2\tS3\tS4',
  'PC 34:1\t1.5\t<LOD\t< 0.05\tBLQ',
  'PE 36:2\t>ULOQ\t> 500\tFiltered\t2.5',
  'TG 52:3\tn.d.\tND\t0\t3.5',
  'SM 34:1\t7.5\t8.5\t9.5\t10.5',
];

it('keeps censored values with flag and limit, n.d. as missing and flagged so, and exports the cells as they were', async () => {
  const outcome = await ingest('wide.tsv', wide);
  expect(outcome).toMatchObject({ status: 'created', values: 8, error: null });
  const { cells, flags, numbers } = await storedOf(outcome);
  expect(cells).toEqual(wide.slice(1).map((line) => line.split('\t').slice(1)));
  expect(flags).toEqual([
    [
      ['<LOD', 'belowLod', undefined],
      ['< 0.05', 'belowLod', 0.05],
      ['BLQ', 'belowLod', undefined],
    ],
    [
      ['>ULOQ', 'aboveUloq', undefined],
      ['> 500', 'aboveUloq', 500],
      ['Filtered', 'filtered', undefined],
    ],
    [
      ['n.d.', 'belowLod', undefined],
      ['ND', 'belowLod', undefined],
    ],
    [],
  ]);
  expect(numbers[2]).toEqual([null, null, 0, 3.5]);
});

it('counts n.d. as missing, and neither a censored value nor a zero', async () => {
  const { tally, findings } = await validate(textSource('wide.tsv', `${wide.join('\n')}\n`));
  expect(tally.quantities[0]).toMatchObject({ missing: 2, zeros: 1 });
  // n.d. is an unusual word for missing, and censored values are no finding.
  expect(findings.map(({ code, cell, range }) => [code, range.startLine, cell])).toEqual([
    ['missing-token', 3, 1],
    ['missing-token', 3, 2],
  ]);
});

it('does the same with a row a sample', async () => {
  const table = [
    'Sample,Group,Alanine,Serine,Glycine,Proline',
    's1,ctl,1.5,<LOD,2.5,<0.2',
    's2,ctl,BLQ,2.25,3.5,4.5',
    's3,trt,2.5,n.d.,4.5,5.5',
    's4,trt,3.5,4.25,0,6.5',
  ];
  const outcome = await ingest('samples.csv', table);
  expect(outcome).toMatchObject({ status: 'created', profile: { shape: 'samples-in-rows' } });
  const rows = table.slice(1).map((line) => line.split(',').slice(2));
  const { cells, flags } = await storedOf(outcome);
  expect(cells).toEqual([0, 1, 2, 3].map((column) => rows.map((row) => row[column])));
  expect(flags).toEqual([
    [['BLQ', 'belowLod', undefined]],
    [
      ['<LOD', 'belowLod', undefined],
      ['n.d.', 'belowLod', undefined],
    ],
    [],
    [['<0.2', 'belowLod', 0.2]],
  ]);
});

it("keeps Spectronaut's Filtered with its flag, once for a protein in a run, where it stands on every row of its fragments", async () => {
  const header = ['R.FileName', 'PG.ProteinGroups', 'PG.Quantity', 'EG.ModifiedSequence', 'FG.Charge', 'F.FrgIon'];
  const rows = ['run1', 'run2'].flatMap((run) =>
    ['P04637', 'Q9Y6K9'].flatMap((protein, at) =>
      ['y4', 'y5'].map((ion) => {
        const quantity = run === 'run2' && at === 0 ? 'Filtered' : `${at + 1}.5`;
        return [run, protein, quantity, `_PEPTIDE${protein}_`, '2', ion, `${at + 10}.25`];
      }),
    ),
  );
  const lines = [[...header, 'F.PeakArea'], ...rows].map((cells) => cells.join('\t'));
  const outcome = await ingest('report.tsv', lines);
  expect(outcome).toMatchObject({ status: 'created', profile: { layout: 'spectronaut-report', shape: 'long' } });
  const { cells, flags } = await storedOf(outcome);
  expect(cells.slice(0, 2).map((row) => row.slice(0, 2))).toEqual([
    ['1.5', 'Filtered'],
    ['2.5', '2.5'],
  ]);
  expect(flags.flat()).toEqual([['Filtered', 'filtered', undefined]]);
});

it('gives back the zeros that a tool writes for "not detected" as they were written, and keeps its counts of 0', async () => {
  const table = [
    'Protein IDs\tMajority protein IDs\tLFQ intensity a\tLFQ intensity b\tMS/MS count a\tMS/MS count b',
    'P04637\tP04637\t0\t125000\t0\t3',
    'Q9Y6K9\tQ9Y6K9\t33000\t0.0\t2\t0',
  ];
  const { cells, flags, numbers } = await storedOf(await ingest('proteinGroups.txt', table));
  expect(cells).toEqual(table.slice(1).map((line) => line.split('\t').slice(2)));
  expect(flags).toEqual([[['0', 'zeroAsMissing', undefined]], [['0.0', 'zeroAsMissing', undefined]]]);
  expect(numbers).toEqual([
    [null, 125000, 0, 3],
    [33000, null, 2, 0],
  ]);
});
