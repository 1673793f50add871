import { contentOf, isText, sampledCells } from '../columnContent.ts';
import { mergedQuantity } from '../expressionQuantity.ts';
import { gridOf } from '../grid.ts';
import { findColumn } from '../headerName.ts';
import { hintOf } from '../headerWords.ts';
import { identityOf, idsOf } from '../identity.ts';
import type { Layout } from '../layout.ts';
import { omicsOfLayout } from '../omicsType.ts';
import { makeReading } from '../reading.ts';

/**
 * Salmon's estimates merged over samples by tximport, as nf-core/rnaseq writes them: `gene_id` and `gene_name` (or `tx` and
 * `gene_id`), then the samples, whose names may be numbers. Counts have fractions rightly.
 * Source: nf-core/rnaseq, "Output: pseudoalignment"; Soneson et al. 2015, doi 10.12688/f1000research.7563.2.
 */
export const salmonMerged: Layout = {
  name: 'salmon-merged',
  recognize(head) {
    const grid = gridOf(head);
    const transcripts = findColumn(grid.index, 'tx', 'transcript_id');
    const genes = findColumn(grid.index, 'gene_id');
    const named = transcripts >= 0 ? transcripts : findColumn(grid.index, 'gene_name');
    if (genes < 0 || named < 0) return null;
    const content = contentOf(grid);
    const rest = grid.names.flatMap((name, index) => (index === genes || index === named ? [] : [{ name, index }]));
    const measured = rest.filter(({ name, index }) => {
      const told = content[index];
      return told !== undefined && !isText(told) && hintOf(name) !== 'annotation' && name.trim() !== '';
    });
    // Merged tables have no other annotation; with more, it is a matrix of some other origin.
    if (measured.length === 0 || measured.length < rest.length) return null;
    const key = transcripts >= 0 ? transcripts : genes;
    const cells = sampledCells(grid, key);
    const quantity = mergedQuantity(
      grid,
      measured.map(({ index }) => index),
    );
    const omics = omicsOfLayout('transcriptomics', 'Salmon');
    return makeReading({
      grid,
      confidence: 0.85,
      evidence: `Because of the columns ${grid.names[genes]} and ${grid.names[named]}, behind which only numbers stand.`,
      shape: 'features-in-rows',
      ...omics,
      rowKey: [key],
      values: measured.map(({ name, index }) => ({ index, quantity, sample: name.trim() })),
      quantities: [quantity],
      identity: identityOf(key, idsOf(cells), omics.omicsType, cells),
    });
  },
};
