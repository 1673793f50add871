import { readdir, readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import {
  describedCodes,
  diagnosticPagesFolder,
  pageSections,
  withGeneratedPage,
} from '../../../scripts/diagnosticPages.ts';

it('has a page for every diagnostic code, and no other', async () => {
  const names = await readdir(diagnosticPagesFolder);
  expect(names.sort()).toEqual(describedCodes.map(([code]) => `${code}.md`).sort());
});

describe.each(describedCodes)('the page of %s', (code, entry, about) => {
  const read = (): Promise<string> => readFile(new URL(`${code}.md`, diagnosticPagesFolder), 'utf8');

  it("says what the code's table says (npm run docs)", async () => {
    const page = await read();
    expect(withGeneratedPage(code, entry, about, page)).toBe(page);
  });

  it('says what it means, why it matters, with an example, and how to fix it', async () => {
    const page = await read();
    for (const title of pageSections) {
      const body = new RegExp(`\\n## ${title}\\n([\\s\\S]*?)\\n## `).exec(page)?.[1]?.trim() ?? '';
      expect(`${title}: ${body.length > 40 ? 'told' : body}`).toBe(`${title}: told`);
    }
    expect(page).toMatch(/\n## Example\n[\s\S]*?\n {4}\S|\n## Example\n[\s\S]*?\n```/);
  });
});
