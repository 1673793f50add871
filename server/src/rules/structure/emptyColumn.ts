import { primarySamples } from '../measuredSamples.ts';
import type { Rule } from '../rule.ts';

/**
 * A sample without any value of the primary quantity, at the cell that names it; where no sample has one, once for all.
 * Silent: tables without a data row; samples with a censored value, an error value or text, which are something; the
 * other quantities, which mostly lack what the primary one lacks; sample sheets and annotation tables.
 */
export const emptyColumn: Rule = {
  codes: ['empty-column'],
  comparesRows: true,
  start(context) {
    return {
      end(dataRows) {
        if (dataRows === 0) return;
        const samples = primarySamples(context);
        const empty = samples.filter(({ summary, worded }) => summary.count === 0 && !worded);
        const all = empty.length === samples.length && samples.length > 1;
        for (const { place, quantity } of all ? empty.slice(0, 1) : empty) {
          if (!place) continue;
          const what = quantity.name === null ? 'value' : `value of ${quantity.name}`;
          const zeros = quantity.zeroIsMissing ? ', as 0 counts as missing here' : '';
          context.atPlace(place, {
            code: 'empty-column',
            message: all
              ? `None of the ${samples.length} samples has a ${what}${zeros}. Check that the file was written completely.`
              : `This sample has no ${what}${zeros}. Check that it was measured, or leave it out.`,
          });
        }
      },
    };
  },
};
