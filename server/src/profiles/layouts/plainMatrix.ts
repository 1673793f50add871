import { gridOf } from '../grid.ts';
import type { Layout } from '../layout.ts';
import { plainReading } from '../plainReading.ts';
import { plainTableOf } from '../plainTable.ts';

/** A table of no known tool, whatever identifies its rows; it answers for every head that no other layout takes. */
export const plainMatrix: Layout = {
  name: 'plain-matrix',
  recognize(head) {
    const table = plainTableOf(gridOf(head));
    const confidence = table.shape === 'unknown' ? 0.1 : 0.4;
    return plainReading(table, confidence, `No tool's columns are in it; ${table.evidence}`);
  },
};
