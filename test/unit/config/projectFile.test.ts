import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { parseProjectFile } from '../../../server/src/config/projectFile.ts';
import { AmprentaError } from '../../../shared/src/errors.ts';
import { readOverrides } from '../../support/readOverrides.ts';

async function folderWith(files: Readonly<Record<string, string>>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'amprenta-unit-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  await mkdir(join(folder, 'data', 'deep'), { recursive: true });
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  return folder;
}

function messageOf(text: string): string {
  try {
    parseProjectFile('lab/.amprenta.json', text);
  } catch (thrown) {
    if (thrown instanceof AmprentaError && thrown.kind === 'invalidInput') return thrown.message;
    throw thrown;
  }
  throw new Error('It was taken.');
}

describe('a .amprenta.json', () => {
  it('says what holds for a table by path or glob, later entries over earlier ones, part by part', async () => {
    const folder = await folderWith({
      '.amprenta.json': `{
        // comments are allowed
        "tables": {
          "**/*.csv": { "omicsType": "lipidomics", "delimiter": ";" },
          "data/deep/*.csv": { "delimiter": "," },
          "data/a [1].tsv": { "encoding": "windows-1252" },
        }
      }`,
    });
    const overridesOf = (name: string) => readOverrides(join(folder, name), folder);
    expect(await overridesOf('data/deep/x.csv')).toEqual({ omicsType: 'lipidomics', delimiter: ',' });
    expect(await overridesOf('data/x.csv')).toEqual({ omicsType: 'lipidomics', delimiter: ';' });
    expect(await overridesOf('data/a [1].tsv')).toEqual({ encoding: 'windows-1252' });
    expect(await overridesOf('x.tsv')).toEqual({});
  });

  it('that is nearer to the table wins, and that of the working folder holds for tables elsewhere', async () => {
    const folder = await folderWith({
      '.amprenta.json': '{"tables": {"**": {"omicsType": "proteomics"}}}',
      'data/.amprenta.json': '{"tables": {"*.csv": {"omicsType": "lipidomics"}}}',
    });
    expect(await readOverrides(join(folder, 'data/x.csv'), folder)).toEqual({ omicsType: 'lipidomics' });
    expect(await readOverrides(join(folder, 'x.csv'), folder)).toEqual({ omicsType: 'proteomics' });
    const elsewhere = await folderWith({});
    expect(await readOverrides(join(elsewhere, 'x.csv'), folder)).toEqual({});
  });

  it('is read again when it changed, and counts for nothing when it is empty', async () => {
    const folder = await folderWith({ '.amprenta.json': '{"tables": {"*": {"omicsType": "proteomics"}}}' });
    const table = join(folder, 'x.csv');
    expect(await readOverrides(table, folder)).toEqual({ omicsType: 'proteomics' });
    await writeFile(join(folder, '.amprenta.json'), '');
    expect(await readOverrides(table, folder)).toEqual({});
  });

  it('may say a cell to be missing or a value, never both in one entry; later entries win', async () => {
    const table = (entry: string) => `{ "tables": {\n "a.csv": ${entry} } }`;
    expect(messageOf(table('{ "missingTokens": ["-999", "0.0"],\n "valueTokens": ["0"] }'))).toMatch(
      /line 3: tables → a\.csv → valueTokens → 0: "0" stands in missingTokens too, and can't be both\./,
    );
    expect(messageOf(table('{ "valueTokens": ["lost"] }'))).toContain('"lost" can\'t be said to be a value');
    const folder = await folderWith({
      '.amprenta.json': `{ "tables": {
        "*.csv": { "missingTokens": ["0", "-999"], "valueTokens": ["NA"] },
        "a.csv": { "valueTokens": ["0"] },
        "b.csv": { "missingTokens": ["NA"] },
      } }`,
    });
    expect(await readOverrides(join(folder, 'a.csv'), folder)).toEqual({ missingTokens: ['-999'], valueTokens: ['0'] });
    expect(await readOverrides(join(folder, 'b.csv'), folder)).toEqual({ missingTokens: ['NA'] });
  });

  it('names a sample sheet from its own folder, which a table has from its own, and a sheet has none of itself', async () => {
    const folder = await folderWith({
      '.amprenta.json': `{"tables": {
        "data/**": { "sampleSheet": "data/samples.csv", "omicsType": "lipidomics" },
        "data/none.csv": { "sampleSheet": false },
      }}`,
    });
    const overridesOf = (name: string) => readOverrides(join(folder, name), folder);
    const omicsType = 'lipidomics';
    expect(await overridesOf('data/x.csv')).toEqual({ omicsType, sampleSheet: 'samples.csv' });
    expect(await overridesOf('data/deep/x.csv')).toEqual({ omicsType, sampleSheet: '../samples.csv' });
    expect(await overridesOf('data/none.csv')).toEqual({ omicsType, sampleSheet: false });
    expect(await overridesOf('data/samples.csv')).toEqual({ omicsType });
  });

  it('that is broken is an error that names file and line', () => {
    expect(messageOf('{\n  "tables": {\n    "*": {"layout" "x"}\n  }\n}')).toMatch(/^lab\/\.amprenta\.json, line 3: /);
    expect(messageOf('{\n "tables": {\n  "*": {\n   "omicType": "lipidomics"\n}}}')).toMatch(/line 4: .*omicType/);
    expect(messageOf('{\n "tables": {\n  "*": {\n   "omicsType": "genes"\n}}}')).toMatch(/line 4: .*lipidomics/);
    expect(messageOf('{\n "tables": {\n  "*": {\n   "sampleSheet": true\n}}}')).toMatch(/line 4: .*sampleSheet/);
  });
});
