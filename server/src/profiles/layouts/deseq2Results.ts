import { readComparison } from '../comparison.ts';
import type { Layout } from '../layout.ts';

/** DESeq2's results(). Source: DESeq2 vignette, "Differential expression analysis"; Love et al. 2014, doi 10.1186/s13059-014-0550-8. */
export const deseq2Results: Layout = {
  name: 'deseq2-results',
  recognize(head) {
    return readComparison(head, {
      tool: 'DESeq2',
      omicsType: 'transcriptomics',
      required: ['baseMean', 'log2FoldChange'],
      further: ['lfcSE', 'stat', 'pvalue', 'padj'],
      fewest: 2,
    });
  },
};
