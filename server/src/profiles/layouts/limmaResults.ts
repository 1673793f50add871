import { readComparison } from '../comparison.ts';
import type { Layout } from '../layout.ts';

/** limma's topTable(), also as GEO2R shows it, without `AveExpr`. Source: limma user's guide, "Differential expression"; Ritchie et al. 2015, doi 10.1093/nar/gkv007. */
export const limmaResults: Layout = {
  name: 'limma-results',
  recognize(head) {
    return readComparison(head, {
      tool: 'limma',
      omicsType: null,
      required: ['logFC'],
      further: ['AveExpr', 't', 'P.Value', 'adj.P.Val', 'B'],
      fewest: 3,
    });
  },
};
