import { expect, it } from 'vitest';
import { groupFlags } from '../../../server/src/store/valueFlags.ts';

it('keeps the limit of each flagged cell where plates with other limits measured the same number', () => {
  const flags = [1.5, 1.5, 2].map((limit, column) => ({ column, flag: 'belowLod' as const, text: '1.25', limit }));
  expect(groupFlags(flags)).toEqual([
    { flag: 'belowLod', text: '1.25', limit: 1.5, columns: [0, 1] },
    { flag: 'belowLod', text: '1.25', limit: 2, columns: [2] },
  ]);
});
