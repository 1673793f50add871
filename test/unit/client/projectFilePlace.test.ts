import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isIn, placeOfOverrides } from '../../../client/src/overrides/projectFilePlace.ts';
import { changeOverride } from '../../../client/src/overrides/projectFileText.ts';
import { readOverrides } from '../../support/readOverrides.ts';
import { temporaryFolder } from '../../support/temporaryFolder.ts';

const name = '.amprenta.json';
const never = async (): Promise<boolean> => false;

/** lab/study/run/t.csv, of which study is the workspace's folder, with a file of overrides in each of these folders. */
async function openLab(...folders: readonly ('.' | 'study' | 'study/run')[]) {
  const lab = await temporaryFolder();
  await mkdir(join(lab, 'study', 'run'), { recursive: true });
  for (const folder of folders) await writeFile(join(lab, folder, name), '{}');
  return { lab, study: join(lab, 'study'), table: join(lab, 'study', 'run', 't.csv') };
}

describe('what a person says of a table is kept', () => {
  it('in the nearest file there is, also above the workspace, where the server follows it', async () => {
    const { lab, study, table } = await openLab('.');
    const others = '{ "tables": { "study/**": { "omicsType": "proteomics" } } }';
    await writeFile(join(lab, name), others);
    const place = await placeOfOverrides(table, study);
    expect(place).toEqual({ path: join(lab, name), exists: true, hides: null });
    const path = relative(dirname(place.path), table);
    const { text } = changeOverride(others, { path, part: 'encoding', value: 'utf-8' });
    await writeFile(place.path, text);
    expect(await readOverrides(table, study)).toEqual({ omicsType: 'proteomics', encoding: 'utf-8' });
  });

  it('in the nearer one of two', async () => {
    const { study, table } = await openLab('.', 'study/run');
    expect(await placeOfOverrides(table, study)).toMatchObject({ path: join(dirname(table), name), exists: true });
  });

  it("in a new one in the workspace's folder where there is none, and beside a table of no workspace", async () => {
    const { study, table } = await openLab();
    expect(await placeOfOverrides(table, study)).toEqual({ path: join(study, name), exists: false, hides: null });
    expect(await placeOfOverrides(table, null)).toEqual({
      path: join(dirname(table), name),
      exists: false,
      hides: null,
    });
  });

  it('in a new one where that counts, if the nearest can not be changed, and tells what that hides', async () => {
    const above = await openLab('.');
    expect(await placeOfOverrides(above.table, above.study, never)).toEqual({
      path: join(above.study, name),
      exists: false,
      hides: join(above.lab, name),
    });
    const within = await openLab('study');
    expect(await placeOfOverrides(within.table, within.study, never)).toEqual({
      path: join(dirname(within.table), name),
      exists: false,
      hides: join(within.study, name),
    });
  });

  it('nowhere where the file beside the table can not be changed, and the error names it', async () => {
    const { study, table } = await openLab('study/run');
    await expect(placeOfOverrides(table, study, never)).rejects.toThrow(`${join(dirname(table), name)} could not be`);
  });
});

it.each([
  ['/ext/media/a.csv', '/ext', true],
  ['/ext', '/ext/', true],
  ['/extra/a.csv', '/ext', false],
  ['/ext/..a.csv', '/ext', true],
  ['/a.csv', '/ext', false],
  ['/a.csv', '/', true],
])('%s in %s: %s', (path, folder, isThere) => {
  expect(isIn(path, folder)).toBe(isThere);
});
