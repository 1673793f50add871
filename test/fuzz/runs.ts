/** How often each property is tried: a short part with a fixed seed in every run, more where AMPRENTA_FUZZ_RUNS asks for it. */
export const fuzzRuns = Number(process.env.AMPRENTA_FUZZ_RUNS ?? 100);

/** Of the short part, so that it finds the same on every machine; a long run looks elsewhere each time. */
export const fuzzOptions =
  process.env.AMPRENTA_FUZZ_RUNS === undefined ? { numRuns: fuzzRuns, seed: 20_261_124 } : { numRuns: fuzzRuns };
