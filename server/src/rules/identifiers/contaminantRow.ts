import type { Rule } from '../rule.ts';
import { markFinder } from './markedRow.ts';

/**
 * A row that its tool marks as a contaminant, by a column of its own or by a prefix of its id.
 * Silent: layouts that mark none; groups in which only some proteins have the prefix, but where the tool counts these too.
 */
export const contaminantRow: Rule = {
  codes: ['contaminant-row'],
  start(context) {
    const markOf = markFinder(context.profile, ['contaminant']);
    if (!markOf) return null;
    return {
      row(data) {
        const found = markOf(data.row);
        if (!found) return;
        const { cell, by } = found;
        context.atCell(data, cell, {
          code: 'contaminant-row',
          message: `This row is a contaminant, ${by}. Leave it out of what you compare.`,
        });
      },
    };
  },
};
