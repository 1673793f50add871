import { shownList } from '../shownList.ts';
import type { DesignRule } from './designRule.ts';
import { studyGroups } from './studyGroups.ts';

/** Below three a group's spread can hardly be told. */
const fewestSamples = 3;

/**
 * Groups of fewer than three samples. Silent: where the column names individuals, points of time or a measured number
 * instead of groups; QC samples, pools, blanks, standards and references don't count.
 */
export const groupTooSmall: DesignRule = {
  codes: ['group-too-small'],
  judge({ samples, teller, judged, report }) {
    const grouped = studyGroups(samples);
    const sizes = new Map<string, number>();
    for (const { group } of grouped) sizes.set(group, (sizes.get(group) ?? 0) + 1);
    const small = [...sizes].filter(([, size]) => size < fewestSamples);
    const first = grouped.find(({ group }) => group === small[0]?.[0]);
    if (first === undefined) return;
    const list = shownList(small.map(([group]) => group));
    report(first.places.group, {
      code: 'group-too-small',
      message:
        `By ${teller} ${small.length === 1 ? 'a group has' : `${small.length} groups have`} ` +
        `fewer than ${fewestSamples} samples in the ${judged}: ${list}. Their spread can hardly be told from so few.`,
    });
  },
};
