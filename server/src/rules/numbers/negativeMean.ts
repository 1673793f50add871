import { plainName } from '../../profiles/headerName.ts';
import { numericColumns } from '../../values/rowValues.ts';
import { columnTitle, holdsMeasurements } from '../columnKinds.ts';
import type { Rule } from '../rule.ts';

/**
 * A `baseMean` below zero: it is the mean of normalized counts, of which none is.
 * Silent: all other means, such as limma's `AveExpr`, and a baseMean that is called a logarithm, which are rightly negative.
 * Source: DESeq2's results(), column descriptions.
 */
export const negativeMean: Rule = {
  codes: ['negative-mean'],
  start(context) {
    if (!holdsMeasurements(context.profile)) return null;
    const means = numericColumns(context.profile).flatMap((column, position) => {
      const name = plainName(column.name);
      return column.role === 'statistic' && /basemean/.test(name) && !/log|lg|vst|rlog|zscore|scaled/.test(name)
        ? [{ column, position }]
        : [];
    });
    if (means.length === 0) return null;
    return {
      row(data) {
        for (const { column, position } of means) {
          const number = data.values.numbers[position] as number;
          if (!(number < 0) || number === Number.NEGATIVE_INFINITY || data.summary) continue;
          context.atCell(data, column.index, {
            code: 'negative-mean',
            message: `${columnTitle(column)} is ${number}, and no mean of counts is below zero. Put the right one in, or leave the cell empty.`,
          });
        }
      },
    };
  },
};
