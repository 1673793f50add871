import { areGroups } from '../../sheets/grouping.ts';
import type { DesignedSample } from './designRule.ts';

/** A sample of the study itself that is in a group. */
export interface GroupedSample extends DesignedSample {
  readonly group: string;
}

/**
 * The study's own samples with their groups; none where what tells them groups nothing: individuals, points of time, a
 * measured number, or one group only. QC samples, pools, blanks, standards and references don't count.
 */
export function studyGroups(samples: readonly DesignedSample[]): readonly GroupedSample[] {
  const grouped = samples.flatMap((sample) => {
    const { group, kind } = sample.facts;
    return group === null || (kind ?? 'study') !== 'study' ? [] : [{ ...sample, group }];
  });
  return areGroups(grouped.map(({ group }) => group)) ? grouped : [];
}
