import { readComparison } from '../comparison.ts';
import type { Layout } from '../layout.ts';

/**
 * edgeR's topTags(); a test of several coefficients has `logFC.` with each one's name.
 * Source: edgeR user's guide, "Testing for DE genes"; Robinson et al. 2010, doi 10.1093/bioinformatics/btp616.
 */
export const edgerResults: Layout = {
  name: 'edger-results',
  recognize(head) {
    return readComparison(head, {
      tool: 'edgeR',
      omicsType: 'transcriptomics',
      required: [['logCPM']],
      further: ['LR', 'F', 'PValue', 'FDR'],
      fewest: 2,
      rarer: ['logFC', 'unshrunk.logFC', 'FWER'],
      isContrast: (name) => /^logFC[._ ]./i.test(name),
    });
  },
};
