import { describe, expect, it } from 'vitest';
import { textTable } from '../../../server/src/cli/textTable.ts';

describe('a text table', () => {
  it('aligns texts left and numbers right, with nothing at the end of a line', () => {
    const lines = textTable(
      [{ title: 'NAME' }, { title: 'ROWS', align: 'right' }, { title: 'NOTE' }],
      [
        ['a', '12,345', 'x'],
        ['longer', '7', ''],
      ],
    );
    expect(lines).toEqual(['NAME      ROWS  NOTE', 'a       12,345  x', 'longer       7']);
  });
});
