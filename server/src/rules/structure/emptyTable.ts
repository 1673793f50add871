import type { Rule } from '../rule.ts';

/** A file without a header or without a data row. Silent: a layout that has no header by itself. */
export const emptyTable: Rule = {
  codes: ['empty-table'],
  start(context) {
    return {
      end(dataRows) {
        if (dataRows > 0) return;
        const message = context.header
          ? 'The table has a header and no data row. Export it again with its rows.'
          : 'The file holds no table. Export it again with its header and rows.';
        context.atFile({ code: 'empty-table', message });
      },
    };
  },
};
