import { primarySamples } from '../measuredSamples.ts';
import type { Rule } from '../rule.ts';

/** Two equal numbers may be chance. */
const fewestNumbers = 3;

/**
 * All values of a sample are one number, at the cell that names it. Silent: samples with fewer than three values, or with
 * others that are no numbers (`<LOD`); quantities other than the primary one; sample sheets and annotation tables.
 */
export const constantColumn: Rule = {
  codes: ['constant-column'],
  comparesRows: true,
  start(context) {
    return {
      end() {
        for (const { place, summary, worded } of primarySamples(context)) {
          if (!place || worded || summary.count < fewestNumbers || summary.min !== summary.max) continue;
          context.atPlace(place, {
            code: 'constant-column',
            message:
              `All ${summary.count} values of this sample are ${summary.min}. ` +
              (summary.min === 0
                ? 'Check that it was measured, or leave it out.'
                : 'Where it is no reference that the others are divided by, check how it was measured.'),
          });
        }
      },
    };
  },
};
