import { shown } from '../columnKinds.ts';
import { type MeasuredSample, primarySamples } from '../measuredSamples.ts';
import type { Rule } from '../rule.ts';

/** With fewer different numbers a table tells of states (genotypes, calls), in which two samples agree rightly. */
const fewestDistinct = 5;
/** How many bits must agree beyond those that the number of pairs uses up: one table in a million agrees by chance. */
const leastBits = 20;
/** What a number with a fraction tells at the least: its last digit and a bit more. */
const bitsOfFraction = 4;

/**
 * Two samples have the same values throughout, reported at the cell that names the later one: a copy, as two measurements
 * never agree in so many numbers. Silent: samples whose name repeats, where that is duplicate-sample's; samples that are
 * empty, constant or of fewer than five different numbers; small and sparse counts, of which two may agree by chance;
 * quantities other than the primary one; sample sheets and annotation tables.
 */
export const columnsIdentical: Rule = {
  codes: ['columns-identical'],
  comparesRows: true,
  start(context) {
    const { customs, shape } = context.profile;
    const namesRepeat = customs.repeatedSamples || shape === 'long';
    return {
      end() {
        const samples = primarySamples(context);
        const demanded = leastBits + Math.log2(Math.max((samples.length * (samples.length - 1)) / 2, 1));
        const alike = new Map<string, MeasuredSample[]>();
        for (const sample of samples) {
          const { count, sum, min, minCount, max, fingerprint } = sample.summary;
          const sums = [count, sum, min, minCount, max, fingerprint].join(' ');
          const earlier = alike.get(sums) ?? [];
          alike.set(sums, [...earlier, sample]);
          const twin = earlier.find(({ summary }) => sameNumbers(summary.sampled, sample.summary.sampled));
          if (!twin || !sample.place || bitsOf(sample) < demanded) continue;
          if (!namesRepeat && twin.name.trim() === sample.name.trim()) continue;
          context.atPlace(sample.place, {
            code: 'columns-identical',
            message:
              `The sample ${shown(sample.name)} has the same ${count} values as ${shown(twin.name)}, throughout. ` +
              'One of them is likely a copy: check which one the values are of.',
          });
        }
      },
    };
  },
};

function sameNumbers(some: Float64Array, others: Float64Array): boolean {
  return some.length === others.length && some.every((number, at) => number === others[at]);
}

/**
 * How many bits two samples share that have the same numbers as this one. Whole numbers are taken for counts: two that
 * are drawn around n are equal with a chance of 1 in 2 √(πn) (Skellam 1946, doi 10.2307/2981372), and zeros tell nothing.
 */
function bitsOf({ summary: { sampled, count } }: MeasuredSample): number {
  const distinct = new Set(sampled);
  if (distinct.size < fewestDistinct) return 0;
  let bits = 0;
  for (const number of sampled) {
    if (number === 0 || !Number.isInteger(number)) continue;
    bits += Math.log2(2 * Math.sqrt(Math.PI * Math.abs(number)));
  }
  for (const number of distinct) if (!Number.isInteger(number)) bits += bitsOfFraction;
  return (bits * count) / sampled.length;
}
