/** What the numbers of one group (a sample's values of one quantity) come to. */
export interface NumberSummary {
  /** How many numbers there are. */
  readonly count: number;
  readonly sum: number;
  /** Infinity where there is no number. */
  readonly min: number;
  /** How often the smallest number stands there. */
  readonly minCount: number;
  /** -Infinity where there is no number. */
  readonly max: number;
  /** A sum weighted by row: groups that differ in any number, or in where a number stands, differ in it, in all likelihood. */
  readonly fingerprint: number;
  /** Some of the numbers, sorted: all where they are few, otherwise every n-th, evenly from the first to the last. */
  readonly sampled: Float64Array;
}

/** Sums up numbers by group, in one pass and with a bounded memory for each group. */
export interface NumberSummaries {
  /**
   * Takes a finite number of a data row (0-based) into a group, which begins with its first one; groups are numbered
   * from 0. True where it is smaller than all before it.
   */
  add(group: number, number: number, row: number): boolean;
  of(group: number): NumberSummary;
}

/** Numbers of a group that are kept; a median of so many is within a few percent of all numbers' ranks. */
const mostSampled = 256;
const firstSampled = 16;

/** Starts without a number; `groups` is how many groups there will be, as far as that is known. */
export function startNumberSummaries(groups: number): NumberSummaries {
  let size = Math.max(groups, 1);
  let counts = new Int32Array(size);
  let sums = new Float64Array(size);
  let mins = new Float64Array(size).fill(Number.POSITIVE_INFINITY);
  let maxs = new Float64Array(size).fill(Number.NEGATIVE_INFINITY);
  let minCounts = new Float64Array(size);
  let fingerprints = new Float64Array(size);
  let strides = new Int32Array(size).fill(1);
  const sampled: Float64Array[] = [];
  const sampledCounts: number[] = [];

  const grow = (group: number): void => {
    const more = Math.max(size * 2, group + 1);
    counts = grownCounts(counts, more, 0);
    sums = grown(sums, more, 0);
    mins = grown(mins, more, Number.POSITIVE_INFINITY);
    maxs = grown(maxs, more, Number.NEGATIVE_INFINITY);
    minCounts = grown(minCounts, more, 0);
    fingerprints = grown(fingerprints, more, 0);
    strides = grownCounts(strides, more, 1);
    size = more;
  };

  const sample = (group: number, number: number): void => {
    let kept = sampled[group];
    let length = sampledCounts[group] ?? 0;
    if (!kept || (length === kept.length && length < mostSampled)) {
      kept = grown(kept ?? new Float64Array(0), Math.max(firstSampled, length * 4), 0);
      sampled[group] = kept;
    }
    if (length === mostSampled) {
      for (let at = 0; at < length / 2; at++) kept[at] = kept[at * 2] as number;
      length /= 2;
      strides[group] = (strides[group] as number) * 2;
    }
    kept[length] = number;
    sampledCounts[group] = length + 1;
  };

  return {
    add(group, number, row) {
      if (group >= size) grow(group);
      const count = counts[group] as number;
      if ((count & ((strides[group] as number) - 1)) === 0) sample(group, number);
      counts[group] = count + 1;
      sums[group] = (sums[group] as number) + number;
      fingerprints[group] = (fingerprints[group] as number) + number * (row + 1.618);
      if (number > (maxs[group] as number)) maxs[group] = number;
      const min = mins[group] as number;
      if (number > min) return false;
      minCounts[group] = number < min ? 1 : (minCounts[group] as number) + 1;
      mins[group] = number;
      return number < min;
    },
    of: (group) => ({
      count: counts[group] ?? 0,
      sum: sums[group] ?? 0,
      min: mins[group] ?? Number.POSITIVE_INFINITY,
      minCount: minCounts[group] ?? 0,
      max: maxs[group] ?? Number.NEGATIVE_INFINITY,
      fingerprint: fingerprints[group] ?? 0,
      sampled: (sampled[group] ?? new Float64Array(0)).slice(0, sampledCounts[group] ?? 0).sort(),
    }),
  };
}

/** The number below which a share (0 to 1) of sorted numbers lies, by the nearest rank; NaN where there is none. */
export function quantileOf(sorted: Float64Array, share: number): number {
  return sorted[Math.round((sorted.length - 1) * share)] ?? Number.NaN;
}

function grown(numbers: Float64Array, size: number, filler: number): Float64Array<ArrayBuffer> {
  const more = new Float64Array(size).fill(filler);
  more.set(numbers);
  return more;
}

function grownCounts(counts: Int32Array, size: number, filler: number): Int32Array<ArrayBuffer> {
  const more = new Int32Array(size).fill(filler);
  more.set(counts);
  return more;
}
