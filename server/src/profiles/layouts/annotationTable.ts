import { gridOf } from '../grid.ts';
import type { Layout } from '../layout.ts';
import { plainReading } from '../plainReading.ts';
import { plainTableOf } from '../plainTable.ts';

/** Ids, names, masses, formulas: properties of features, nothing measured. */
export const annotationTable: Layout = {
  name: 'annotation-table',
  recognize(head) {
    const table = plainTableOf(gridOf(head));
    if (table.shape !== 'annotation') return null;
    return plainReading(table, 0.5, `A table of annotations: ${table.evidence}`);
  },
};
