import { describe, expect, it } from 'vitest';
import { barsOf, histogramOf } from '../../../server/src/values/histogram.ts';

describe('a histogram', () => {
  it('counts every number once, the largest in the last part', () => {
    const histogram = histogramOf(Float64Array.from({ length: 33 }, (_, value) => value));
    expect(histogram?.counts.reduce((sum, count) => sum + count, 0)).toBe(33);
    expect(histogram?.counts.at(-1)).toBe(3);
    expect(histogram?.isLogarithmic).toBe(false);
  });

  it('is logarithmic where positive numbers span orders of magnitude', () => {
    const histogram = histogramOf(Float64Array.from([1, 10, 100, 1000, 10_000]));
    expect(histogram?.isLogarithmic).toBe(true);
    expect(histogram?.counts.filter((count) => count > 0)).toEqual([1, 1, 1, 1, 1]);
  });

  it('is not drawn of numbers that are all the same', () => {
    expect(histogramOf(Float64Array.from([2, 2, 2]))).toBeNull();
    expect(histogramOf(new Float64Array(0))).toBeNull();
  });

  it('shows a single number beside a thousand as the lowest bar and an empty part as a blank', () => {
    expect(barsOf({ counts: [1000, 0, 1], isLogarithmic: false })).toBe('█ ▁');
  });
});
