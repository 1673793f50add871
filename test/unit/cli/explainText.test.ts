import { expect, it } from 'vitest';
import { explainText } from '../../../server/src/cli/explainText.ts';
import { makeStyle } from '../../../server/src/cli/style.ts';
import { readProfile } from '../../../server/src/profiles/readProfile.ts';
import { textSource } from '../../../server/src/table/byteSource.ts';

it('says which words stand for a missing value because a person said so', async () => {
  const source = textSource('t.csv', 'lipid,S1,S2\nPC 34:1,1.5,-999\nPE 36:2,2.5,x\nTG 52:3,3.5,4.5\n');
  const said = await readProfile(source, { overrides: { missingTokens: ['-999', 'x'] } });
  expect(explainText(said, [], makeStyle(false))).toMatch(/missing +"-999", "x", as you said\n/);
  expect(explainText(await readProfile(source), [], makeStyle(false))).not.toContain('missing');
});

it('names the organism only where the table does not tell it, as the report above names one that is told', async () => {
  const rows = (suffix: string) =>
    ['ALBU', 'TRFE', 'APOA1', 'HPT', 'CO3'].map((name) => `${name}${suffix},1.5,2.5\n`).join('');
  const human = await readProfile(textSource('t.csv', `Entry Name,S1,S2\n${rows('_HUMAN')}`));
  expect(human.organism?.taxon).toBe(9606);
  expect(explainText(human, [], makeStyle(false))).not.toContain('organism');
  const untold = await readProfile(textSource('t.csv', `Entry Name,S1,S2\n${rows('')}`));
  expect(explainText(untold, [], makeStyle(false))).toContain('nothing tells it; say it by "taxon"');
});
