import type { Profile } from '../../profiles/profile.ts';
import type { Rule } from '../rule.ts';

/**
 * Nothing is measured. Silent: sample sheets; results tables, whose statistics count as measured; an empty table, which
 * is told as such.
 */
export const noSampleColumn: Rule = {
  codes: ['no-sample-column'],
  start(context) {
    if (measures(context.profile)) return null;
    return {
      end(dataRows) {
        if (dataRows === 0) return;
        context.atFile({
          code: 'no-sample-column',
          message: 'No column holds measured values. Give the table with its sample columns, or check the delimiter.',
        });
      },
    };
  },
};

function measures({ shape, columns }: Profile): boolean {
  if (shape === 'sample-sheet') return true;
  return columns.some(({ role }) => role === 'value' || (shape === 'results' && role === 'statistic'));
}
