import { expect, it } from 'vitest';
import { diagnostics } from '../../../shared/src/diagnostics.ts';
import { nearestWord } from '../../../shared/src/nearestWord.ts';

const codes = Object.keys(diagnostics);

it.each([
  ['outerspace', 'outer-space'],
  ['not-a-nubmer', 'not-a-number'],
  ['duplicate-sampel', 'duplicate-sample'],
  ['BOM', 'bom'],
  ['', null],
  ['something-else-altogether', null],
])('a misspelled code, %s, means the code that the fewest letters lead to: %s', (written, nearest) => {
  expect(nearestWord(written, codes)).toBe(nearest);
});
