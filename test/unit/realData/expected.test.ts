import { describe, expect, it } from 'vitest';
import { layouts } from '../../../server/src/profiles/layouts/index.ts';
import { readExpectations, readQuantityExpectations, realDataPresent } from './expectations.ts';
import { readFacts } from './facts.ts';

const known = new Set(layouts.map((layout) => layout.name));
const expectations = readExpectations().filter(({ cells }) => known.has(cells.profile ?? ''));
const quantities = readQuantityExpectations();
const compared = (column: string): boolean => !['file', 'allowedErrors', 'note'].includes(column);
/** A name in brackets says that the file gives none; `SML` is the section of mzTab-M that is read. */
const nameOf = (quantity: string): string | null => (quantity.startsWith('(') ? null : quantity.replace(/^SML /, ''));
/** Further sections of mzTab-M, and figures that the list itself says are no samples. */
const ofAnotherSection = (quantity: string): boolean => /^SMF |\(.*not samples\)$/.test(quantity);

describe.skipIf(!realDataPresent)('Real tables of the layouts there are (skipped where ../shared is absent)', () => {
  it.each(expectations)('$file is read as expected.tsv says in every column', async (expectation) => {
    const { cells: found, tally } = await readFacts(expectation);
    for (const [column, expected] of Object.entries(expectation.cells)) {
      if (!compared(column) || expectation.soft.has(column)) continue;
      expect(found[column], column).toBe(expected);
    }
    for (const expected of quantities.filter(({ file }) => file === expectation.file)) {
      if (ofAnotherSection(expected.quantity)) continue;
      const name = nameOf(expected.quantity);
      const told = tally.quantities.find(({ quantity }) => quantity.name === name);
      expect(told, `quantity ${expected.quantity}`).toMatchObject({
        samples: expected.samples,
        missing: expected.missing,
        zeros: expected.zeros,
      });
    }
  });
});
