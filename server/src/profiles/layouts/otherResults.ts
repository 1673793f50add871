import { gridOf } from '../grid.ts';
import type { Layout } from '../layout.ts';
import { plainReading } from '../plainReading.ts';
import { plainTableOf } from '../plainTable.ts';

/** The results of a comparison by no known tool: p-values and fold changes, with or without the samples compared. */
export const otherResults: Layout = {
  name: 'other-results',
  recognize(head) {
    const table = plainTableOf(gridOf(head));
    if (table.shape !== 'results') return null;
    return plainReading(table, 0.6, `Results of a comparison: ${table.evidence}`);
  },
};
