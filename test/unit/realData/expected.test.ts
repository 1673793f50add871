import { describe, expect, it } from 'vitest';
import { layouts } from '../../../server/src/profiles/layouts/index.ts';
import type { Tally } from '../../../server/src/values/tally.ts';
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

/** The channels of isobaric labels, which the list counts as samples, are quantities of their own in a table of runs. */
function allChannels({ quantities: told }: Tally, name: string | null): object | undefined {
  const channels = told.filter(({ quantity }) => /^\d+$/.test(quantity.name?.replace(`${name} `, '') ?? ''));
  if (channels.length === 0) return undefined;
  const sum = (count: 'missing' | 'zeros'): number => channels.reduce((total, channel) => total + channel[count], 0);
  return { samples: channels.length, missing: sum('missing'), zeros: sum('zeros') };
}

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
      const told = tally.quantities.find(({ quantity }) => quantity.name === name) ?? allChannels(tally, name);
      expect(told, `quantity ${expected.quantity}`).toMatchObject({
        samples: expected.samples,
        missing: expected.missing,
        zeros: expected.zeros,
      });
    }
  });
});
