/** One thing to be measured: run once a round, in turn with the others. */
export interface Contender {
  readonly name: string;
  /** Does the work once and answers the seconds it took, where only a part of it counts; otherwise the whole is timed. */
  run(): Promise<number | undefined> | number | undefined;
}

/** The median seconds of each contender, by name. */
export type Medians = Readonly<Record<string, number>>;

export const rounds = 5;

/**
 * Runs the contenders in turn, five rounds, after one round that does not count; answers the median seconds of each. A
 * fixed loop runs along as calibration, so that figures of different machines and hours can be held against each other.
 */
export async function measureInTurn(contenders: readonly Contender[]): Promise<Medians> {
  const all = [...contenders, { name: 'calibration', run: calibrate }];
  const seconds = new Map<string, number[]>(all.map(({ name }) => [name, []]));
  for (let round = 0; round <= rounds; round++) {
    for (const { name, run } of all) {
      const startedMs = performance.now();
      const own = await run();
      const taken = own ?? (performance.now() - startedMs) / 1000;
      if (round > 0) seconds.get(name)?.push(taken);
    }
  }
  return Object.fromEntries([...seconds].map(([name, taken]) => [name, median(taken)]));
}

/** The middle of the values; of an even number the mean of the two in the middle. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
}

/** The value that 95 of a hundred do not exceed. */
export function p95(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.ceil(sorted.length * 0.95) - 1] ?? Number.NaN;
}

/** Fifty million steps of a linear congruential generator (Knuth's MMIX increment folded to 32 bits). */
function calibrate(): undefined {
  let state = 1;
  for (let step = 0; step < 50_000_000; step++) state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0;
  if (state === 0) throw new Error('the calibration loop was optimised away');
}

/** Prints a line of the report: what, its figure, and what it is held against. */
export function printLine(what: string, figure: string, against = ''): void {
  console.log(`${what.padEnd(46)} ${figure.padStart(16)}   ${against}`.trimEnd());
}

export const milliseconds = (value: number): string => `${value.toFixed(0)} ms`;
export const seconds = (value: number): string => `${value.toFixed(3)} s`;
export const ratio = (value: number): string => value.toFixed(3);
