import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fixToFixedPoint } from '../../server/src/fixes/fixToFixedPoint.ts';
import { validate } from '../../server/src/rules/validate.ts';
import { textSource } from '../../server/src/table/byteSource.ts';
import { fuzzOptions } from './runs.ts';

const textLength = 200_000;
/** Far above what it takes (a tenth of a second), far below what anything that grows with the square would take. */
const mostMsPerText = 5000;

const soundRows = 'gene,S1,S2\nA,1,2\nB,3,4\nC,5,6\n';

/** A short stretch of what means something in a table, to be repeated. */
const fragment = fc
  .array(
    fc.constantFrom(
      '"',
      '"',
      '""',
      ',',
      '\t',
      ';',
      '|',
      '\n',
      '\r\n',
      '\r',
      ' ',
      '\u00a0',
      'a',
      '1',
      '2.5',
      '1,5',
      'NA',
      '\u0000',
      '#',
      '<',
    ),
    {
      minLength: 1,
      maxLength: 8,
    },
  )
  .map((parts) => parts.join(''));

async function expectQuick(text: string): Promise<void> {
  const startedMs = performance.now();
  await validate(textSource('text', text));
  await fixToFixedPoint(textSource('text', text));
  expect(performance.now() - startedMs).toBeLessThan(mostMsPerText);
}

describe('the time that validation and fixes take', () => {
  it('grows with the length of the file, whatever is repeated in it', async () => {
    await fc.assert(
      fc.asyncProperty(fragment, fc.boolean(), async (repeated, underRows) => {
        const text = repeated.repeat(Math.ceil(textLength / repeated.length));
        await expectQuick(underRows ? soundRows + text : text);
      }),
      // Shrinking what takes long takes longer.
      {
        ...fuzzOptions,
        numRuns: Math.ceil(fuzzOptions.numRuns / 20),
        endOnFailure: true,
        interruptAfterTimeLimit: 240_000,
      },
    );
  });

  it.each([
    ['blanks inside a padded cell', ` a${' '.repeat(textLength)}b `],
    ['blanks behind a comparison', `<${' '.repeat(textLength)}a\u00a0`],
    ['wide blanks inside a cell', `\u00a0a${'\u00a0'.repeat(textLength)}b`],
    ['digits', '1'.repeat(textLength)],
    ['grouped digits', `1${',234'.repeat(textLength / 4)}`],
    ['doubled quotes in a quoted cell', `"${'""'.repeat(textLength / 2)}"`],
    ['line breaks in a quoted cell', `"${'\n'.repeat(textLength)}"`],
  ])('grows with the length of a cell: %s', async (_, cell) => {
    await expectQuick(`gene\tS1\tS2\nA\t1\t2\nB\t3\t4\nC\t${cell}\t5\n`);
    await expectQuick(`gene\tS1\tS2\nA\t1\t2\nB\t3\t4\n${cell}\t6\t5\n`);
  });
});
