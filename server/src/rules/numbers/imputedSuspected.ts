import type { Profile, Quantity } from '../../profiles/profile.ts';
import { type MeasuredSample, primarySamples } from '../measuredSamples.ts';
import type { Rule } from '../rule.ts';
import { isCodedMissing } from './missingNumber.ts';

const fewestNumbers = 20;
const fewestRepeats = 5;
const leastShare = 0.02;
/** So many times as often as any other number: rounded numbers repeat everywhere. */
const timesAsOften = 5;

/**
 * One number repeats at a sample's minimum, as if it had been filled in for missing values (a small constant, half of the
 * smallest number); at the first such cell. Silent: zeros, which stand for "not detected"; counts and transcriptomics, where
 * log(0 + a) repeats rightly; numbers that repeat elsewhere too, being rounded; -999 and the
 * like, which mean "missing"; samples with fewer than 20 values;
 * quantities other than the primary one.
 * Source: Wei et al. 2018, doi 10.1038/s41598-017-19120-0, on zero, minimum and half-minimum imputation.
 */
export const imputedSuspected: Rule = {
  codes: ['imputed-suspected'],
  comparesRows: true,
  start(context) {
    return {
      end() {
        for (const sample of primarySamples(context)) {
          if (
            !sample.minPlace ||
            isCodedMissing(sample) ||
            !mayBeImputed(context.profile, sample.quantity) ||
            !repeatsMinimum(sample)
          )
            continue;
          const { min, minCount, count } = sample.summary;
          context.atPlace(sample.minPlace, {
            code: 'imputed-suspected',
            message:
              `${min} is the smallest value of this sample and stands in ${minCount} of its ${count} values, as if ` +
              'missing ones had been filled in. Say so where it is: filled-in values are no measurements.',
          });
        }
      },
    };
  },
};

function mayBeImputed({ omicsType }: Profile, { kind }: Quantity): boolean {
  return kind !== 'count' && omicsType !== null && omicsType !== 'transcriptomics';
}

function repeatsMinimum({ summary: { min, max, minCount, count, sampled } }: MeasuredSample): boolean {
  if (min === 0 || min === max || count < fewestNumbers) return false;
  if (minCount < fewestRepeats || minCount < count * leastShare) return false;
  let run = 0;
  let longest = 0;
  for (let at = 0; at < sampled.length; at++) {
    run = sampled[at] === sampled[at - 1] ? run + 1 : 1;
    if (sampled[at] !== min && run > longest) longest = run;
  }
  const expected = (minCount / count) * sampled.length;
  return longest <= Math.max(1, expected / timesAsOften);
}
