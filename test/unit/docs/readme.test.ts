import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { withGeneratedParts } from '../../../scripts/writeDocs.ts';

it("has a README whose tables are the code's (npm run docs)", async () => {
  const text = await readFile(new URL('../../../README.md', import.meta.url), 'utf8');
  expect(withGeneratedParts(text)).toBe(text);
});
