import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { withManifest } from '../../../scripts/makeManifest.ts';

it("has a package.json whose editor parts are the code's (npm run manifest)", async () => {
  const text = await readFile(new URL('../../../package.json', import.meta.url), 'utf8');
  expect(withManifest(text)).toBe(text);
});
