import { largestLogarithm } from '../../profiles/plainReading.ts';
import { cellKinds } from '../../values/cellKind.ts';
import { quantileOf } from '../../values/numberSummaries.ts';
import { numericColumns } from '../../values/rowValues.ts';
import { headerCellOf } from '../headerCell.ts';
import { type MeasuredSample, primarySamples } from '../measuredSamples.ts';
import type { Rule, RuleContext } from '../rule.ts';

/** Fewer numbers have no distribution to tell by. */
const fewestNumbers = 20;
const percent = 100;
/** Of so many genes of a sample some are always above 60 in counts, TPM or FPKM. */
const manyGenes = 500;
/** Above this the fourth decimal does not tell whether a power of 2 is whole. */
const largestWholeLogarithm = 6;

/**
 * Nothing tells whether the primary quantity is a logarithm: no name does, and its numbers may be either; at the first
 * header cell of it. Silent where the numbers tell: one above 60, which is no logarithm of anything measured; one below
 * zero, or infinite, which is no amount; whole numbers, and logarithms of whole numbers; fractions of 1 and parts of 100; a
 * few numbers that tower over the others, as amounts do; numbers of one magnitude, as logarithms are (also cycles of a PCR);
 * hundreds of genes of which none is above 60. Silent where the columns are called ratios or percentages, and not
 * logarithms, and where a person said the scale.
 */
export const scaleUnknown: Rule = {
  codes: ['scale-unknown'],
  comparesRows: true,
  start(context) {
    const { profile, header } = context;
    const primary = profile.quantities.findIndex((quantity) => quantity.primary);
    const values = profile.columns.filter(({ role, quantity }) => role === 'value' && quantity === primary);
    const cell = values[0]?.index;
    if (profile.quantities[primary]?.scale !== 'unknown' || profile.overrides.scale !== undefined) return null;
    if (!header || cell === undefined) return null;
    const place = context.placeOf(header, headerCellOf(profile, header, cell), null);
    const genes = profile.omicsType === 'transcriptomics' && profile.shape === 'features-in-rows';
    const saidLinear = values.every(({ name }) => /ratio|percent|%/i.test(name) && !/log/i.test(name));
    return {
      end(dataRows) {
        if (saidLinear || (genes && dataRows >= manyGenes) || hasInfinite(context) || isTold(primarySamples(context)))
          return;
        context.atPlace(place, {
          code: 'scale-unknown',
          message:
            'Neither a name nor the numbers tell whether these values are logarithms. Say on which scale they are, so ' +
            'that they are not compared with others wrongly.',
        });
      },
    };
  },
};

/** A logarithm of 0, or something divided by 0. */
function hasInfinite({ profile, counts }: RuleContext): boolean {
  return numericColumns(profile).some(
    ({ role }, position) => role === 'value' && counts.of(position, cellKinds.nonFinite) > 0,
  );
}

function isTold(samples: readonly MeasuredSample[]): boolean {
  const summaries = samples.map(({ summary }) => summary).filter(({ count }) => count > 0);
  if (summaries.reduce((sum, { count }) => sum + count, 0) < fewestNumbers) return true;
  const max = Math.max(...summaries.map((summary) => summary.max));
  const min = Math.min(...summaries.map((summary) => summary.min));
  if (max > largestLogarithm || min < 0 || max <= 1) return true;
  if (summaries.every(({ sum }) => Math.abs(sum - percent) < 1)) return true;
  const positive = summaries.flatMap(({ sampled }) => Array.from(sampled)).filter((number) => number > 0);
  if (positive.filter(Number.isInteger).length >= positive.length * 0.9 || areLogsOfWhole(positive)) return true;
  const sorted = Float64Array.from(positive).sort();
  const middle = quantileOf(sorted, 0.5);
  return quantileOf(sorted, 0.95) > middle * 10 || quantileOf(sorted, 0.95) < quantileOf(sorted, 0.05) * 4;
}

/** True for log2, log10 or ln of counts, one having been added or not. */
function areLogsOfWhole(numbers: readonly number[]): boolean {
  return [2, 10, Math.E].some((base) => {
    const judged = numbers.filter((number) => base ** number <= 2 ** largestWholeLogarithm);
    const whole = judged.filter((number) => Math.abs(base ** number - Math.round(base ** number)) < 0.01).length;
    return judged.length >= fewestNumbers && whole >= judged.length * 0.95;
  });
}
