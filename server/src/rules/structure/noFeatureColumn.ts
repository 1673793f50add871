import type { Profile } from '../../profiles/profile.ts';
import type { Rule } from '../rule.ts';

/**
 * Nothing names or identifies what was measured. Silent: sample sheets; an empty table, which is told as such; tables
 * in which nothing is measured and samples are rows, because their header could name the features.
 */
export const noFeatureColumn: Rule = {
  codes: ['no-feature-column'],
  start(context) {
    if (namesFeatures(context.profile)) return null;
    return {
      end(dataRows) {
        if (dataRows === 0) return;
        context.atFile({
          code: 'no-feature-column',
          message:
            'No column names or identifies the features (genes, proteins, metabolites, lipids). Add a column with their names or ids.',
        });
      },
    };
  },
};

function namesFeatures({ shape, rowKey, moleculeKey, columns }: Profile): boolean {
  if (shape === 'sample-sheet') return true;
  if (shape === 'long') return moleculeKey.length > 0 || rowKey.length > 0;
  if (shape !== 'samples-in-rows') return rowKey.length > 0;
  const measured = columns.filter((column) => column.role === 'value');
  return measured.length === 0 || measured.some((column) => (column.feature ?? column.name).trim() !== '');
}
