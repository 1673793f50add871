/** How often numbers fall into equal parts of their range. */
export interface Histogram {
  readonly counts: readonly number[];
  /** True where the parts are equal on a logarithmic scale. */
  readonly isLogarithmic: boolean;
}

const binCount = 16;

/** Positive numbers that span more than this factor pile up in the first bins of a linear scale. */
const logarithmicFactor = 100;

const bars = '▁▂▃▄▅▆▇█';

/** Counts sorted finite numbers; null where they are all the same or there are none. */
export function histogramOf(sorted: Float64Array): Histogram | null {
  const min = sorted[0];
  const max = sorted.at(-1);
  if (min === undefined || max === undefined || min === max) return null;
  const isLogarithmic = min > 0 && max / min > logarithmicFactor;
  const scale = isLogarithmic ? Math.log : (value: number) => value;
  const from = scale(min);
  const width = (scale(max) - from) / binCount;
  if (!(width > 0 && Number.isFinite(width))) return null;
  const counts = new Array<number>(binCount).fill(0);
  for (const value of sorted) {
    const bin = Math.min(binCount - 1, Math.floor((scale(value) - from) / width));
    counts[bin] = (counts[bin] ?? 0) + 1;
  }
  return { counts, isLogarithmic };
}

/** A histogram as a line of bars; an empty part is a blank, and every other shows at least the lowest bar. */
export function barsOf({ counts }: Histogram): string {
  const most = Math.max(...counts);
  return counts.map((count) => (count === 0 ? ' ' : bars.charAt(Math.ceil((count / most) * bars.length) - 1))).join('');
}
