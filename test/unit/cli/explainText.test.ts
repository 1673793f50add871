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
