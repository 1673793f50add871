import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { changeOverride } from '../../../client/src/overrides/projectFileText.ts';
import { readOverrides } from '../../support/readOverrides.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'overrides-'));
});
afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

it('the server follows a taxon that the editor wrote, as a number', async () => {
  const { text } = changeOverride('', { path: 'plain.csv', part: 'taxon', value: 10090 });
  await writeFile(join(folder, '.amprenta.json'), text);
  expect(await readOverrides(join(folder, 'plain.csv'), folder)).toEqual({ taxon: 10090 });
});

it.each(['plain.csv', 'run [2]/a (copy) {x}!.csv'])('the server follows what the editor wrote of %s', async (path) => {
  const { text } = changeOverride('', { path, part: 'omicsType', value: 'proteomics' });
  await writeFile(join(folder, '.amprenta.json'), text);
  await mkdir(dirname(join(folder, path)), { recursive: true });
  expect(await readOverrides(join(folder, path), folder)).toEqual({ omicsType: 'proteomics' });
  expect(await readOverrides(join(folder, 'other.csv'), folder)).toEqual({});
});

it.each(['sheets/a [1].csv', false] as const)(
  'the server follows the sample sheet that the editor wrote: %s',
  async (value) => {
    const { text } = changeOverride('', { path: 'plain.csv', part: 'sampleSheet', value });
    await writeFile(join(folder, '.amprenta.json'), text);
    expect(await readOverrides(join(folder, 'plain.csv'), folder)).toEqual({ sampleSheet: value });
  },
);
