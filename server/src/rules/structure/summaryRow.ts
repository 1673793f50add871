import { shown } from '../columnKinds.ts';
import type { Rule } from '../rule.ts';

/**
 * Rows that summarise others (`__no_feature`, `N_unmapped`, Total). Silent: tables without a row key, where nothing
 * names a row.
 */
export const summaryRow: Rule = {
  codes: ['summary-row'],
  start(context) {
    const [key] = context.profile.rowKey;
    if (key === undefined) return null;
    return {
      row(data) {
        if (!data.summary) return;
        context.atCell(data, key, {
          code: 'summary-row',
          message: `${shown(data.row.cell(key) ?? '')} summarises other rows: it stays in the file and out of the features.`,
        });
      },
    };
  },
};
