import type { SampleRule } from './sampleRule.ts';

/**
 * Every batch holds one group only, so that a difference of groups can't be told from one of batches. Silent: where each
 * sample is a batch of its own; QC samples, pools, blanks, standards and references don't count.
 * Source: Leek et al. 2010, doi 10.1038/nrg2825, on batches confounded with the outcome.
 */
export const batchEqualsGroup: SampleRule = {
  codes: ['batch-equals-group'],
  judge({ samples, match, atFile }) {
    const groupsOf = new Map<string, Set<string>>();
    let counted = 0;
    for (const { facts } of samples) {
      if (facts.batch === null || facts.group === null || (facts.kind ?? 'study') !== 'study') continue;
      counted++;
      groupsOf.set(facts.batch, (groupsOf.get(facts.batch) ?? new Set()).add(facts.group));
    }
    const groups = new Set([...groupsOf.values()].flatMap((held) => [...held]));
    if (groups.size < 2 || groupsOf.size < 2 || groupsOf.size === counted) return;
    if ([...groupsOf.values()].some((held) => held.size > 1)) return;
    atFile({
      code: 'batch-equals-group',
      message:
        `By the sample sheet ${match.sheet.name} each of the ${groupsOf.size} batches holds one group only, so that a ` +
        'difference between groups may be one between batches. Nothing computed from the table can tell which; keep it in mind.',
    });
  },
};
