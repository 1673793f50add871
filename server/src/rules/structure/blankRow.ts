import type { Rule } from '../rule.ts';

/** A line without content between rows. Silent: behind the last row, and above the first one. */
export const blankRow: Rule = {
  codes: ['blank-row'],
  start(context) {
    return {
      blank(row) {
        context.atRecord(row, -1, {
          code: 'blank-row',
          message: 'The line has no content and is not counted as a row. Remove it.',
          fixes: [
            { title: 'Remove the blank line', safe: true, edits: [{ start: row.start, end: row.next, newText: '' }] },
          ],
        });
      },
    };
  },
};
