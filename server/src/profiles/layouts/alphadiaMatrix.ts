import { contentOf, sampledCells } from '../columnContent.ts';
import { gridOf } from '../grid.ts';
import { idsOf } from '../identity.ts';
import type { Layout } from '../layout.ts';
import { omicsOfLayout } from '../omicsType.ts';
import { otherColumnsAsSamples } from '../otherColumns.ts';
import { proteinIdentity } from '../proteinIdentity.ts';
import { makeReading, type QuantityPlan } from '../reading.ts';

/** directLFQ, which alphaDIA quantifies with, writes 0 for a protein that it found in other runs only. */
const quantity: QuantityPlan = { name: null, zeroIsMissing: true, scale: 'linear' };
const keyName = 'pg';
const fewestRuns = 2;

/**
 * alphaDIA's `pg.matrix.tsv`: protein groups in a column called `pg`, then nothing but the runs, not as logarithms.
 * Sources: alphaDIA documentation, "Output format"; Ammar et al. 2023, doi 10.1016/j.mcpro.2023.100581 (directLFQ).
 */
export const alphadiaMatrix: Layout = {
  name: 'alphadia-matrix',
  recognize(head) {
    const grid = gridOf(head);
    const key = grid.names.findIndex((name) => name.trim() === keyName);
    if (key < 0 || idsOf(sampledCells(grid, key)).namespace !== 'uniprot') return null;
    const values = otherColumnsAsSamples(grid, new Set([keyName]), quantity);
    const content = contentOf(grid);
    if (values.length < fewestRuns || values.some(({ index }) => (content[index]?.negative ?? 0) > 0)) return null;
    return makeReading({
      grid,
      confidence: 0.85,
      evidence: 'Because of the column pg with protein groups, beside which only runs stand.',
      shape: 'features-in-rows',
      ...omicsOfLayout('proteomics', 'alphaDIA'),
      rowKey: [key],
      values,
      quantities: [quantity],
      identity: proteinIdentity(grid, key, ';'),
    });
  },
};
