import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { parse } from 'jsonc-parser';
import { describe, expect, it } from 'vitest';
import { turnOffIn } from '../../../client/src/overrides/turnOffText.ts';
import { readTableSettings } from '../../../server/src/config/tableSettings.ts';
import type { TurnOffScope } from '../../../shared/src/protocol/turnOff.ts';
import { temporaryFolder } from '../../support/temporaryFolder.ts';

const turnOff = (text: string, path: string, scope: TurnOffScope): string =>
  turnOffIn(text, { path, code: 'bom', scope });
const readFrom = (text: string): unknown => parse(text, [], { allowTrailingComma: true });

/** The level of the code in tables of a folder whose file says this. */
async function levelsIn(text: string, ...tables: readonly string[]): Promise<unknown[]> {
  const folder = await temporaryFolder();
  await writeFile(join(folder, '.amprenta.json'), text);
  return Promise.all(
    tables.map(async (table) => {
      await mkdir(dirname(join(folder, table)), { recursive: true });
      return (await readTableSettings(join(folder, table), folder)).levels.bom;
    }),
  );
}

describe('turning a code off for one file', () => {
  it('makes a whole file where there was none', () => {
    expect(turnOff('', 'raw/a.csv', 'file')).toBe(
      '{\n  "tables": {\n    "raw/a.csv": {\n      "rules": {\n        "bom": "off"\n      }\n    }\n  }\n}\n',
    );
  });

  it.each(['a.csv', 'run [2]/a (copy) {x}!.csv'])(
    'is off for %s as the server reads it, and for no other',
    async (path) => {
      const text = turnOff('', path, 'file');
      expect(await levelsIn(text, path, 'other.csv', `${path}.csv`)).toEqual(['off', undefined, undefined]);
    },
  );

  it('keeps comments, indentation, and what else is said of the file', () => {
    const before =
      '{\n\t// ours\n\t"tables": {\n\t\t"a.csv": { "taxon": 9606, /* mice? */ "rules": { "outer-space": "error" } }, // no\n\t},\n}\n';
    const text = turnOff(before, 'a.csv', 'file');
    for (const comment of ['\t// ours\n', '/* mice? */', '// no']) expect(text).toContain(comment);
    expect(readFrom(text)).toEqual({
      tables: { 'a.csv': { taxon: 9606, rules: { 'outer-space': 'error', bom: 'off' } } },
    });
  });

  it('wins over a glob behind the file, whose entry moves to the end as it is written', async () => {
    const before =
      '{\n  "tables": {\n    // the first\n    "a.csv": { "taxon": 9606 /* human */ }, // why\n    "*.csv": { "rules": { "bom": "error" } } // all\n  }\n}\n';
    const text = turnOff(before, 'a.csv', 'file');
    for (const comment of ['// the first', '/* human */', '// why', '// all']) expect(text).toContain(comment);
    expect(readFrom(text)).toEqual({
      tables: { '*.csv': { rules: { bom: 'error' } }, 'a.csv': { taxon: 9606, rules: { bom: 'off' } } },
    });
    expect(await levelsIn(text, 'a.csv', 'b.csv')).toEqual(['off', 'error']);
  });

  it('replaces the severity that was given before', () => {
    expect(readFrom(turnOff('{"tables": {"a.csv": {"rules": {"bom": "error"}}}}', 'a.csv', 'file'))).toEqual({
      tables: { 'a.csv': { rules: { bom: 'off' } } },
    });
  });
});

describe("turning a code off in a folder's tables", () => {
  it('is said of the whole file that lies in the folder', async () => {
    const text = turnOff('// ours\n{ "maximumShown": 9 }', 'a.csv', 'folder');
    expect(text).toContain('// ours');
    expect(readFrom(text)).toEqual({ maximumShown: 9, rules: { bom: 'off' } });
    expect(await levelsIn(text, 'a.csv', 'deep/b.csv')).toEqual(['off', 'off']);
  });

  it('holds for that folder and those in it, and for none beside it', async () => {
    const text = turnOff('', 'raw (1)/a.csv', 'folder');
    expect(await levelsIn(text, 'raw (1)/a.csv', 'raw (1)/deep/b.tsv', 'raw 1/c.csv', 'd.csv')).toEqual([
      'off',
      'off',
      undefined,
      undefined,
    ]);
  });

  it.each(['raw/**', 'raw/*.csv', '**'])(
    'wins over %s, which says otherwise, and leaves all else it says',
    async (glob) => {
      const entries = { 'raw/**': { taxon: 10090 }, 'x.csv': { taxon: 1 } };
      const said = { ...entries, [glob]: { taxon: 9606, rules: { bom: 'error', 'outer-space': 'error' } } };
      const tables = parse(turnOff(JSON.stringify({ tables: said }), 'raw/a.csv', 'folder')).tables;
      expect(await levelsIn(JSON.stringify({ tables }), 'raw/a.csv', 'raw/b.csv', 'raw/deep/c.tsv')).toEqual([
        'off',
        'off',
        'off',
      ]);
      const ofOthers = { taxon: 9606, rules: { bom: glob === 'raw/**' ? 'off' : 'error', 'outer-space': 'error' } };
      expect(tables).toMatchObject({ ...entries, [glob]: ofOthers });
      expect(Object.keys(tables).slice(0, Object.keys(said).length)).toEqual(Object.keys(said));
    },
  );

  it('wins in the folder of the file too, where an entry says otherwise', async () => {
    const text = turnOff('{ "tables": { "*.csv": { "rules": { "bom": "error" } } } }', 'a.csv', 'folder');
    expect(await levelsIn(text, 'a.csv', 'b.csv', 'deep/c.csv')).toEqual(['off', 'off', 'off']);
  });

  it('wins however often an entry behind it says otherwise', async () => {
    let text = '';
    for (const glob of ['raw/*.csv', 'raw/a.*', '**/a.csv', '**/*.csv']) {
      const tables = { ...(text === '' ? {} : parse(text).tables), [glob]: { rules: { bom: 'error' } } };
      text = turnOff(JSON.stringify({ tables }), 'raw/a.csv', 'folder');
      expect([glob, ...(await levelsIn(text, 'raw/a.csv'))]).toEqual([glob, 'off']);
    }
  });
});

it('changes nothing in what is no JSON, and names its line', () => {
  expect(() => turnOff('{\n  "tables": {\n', 'a.csv', 'file')).toThrow(/line 3/);
});
