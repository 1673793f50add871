import { gridOf } from '../grid.ts';
import type { Layout } from '../layout.ts';
import { plainReading } from '../plainReading.ts';
import { plainTableOf } from '../plainTable.ts';

/** A row a sample and nothing measured: what was done with the samples and where they come from. */
export const sampleSheet: Layout = {
  name: 'sample-sheet',
  recognize(head) {
    const table = plainTableOf(gridOf(head));
    if (table.shape !== 'sample-sheet') return null;
    return plainReading(table, 0.6, `A sample sheet: ${table.evidence}`);
  },
};
