import { sampledCells } from '../columnContent.ts';
import { gridWithoutHeader } from '../grid.ts';
import { identityOf, idsOf } from '../identity.ts';
import type { Layout } from '../layout.ts';
import { omicsOfLayout } from '../omicsType.ts';
import { makeReading, type QuantityPlan } from '../reading.ts';
import { sampleOfFileName } from '../sampleOfFileName.ts';

const counters = /^N_(?:unmapped|multimapping|noFeature|ambiguous)$/;
const quantities: readonly QuantityPlan[] = ['unstranded', 'forward', 'reverse'].map((name) => ({
  name,
  kind: 'count',
  scale: 'linear',
}));

/**
 * STAR's ReadsPerGene.out.tab: no header, four counters, then genes with three columns, which count one sample as for
 * unstranded, forward and reverse libraries.
 * Source: STAR manual, "Counting number of reads per gene".
 */
export const starReadsPerGene: Layout = {
  name: 'star-reads-per-gene',
  recognize(head) {
    const leading = head.rows.slice(0, 4).filter((row) => counters.test(row.cells[0] ?? ''));
    if (leading.length < 2 || head.width !== 4) return null;
    const grid = gridWithoutHeader(head);
    const sample = sampleOfFileName(head.name);
    const genes = sampledCells(grid, 0).filter((cell) => !counters.test(cell));
    const omics = omicsOfLayout('transcriptomics', 'STAR');
    return makeReading({
      grid,
      confidence: 0.97,
      evidence: 'Because of the counters such as N_unmapped and three columns of counts.',
      shape: 'features-in-rows',
      ...omics,
      rowKey: [0],
      values: quantities.map((quantity, at) => ({ index: at + 1, quantity, sample })),
      quantities,
      identity: identityOf(0, idsOf(genes), omics.omicsType, genes),
      customs: { summaryRow: /^N_/ },
    });
  },
};
