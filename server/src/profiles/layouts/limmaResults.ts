import { contentOf, isNumeric } from '../columnContent.ts';
import { readComparison } from '../comparison.ts';
import type { Grid } from '../grid.ts';
import { findColumn } from '../headerName.ts';
import { hintOf } from '../headerWords.ts';
import { isRowNumber } from '../keyColumn.ts';
import type { Layout } from '../layout.ts';

/**
 * limma's topTable(), also as GEO2R shows it, without `AveExpr`; with `confint` it has the limits of confidence. A test of
 * several coefficients has an `F`, and before `AveExpr` the fold change of each under nothing but its name.
 * Source: limma user's guide, "Differential expression", and reference, `topTable`; Ritchie et al. 2015, doi 10.1093/nar/gkv007.
 */
export const limmaResults: Layout = {
  name: 'limma-results',
  recognize(head) {
    const limma = { tool: 'limma', omicsType: null } as const;
    const single = readComparison(head, {
      ...limma,
      required: [['logFC']],
      further: ['AveExpr', 't', 'P.Value', 'adj.P.Val', 'B'],
      fewest: 3,
      rarer: ['CI.L', 'CI.R'],
    });
    if (single !== null) return single;
    return readComparison(head, {
      ...limma,
      required: [['AveExpr'], ['F']],
      further: ['P.Value', 'adj.P.Val'],
      fewest: 2,
      isContrast: (_, index, grid) => isBesideAverage(grid, index) && isMeasured(grid, index),
    });
  },
};

/** On the side of `AveExpr` that the statistics behind it are not on. */
function isBesideAverage(grid: Grid, index: number): boolean {
  const average = findColumn(grid.index, 'AveExpr');
  return findColumn(grid.index, 'F') > average ? index < average : index > average;
}

function isMeasured(grid: Grid, index: number): boolean {
  const told = contentOf(grid)[index];
  return told !== undefined && isNumeric(told) && hintOf(grid.names[index] ?? '') === null && !isRowNumber(grid, index);
}
