import { type MeasuredSample, primarySamples } from '../measuredSamples.ts';
import type { Rule } from '../rule.ts';
import { countCellsOf } from './countCells.ts';

/** What databases and statistics programs of old write for "missing" where a number has to stand. */
const codesOfMissing: ReadonlySet<number> = new Set([-99, -999, -9999, -99_999, -999_999]);

/**
 * A number that means "missing" (-999): in a sample of which no other value is below zero; at the first such cell. It is
 * read as the number it is. Silent: counts, which negative-count judges; quantities other than the primary one.
 * Source: Broman and Woo 2018, doi 10.1080/00031305.2017.1375989 ("don't use a numeric value such as -999").
 */
export const missingNumber: Rule = {
  codes: ['missing-token'],
  comparesRows: true,
  start(context) {
    const cells = countCellsOf(context);
    return {
      end() {
        const coded = primarySamples(context).filter(isCodedMissing);
        const counts = new Set(coded.length === 0 ? [] : cells?.slips('negative').map(({ column }) => column.quantity));
        for (const { minPlace, quantityIndex, summary } of coded) {
          if (!minPlace || counts.has(quantityIndex)) continue;
          const { min, minCount, count } = summary;
          context.atPlace(minPlace, {
            code: 'missing-token',
            message:
              `${min} stands in ${minCount} of the ${count} values of this sample, and no other is below zero: it seems ` +
              'to mean "missing", and is read as a number. Leave the cell empty or write NA.',
          });
        }
      },
    };
  },
};

/** True where the smallest number of a sample seems to mean "missing". */
export function isCodedMissing({ summary: { min, minCount, count, sampled } }: MeasuredSample): boolean {
  return codesOfMissing.has(min) && count > minCount && sampled.every((number) => number >= 0 || number === min);
}
