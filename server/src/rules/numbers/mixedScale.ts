import { largestLogarithm } from '../../profiles/plainReading.ts';
import { quantileOf } from '../../values/numberSummaries.ts';
import { shown } from '../columnKinds.ts';
import type { MeasuredSample } from '../measuredSamples.ts';
import type { Rule } from '../rule.ts';

const fewestNumbers = 5;
const shares = [0.25, 0.5, 0.75, 0.95];
const bases = [
  { name: 'log2', base: 2 },
  { name: 'log10', base: 10 },
  { name: 'ln', base: Math.E },
];
/** Samples of one study differ by less than this in how much of them was measured. */
const mostFold = 4;
const mostSpreadRatio = 3;

/** The quartiles and the 95th percentile of a sample's numbers above zero. */
type Levels = readonly number[];

/**
 * Samples of one quantity of which some are logarithms beside others that are not; at the cells that name those that are
 * fewer. A sample is a logarithm where none of its numbers is above 60, hardly one is whole, and its quartiles and 95th
 * percentile are the logarithms of those of the linear samples, within a factor of four and with a like spread: a blank,
 * a dilution or another unit are not. Silent: samples with fewer than five numbers above zero; where none is above 60.
 */
export const mixedScale: Rule = {
  codes: ['mixed-scale'],
  comparesRows: true,
  start(context) {
    return {
      end() {
        for (const at of context.profile.quantities.keys()) {
          const samples = context.measured.all().filter(({ quantityIndex }) => quantityIndex === at);
          const linear = samples.filter(isLinear);
          const typical = typicalLevels(linear.map(levelsOf));
          if (!typical) continue;
          const logs = samples.flatMap((sample) => {
            const base = mayBeLogarithm(sample) ? baseOf(levelsOf(sample), typical) : null;
            return base === null ? [] : [{ sample, base }];
          });
          const [first] = logs;
          if (!first) continue;
          const odd = logs.length <= linear.length ? logs.map(({ sample }) => sample) : linear;
          for (const { name, place } of odd) {
            if (!place) continue;
            context.atPlace(place, {
              code: 'mixed-scale',
              message:
                odd === linear
                  ? `The values of ${shown(name)} are not logarithms, and those of most other samples are (${first.base}). Bring all to one scale.`
                  : `The values of ${shown(name)} look like logarithms (${first.base}) of what the other samples hold. Bring all to one scale.`,
            });
          }
        }
      },
    };
  },
};

function isLinear({ summary: { max, min, sampled } }: MeasuredSample): boolean {
  return max > largestLogarithm && min >= 0 && positiveOf(sampled).length >= fewestNumbers;
}

function mayBeLogarithm({ summary: { max, sampled } }: MeasuredSample): boolean {
  const positive = positiveOf(sampled);
  const whole = positive.reduce((sum, number) => sum + (Number.isInteger(number) ? 1 : 0), 0);
  return max <= largestLogarithm && positive.length >= fewestNumbers && whole <= positive.length / 2;
}

function positiveOf(sorted: Float64Array): Float64Array {
  return sorted.subarray(sorted.findLastIndex((number) => number <= 0) + 1);
}

function levelsOf({ summary }: MeasuredSample): Levels {
  const positive = positiveOf(summary.sampled);
  return shares.map((share) => quantileOf(positive, share));
}

/** The medians of the samples' levels; null where there is no sample. */
function typicalLevels(levels: readonly Levels[]): Levels | null {
  if (levels.length === 0) return null;
  return shares.map((_, at) => quantileOf(Float64Array.from(levels, (level) => level[at] as number).sort(), 0.5));
}

/** The name of the base to which `levels` are the logarithms of `linear`; null where they are not. */
function baseOf(levels: Levels, linear: Levels): string | null {
  const fitting = bases.find(({ base }) => {
    const expected = linear.map((level) => Math.log(level) / Math.log(base));
    const tolerance = Math.log(mostFold) / Math.log(base);
    if (!expected.every((level, at) => Math.abs(level - (levels[at] as number)) <= tolerance)) return false;
    const ratio = spreadOf(levels) / spreadOf(expected);
    return ratio >= 1 / mostSpreadRatio && ratio <= mostSpreadRatio;
  });
  return fitting?.name ?? null;
}

function spreadOf(levels: Levels): number {
  return (levels.at(-1) as number) - (levels[0] as number);
}
