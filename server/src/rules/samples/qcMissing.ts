import type { DesignRule } from './designRule.ts';

/** Fewer injections make no run along which anything could drift. */
const fewestInjections = 3;

/**
 * The order of injections is given, and no sample is a QC or a pool, by which a drift along that order could be seen.
 * Source: Broadhurst et al. 2018, doi 10.1007/s11306-018-1367-3, on QC samples in untargeted metabolomics.
 */
export const qcMissing: DesignRule = {
  codes: ['qc-missing'],
  judge({ samples, teller, judged, report }) {
    const ordered = samples.filter(({ facts }) => facts.injectionOrder !== null);
    const watched = samples.some(({ facts }) => facts.kind === 'qc' || facts.kind === 'pool');
    if (watched || new Set(ordered.map(({ facts }) => facts.injectionOrder)).size < fewestInjections) return;
    report(ordered[0]?.places.injectionOrder, {
      code: 'qc-missing',
      message:
        `By ${teller} the order of injections is known, and no sample of the ${judged} is a QC or a pool, so that a drift ` +
        `along that order stays unseen. Keep the QC samples in the ${judged}, and mark them as such.`,
    });
  },
};
