import type { SampleRule } from './sampleRule.ts';

/**
 * The order of injections is given, and no sample is a QC or a pool, by which a drift along that order could be seen.
 * Source: Broadhurst et al. 2018, doi 10.1007/s11306-018-1367-3, on QC samples in untargeted metabolomics.
 */
export const qcMissing: SampleRule = {
  codes: ['qc-missing'],
  judge({ samples, match, atFile }) {
    const ordered = samples.some(({ facts }) => facts.injectionOrder !== null);
    const watched = samples.some(({ facts }) => facts.kind === 'qc' || facts.kind === 'pool');
    if (!ordered || watched) return;
    atFile({
      code: 'qc-missing',
      message:
        `The sample sheet ${match.sheet.name} gives the order of injections, and no sample of the table is a QC or a pool, ` +
        'so that a drift along that order stays unseen. Keep the QC samples in the table, and mark them in the sheet.',
    });
  },
};
