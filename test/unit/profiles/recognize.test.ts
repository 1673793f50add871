import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Profile } from '../../../server/src/profiles/profile.ts';
import { recognize } from '../../../server/src/profiles/recognize.ts';
import { textSource } from '../../../server/src/table/byteSource.ts';
import { headOfText } from '../../../server/src/table/head.ts';
import { readDataRows } from '../../../server/src/values/dataRows.ts';
import { startTally } from '../../../server/src/values/tally.ts';
import { readExamples } from './variants.ts';

const seed = 20_240_611;
const encoding = { encoding: 'utf-8', bomBytes: 0, undecodable: false } as const;
const examples = readExamples();

/** A table of some tool in which pieces were cut out, doubled or written over. */
const mutated = fc
  .record({
    example: fc.constantFrom(...examples),
    changes: fc.array(
      fc.record({
        at: fc.double({ min: 0, max: 1, noNaN: true }),
        length: fc.nat(60),
        text: fc.oneof(
          fc.constantFrom('', '\t', ',', ';', '\n', '"', '\r\n', 'NA', '0', '-', '#', 'Intensity'),
          fc.string({ maxLength: 8 }),
        ),
      }),
      { minLength: 1, maxLength: 8 },
    ),
  })
  .map(({ example, changes }) =>
    changes.reduce((text, { at, length, text: put }) => {
      const start = Math.floor(at * text.length);
      return text.slice(0, start) + put + text.slice(start + length);
    }, example.text),
  );

function recognizeHead(text: string): Profile {
  return recognize(headOfText('table.txt', text, encoding, true));
}

/** What must hold of every profile, whatever it was told from. */
function expectSound(profile: Profile): void {
  const primary = profile.quantities.filter((quantity) => quantity.primary);
  expect(primary).toHaveLength(profile.quantities.length === 0 ? 0 : 1);
  profile.columns.forEach((column, at) => {
    expect(column.index).toBe(at);
    if (column.role !== 'value') return;
    expect(profile.quantities[column.quantity ?? -1]).toBeDefined();
    if (profile.shape === 'samples-in-rows') expect(column.feature).toBeDefined();
    else if (profile.shape !== 'long') expect(profile.samples[column.sample ?? -1]).toBeDefined();
  });
  for (const index of [...profile.rowKey, ...profile.moleculeKey]) expect(profile.columns[index]).toBeDefined();
  if (profile.identity !== null && profile.identity.column >= 0)
    expect(profile.columns[profile.identity.column]).toBeDefined();
  expect(profile.dataLine).toBeGreaterThan(profile.headerLine);
}

describe('Recognising', () => {
  it('never throws and always gives a sound profile, however a table was damaged', () => {
    fc.assert(
      fc.property(mutated, (text) => {
        expectSound(recognizeHead(text));
      }),
      { seed, numRuns: 400 },
    );
  });

  it('answers any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        expectSound(recognizeHead(text));
      }),
      { seed, numRuns: 300 },
    );
  });

  it('can be read on by the profile it gives: no more samples than columns or rows, no more missing cells than cells', async () => {
    await fc.assert(
      fc.asyncProperty(mutated, async (text) => {
        const profile = recognizeHead(text);
        const tally = startTally(profile);
        await readDataRows(textSource('table.txt', text), profile, tally);
        const { rows, features, samples, quantities } = tally.end();
        expect(features).toBeLessThanOrEqual(Math.max(rows, profile.columns.length));
        expect(samples.length).toBeLessThanOrEqual(Math.max(rows, profile.columns.length));
        const cells = rows * profile.columns.length;
        for (const { missing, zeros } of quantities) expect(Math.max(missing, zeros)).toBeLessThanOrEqual(cells);
      }),
      { seed, numRuns: 100 },
    );
  });

  it('looks at no more of a wide head than it needs', () => {
    const columns = 1000;
    const header = ['Gene', ...Array.from({ length: columns }, (_, at) => `S${at}`)].join('\t');
    const row = (at: number): string =>
      [`GENE${at}X`, ...Array.from({ length: columns }, (_, cell) => ((cell * 7 + at) % 997) / 8)].join('\t');
    const text = `${[header, ...Array.from({ length: 480 }, (_, at) => row(at))].join('\n')}\n`;
    const head = headOfText('table.txt', text, encoding, false);
    const began = performance.now();
    expect(recognize(head).layout).toBe('gene-matrix');
    // The aim is 100 ms on an idle machine; ten times that is a fault on any.
    expect(performance.now() - began).toBeLessThan(1000);
  });
});
