/** A source of chance that gives the same numbers for the same seed, on every machine. */
export interface Random {
  /** From 0, below 1. */
  uniform(): number;
  /** Mean 0, standard deviation 1. */
  normal(): number;
  /** The exponential of a normal of this mean and deviation, both on the natural log scale. */
  logNormal(mean: number, deviation: number): number;
  /** A whole number from `low` to `high`, both included. */
  integer(low: number, high: number): number;
  /** A negative-binomial count: a Poisson one whose mean itself varies, as between samples of a group. */
  count(mean: number, dispersion: number): number;
  /** True with this probability. */
  chance(probability: number): boolean;
}

/** Starts a source of chance. Generator: mulberry32 (T. Ettinger, public domain), 32 bits of state. */
export function seedRandom(seed: number): Random {
  let state = seed >>> 0;
  const uniform = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000;
  };
  // Twelve uniform numbers have variance 1: no logarithm or cosine whose last digit could differ between machines.
  const normal = () => Array.from({ length: 12 }, uniform).reduce((sum, value) => sum + value, -6);
  const logNormal = (mean: number, deviation: number) => Math.exp(mean + deviation * normal());
  const count = (mean: number, dispersion: number) => {
    const ownMean = mean * logNormal(-dispersion / 2, Math.sqrt(dispersion));
    return Math.max(0, Math.round(ownMean + Math.sqrt(ownMean) * normal()));
  };
  return {
    uniform,
    normal,
    logNormal,
    count,
    integer: (low, high) => low + Math.floor(uniform() * (high - low + 1)),
    chance: (probability) => uniform() < probability,
  };
}
