import { expect, it } from 'vitest';
import { readTokens, writeTokens } from '../../../client/src/overrides/tokenList.ts';

it('takes texts apart at commas, without blanks around them, each once', () => {
  expect(readTokens(' -999, 9999,not measured ,, -999')).toEqual(['-999', '9999', 'not measured']);
  expect(readTokens(' , ')).toEqual([]);
});

it('reads what it wrote, texts with a comma or a quote included', () => {
  const tokens = ['-99,9', '0', 'say "none"', '"', 'a, b', "'-"];
  expect(readTokens(writeTokens(tokens))).toEqual(tokens);
});
