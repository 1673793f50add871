import { readComparison } from '../comparison.ts';
import type { Layout } from '../layout.ts';

/**
 * DESeq2's results(), and lfcShrink(), which may give s-values instead; Galaxy's tool calls them otherwise.
 * Sources: DESeq2 vignette, "Differential expression analysis" and "Alternative shrinkage estimators"; Love et al. 2014, doi
 * 10.1186/s13059-014-0550-8; Galaxy's deseq2 tool, "Output".
 */
export const deseq2Results: Layout = {
  name: 'deseq2-results',
  recognize(head) {
    return readComparison(head, {
      tool: 'DESeq2',
      omicsType: 'transcriptomics',
      required: [['baseMean'], ['log2FoldChange', 'log2(FC)']],
      further: ['lfcSE', 'stat', 'pvalue', 'padj'],
      fewest: 2,
      rarer: ['svalue', 'StdErr', 'Wald-Stats', 'weight'],
    });
  },
};
