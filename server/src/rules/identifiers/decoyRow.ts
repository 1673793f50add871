import type { Rule } from '../rule.ts';
import { markFinder } from './markedRow.ts';

/**
 * A row that its tool marks as a decoy, by a column of its own or by a prefix of its id, or as identified only by a
 * modification site; of a row that is both, only the decoy is told.
 * Silent: layouts that mark none; groups in which not all proteins have the prefix.
 */
export const decoyRow: Rule = {
  codes: ['decoy-row'],
  start(context) {
    const markOf = markFinder(context.profile, ['decoy', 'only-by-site']);
    if (!markOf) return null;
    return {
      row(data) {
        const found = markOf(data.row);
        if (!found) return;
        const { cell, mark, by } = found;
        const what = mark === 'decoy' ? 'a decoy' : 'identified only by a modification site';
        context.atCell(data, cell, {
          code: 'decoy-row',
          message: `This row is ${what}, ${by}. Leave it out of what you compare.`,
        });
      },
    };
  },
};
