import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { readTableSettings } from '../../../server/src/config/tableSettings.ts';
import { openFileSource } from '../../../server/src/files/fileSource.ts';
import { startSheetSearch } from '../../../server/src/files/sheetsBeside.ts';
import { ingestTable } from '../../../server/src/ingest/ingestTable.ts';
import { temporaryFolder } from '../../support/temporaryFolder.ts';
import { useTestDatabase } from '../store/testDatabase.ts';

const opened = useTestDatabase();

const sheetOf = (group: string): string =>
  `sample,group\n${['S1', 'S2', 'S3'].map((name) => `${name},${group}\n`).join('')}`;

/** Ingests as the command line and the editor do; answers the revision and the group of the first sample. */
async function ingest(path: string): Promise<readonly [status: string, revision: number, group: string | undefined]> {
  const source = await openFileSource(path);
  const { overrides } = await readTableSettings(source.path, dirname(path));
  const { status, revision, datasetId } = await ingestTable(source, opened.store, {
    name: path,
    sourceKey: source.realPath,
    path: source.path,
    overrides,
    sheets: await startSheetSearch()(source, undefined, overrides.sampleSheet),
    allowErrors: false,
    linking: true,
  });
  const { samples } = await opened.store.show(datasetId ?? '');
  return [status, revision, samples[0]?.metadata.group];
}

it('stores the same bytes as the next revision with the sheet that is named, with another, with none, and with none said', async () => {
  const folder = await temporaryFolder();
  const path = join(folder, 'table.tsv');
  const rows = ['TP53', 'BRCA1', 'EGFR', 'MYC', 'KRAS', folder].map((gene, at) => `${gene}\t${at}.5\t2.5\t3.5`);
  writeFileSync(path, ['gene\tS1\tS2\tS3', ...rows, ''].join('\n'));
  for (const group of ['one', 'two', 'beside']) writeFileSync(join(folder, `${group}.csv`), sheetOf(group));
  const say = (sampleSheet?: string | false): void =>
    writeFileSync(join(folder, '.amprenta.json'), JSON.stringify({ tables: { '*.tsv': { sampleSheet } } }));
  say('one.csv');
  expect(await ingest(path)).toEqual(['created', 1, 'one']);
  expect(await ingest(path)).toEqual(['unchanged', 1, 'one']);
  say('two.csv');
  expect(await ingest(path)).toEqual(['updated', 2, 'two']);
  say(false);
  expect(await ingest(path)).toEqual(['updated', 3, undefined]);
  expect(await ingest(path)).toEqual(['unchanged', 3, undefined]);
  say('one.csv');
  expect(await ingest(path)).toEqual(['updated', 4, 'one']);
  // Of the three that lie beside it none is chosen unasked.
  say();
  expect(await ingest(path)).toEqual(['updated', 5, undefined]);
});
