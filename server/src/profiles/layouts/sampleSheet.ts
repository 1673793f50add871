import { gridOf } from '../grid.ts';
import type { Layout } from '../layout.ts';
import { plainReading } from '../plainReading.ts';
import { type PlainTable, plainTableOf } from '../plainTable.ts';
import type { ColumnRole } from '../profile.ts';

/** A row a sample and nothing measured: what was done with the samples and where they come from. */
export const sampleSheet: Layout = {
  name: 'sample-sheet',
  recognize(head) {
    const table = plainTableOf(gridOf(head));
    if (table.shape === 'sample-sheet') return plainReading(table, 0.6, `A sample sheet: ${table.evidence}`);
    const lanes = laneSheet(table);
    return lanes && plainReading(lanes, 0.8, `A sample sheet: ${lanes.evidence}`);
  },
};

/**
 * A sheet of an nf-core pipeline, which has a row a lane, so that its samples may repeat and its files identify the rows.
 * Source: nf-core/rnaseq, "Samplesheet input".
 */
function laneSheet(table: PlainTable): PlainTable | null {
  const [sample, reads] = table.grid.names;
  if (sample !== 'sample' || reads !== 'fastq_1') return null;
  const roles = new Map(
    table.grid.names.map((_, column): [number, ColumnRole] => [column, column === 0 ? 'sample-name' : 'metadata']),
  );
  const evidence = 'its columns sample and fastq_1 are those of an nf-core pipeline';
  return { ...table, shape: 'sample-sheet', key: 1, values: [], roles, features: [], evidence };
}
