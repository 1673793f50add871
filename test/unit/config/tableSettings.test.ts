import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readTableSettings, type TableSettings } from '../../../server/src/config/tableSettings.ts';
import { temporaryFolder } from '../../support/temporaryFolder.ts';

/** What holds for a table in a folder with these files of a person's. */
async function settingsOf(table: string, files: Readonly<Record<string, unknown>>): Promise<TableSettings> {
  const folder = await temporaryFolder();
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), typeof content === 'string' ? content : JSON.stringify(content));
  }
  return readTableSettings(join(folder, table), folder);
}

const rules = { bom: 'off', 'outer-space': 'error' };

describe('what a person says of codes', () => {
  it('holds for all tables of the file, and by entries that match, code by code, of which later ones win', async () => {
    const file = {
      tables: {
        'raw/*.csv': { rules: { 'outer-space': 'information', 'missing-token': 'off' } },
        'raw/a.csv': { rules: { 'missing-token': 'error' } },
      },
      rules,
    };
    const levelsOf = async (table: string) => (await settingsOf(table, { '.amprenta.json': file })).levels;
    expect(await levelsOf('b.csv')).toEqual(rules);
    expect(await levelsOf('raw/b.csv')).toEqual({ bom: 'off', 'outer-space': 'information', 'missing-token': 'off' });
    expect(await levelsOf('raw/a.csv')).toEqual({ bom: 'off', 'outer-space': 'information', 'missing-token': 'error' });
  });

  it('is no part of how the table is read, which is stored with it', async () => {
    const file = { rules, maximumShown: 5, tables: { '*.csv': { rules, taxon: 9606 } } };
    expect((await settingsOf('a.csv', { '.amprenta.json': file })).overrides).toEqual({ taxon: 9606 });
  });

  it('is what the nearest file says alone', async () => {
    const files = { '.amprenta.json': { rules, maximumShown: 5 }, 'raw/.amprenta.json': { rules: { bom: 'warning' } } };
    expect(await settingsOf('raw/a.csv', files)).toEqual({
      overrides: {},
      levels: { bom: 'warning' },
      maximumShown: 200,
    });
  });
});

it('two hundred findings of a code are shown unless a person says otherwise', async () => {
  expect((await settingsOf('a.csv', {})).maximumShown).toBe(200);
  expect((await settingsOf('a.csv', { '.amprenta.json': { maximumShown: 1 } })).maximumShown).toBe(1);
});

describe('a .amprenta.json with a mistake in what it says of codes', () => {
  const failure = async (text: string): Promise<string> => {
    const settings = settingsOf('a.csv', { '.amprenta.json': text });
    return settings.then(
      () => 'It was taken.',
      (thrown: Error) => thrown.message,
    );
  };

  it('is told the code that is meant, in its line, though the word stands in other places too', async () => {
    const message = await failure(
      '{\n "tables": { "outer-spcae": { "rules": { "bom": "off" } } },\n "rules": {\n  "outer-spcae": "off"\n }\n}',
    );
    expect(message).toMatch(
      /\.amprenta\.json, line 4: rules → outer-spcae: "outer-spcae" is no diagnostic code\. Did you mean "outer-space"\? The/,
    );
    const inEntry = await failure('{\n "rules": {},\n "tables": {\n  "*": {\n   "rules": { "xyz": "off" }\n} } }');
    expect(inEntry).toMatch(
      /line 5: tables → \* → rules → xyz: "xyz" is no diagnostic code\. The README lists them all\./,
    );
  });

  it('is told the levels there are, and that no less than one finding is shown', async () => {
    const level = '{\n "tables": { "*": { "rules": { "bom": "off" } } },\n "rules": {\n  "bom": "loud" } }';
    expect(await failure(level)).toMatch(/line 4: rules → bom: .*"error"\|"warning"\|"information"\|"off"/);
    for (const shown of ['0', '1.5', '"all"'])
      expect(await failure(`{"maximumShown": ${shown}}`)).toContain('maximumShown: ');
  });
});
