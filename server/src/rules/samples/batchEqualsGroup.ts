import type { DesignRule } from './designRule.ts';
import { studyGroups } from './studyGroups.ts';

/**
 * Every batch holds one group only, so that a difference of groups can't be told from one of batches. Silent: where
 * batches hold hardly more than a sample each; QC samples, pools, blanks, standards and references don't count.
 * Source: Leek et al. 2010, doi 10.1038/nrg2825, on batches confounded with the outcome.
 */
export const batchEqualsGroup: DesignRule = {
  codes: ['batch-equals-group'],
  judge({ samples, teller, report }) {
    const counted = studyGroups(samples).filter(({ facts }) => facts.batch !== null);
    const groupsOf = new Map<string, Set<string>>();
    for (const { facts, group } of counted) {
      const batch = facts.batch ?? '';
      groupsOf.set(batch, (groupsOf.get(batch) ?? new Set()).add(group));
    }
    const groups = new Set([...groupsOf.values()].flatMap((held) => [...held]));
    if (groups.size < 2 || groupsOf.size < 2 || groupsOf.size * 2 > counted.length) return;
    if ([...groupsOf.values()].some((held) => held.size > 1)) return;
    report(counted[0]?.places.batch, {
      code: 'batch-equals-group',
      message:
        `By ${teller} each of the ${groupsOf.size} batches holds one group only, so that a ` +
        'difference between groups may be one between batches. Nothing computed from the table can tell which; keep it in mind.',
    });
  },
};
