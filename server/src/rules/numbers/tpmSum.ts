import type { Profile, Quantity } from '../../profiles/profile.ts';
import type { MeasuredSample } from '../measuredSamples.ts';
import type { Rule } from '../rule.ts';

const million = 1e6;
/** Numbers that are printed with two digits, and the few features that are left out. */
const tolerance = million / 1000;
const ownName = /tpm|cpm|per.?million/i;

/**
 * The values of every sample sum to a million: they are transcripts per million (TPM) or counts per million (CPM), and no
 * counts, whatever the file is called. Silent: quantities that are called so; whole numbers, which may be counts that
 * were drawn to the same depth; what is not transcriptomics.
 * Source: Wagner, Kin and Lynch 2012, doi 10.1007/s12064-012-0162-3.
 */
export const tpmSum: Rule = {
  codes: ['tpm-sum'],
  comparesRows: true,
  start(context) {
    if (context.profile.omicsType !== 'transcriptomics') return null;
    return {
      end() {
        for (const [at, quantity] of context.profile.quantities.entries()) {
          const samples = context.measured.all().filter(({ quantityIndex }) => quantityIndex === at);
          if (!mayBeUntold(context.profile, quantity) || samples.length === 0 || !samples.every(isPerMillion)) continue;
          context.atFile({
            code: 'tpm-sum',
            message:
              `The values of ${samples.length === 1 ? 'the sample sum' : 'every sample sum'} to a million, as transcripts ` +
              'per million (TPM) or counts per million (CPM) do. They are no counts: tools that need counts (DESeq2, edgeR) are not to be given them.',
          });
        }
      },
    };
  },
};

function mayBeUntold({ shape }: Profile, { name, scale }: Quantity): boolean {
  return shape !== 'results' && (scale === 'linear' || scale === 'unknown') && !ownName.test(name ?? '');
}

function isPerMillion({ summary: { sum, min, sampled } }: MeasuredSample): boolean {
  return Math.abs(sum - million) <= tolerance && min >= 0 && sampled.some((number) => !Number.isInteger(number));
}
