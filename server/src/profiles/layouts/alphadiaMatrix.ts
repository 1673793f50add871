import { contentOf, isNumeric, sampledCells } from '../columnContent.ts';
import { gridOf } from '../grid.ts';
import { idsOf } from '../identity.ts';
import type { Layout } from '../layout.ts';
import { omicsOfLayout } from '../omicsType.ts';
import { proteinIdentity } from '../proteinIdentity.ts';
import { makeReading, type QuantityPlan } from '../reading.ts';

/** directLFQ, which alphaDIA quantifies with, writes 0 for a protein that it found in other runs only. */
const quantity: QuantityPlan = { name: null, zeroIsMissing: true, scale: 'linear' };
const fewestRuns = 2;

/**
 * alphaDIA's `pg.matrix.tsv`: protein groups in a column called `pg`, then nothing but the runs.
 * Sources: alphaDIA documentation, "Output format"; Ammar et al. 2023, doi 10.1016/j.mcpro.2023.100581 (directLFQ).
 */
export const alphadiaMatrix: Layout = {
  name: 'alphadia-matrix',
  recognize(head) {
    const grid = gridOf(head);
    const [key = '', ...runs] = grid.names;
    const content = contentOf(grid);
    if (key.trim() !== 'pg' || runs.length < fewestRuns || runs.some((name) => name.trim() === '')) return null;
    if (content.slice(1).some((column) => !isNumeric(column) || column.negative > 0)) return null;
    if (idsOf(sampledCells(grid, 0)).namespace !== 'uniprot') return null;
    return makeReading({
      grid,
      confidence: 0.85,
      evidence: 'Because of the column pg with protein groups, behind which only runs stand.',
      shape: 'features-in-rows',
      ...omicsOfLayout('proteomics', 'alphaDIA'),
      rowKey: [0],
      values: runs.map((name, at) => ({ index: at + 1, quantity, sample: name.trim() })),
      quantities: [quantity],
      identity: proteinIdentity(grid, 0, ';'),
    });
  },
};
