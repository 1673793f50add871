import { groupMembers } from '../../identifiers/proteinIds.ts';
import type { Rule } from '../rule.ts';
import { shownList } from '../shownList.ts';
import { proteinColumn } from './proteinColumn.ts';
import { rewriteCell } from './replaceName.ts';

/**
 * A group of proteins that names a member more than once; an isoform is another member than its protein.
 * Silent: tables that proteins do not identify.
 */
export const proteinGroupRepeats: Rule = {
  codes: ['protein-group-repeats'],
  start(context) {
    const column = proteinColumn(context.profile);
    if (!column) return null;
    const { cell, separator } = column;
    return {
      row(data) {
        const text = data.row.cell(cell);
        if (!text?.includes(separator) || data.summary) return;
        const members = groupMembers(text, separator);
        const distinct = new Set(members);
        if (distinct.size === members.length) return;
        const repeated = [...distinct].filter((member) => members.indexOf(member) !== members.lastIndexOf(member));
        if (repeated.every((member) => member === '')) return;
        context.atCell(data, cell, {
          code: 'protein-group-repeats',
          message: `The group names ${shownList(repeated.filter((member) => member !== ''))} more than once.`,
          fixes: [
            rewriteCell(context, context.placeOf(data.row, cell, data.index), [...distinct].join(separator), {
              title: 'Name each member once',
              safe: true,
            }),
          ],
        });
      },
    };
  },
};
