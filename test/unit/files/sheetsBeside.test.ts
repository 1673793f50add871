import { writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openFileSource } from '../../../server/src/files/fileSource.ts';
import { startSheetSearch } from '../../../server/src/files/sheetsBeside.ts';
import { temporaryFolder } from '../../support/temporaryFolder.ts';

const study =
  'Source Name\tCharacteristics[Organism]\tSample Name\tFactor Value[Diet]\na\tHomo sapiens\tS1\tHF\nb\tHomo sapiens\tS2\tLF\n';
const assay = 'Sample Name\tProtocol REF\tRaw Spectral Data File\nS1\tMS\tS1.raw\nS2\tMS\tS2.raw\n';

/** The names of the sheets that are found beside a table in a folder of these files. */
async function sheetsBeside(files: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const folder = await temporaryFolder();
  const table = join(folder, 'table.tsv');
  writeFileSync(table, 'compound\tS1\tS2\nAlanine\t1.5\t2.5\n');
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  const { sheets } = await startSheetSearch()(await openFileSource(table));
  return sheets.map(({ name }) => basename(name));
}

describe('Of a study in ISA-Tab beside a table', () => {
  it('the study file is the only sheet, and its assays are none', async () => {
    expect(await sheetsBeside({ 's_MTBLS1.txt': study, 'a_ms.txt': assay, 'a_nmr.txt': assay })).toEqual([
      's_MTBLS1.txt',
    ]);
  });

  it('the assay is a sheet where the study file is not there', async () => {
    expect(await sheetsBeside({ 'a_ms.txt': assay })).toEqual(['a_ms.txt']);
  });

  it('sheets of other names stay sheets', async () => {
    expect(await sheetsBeside({ 's_MTBLS1.txt': study, 'groups.txt': 'sample\tgroup\nS1\ta\nS2\tb\n' })).toEqual([
      'groups.txt',
      's_MTBLS1.txt',
    ]);
  });
});
