import { shownList } from '../shownList.ts';
import type { SampleRule } from './sampleRule.ts';

/** Below three a group's spread can hardly be told. */
const fewestSamples = 3;

/**
 * Groups of fewer than three samples. Silent: where no two samples share a group, as the column then names individuals;
 * QC samples, pools, blanks, standards and references don't count.
 */
export const groupTooSmall: SampleRule = {
  codes: ['group-too-small'],
  judge({ samples, match, atFile }) {
    const sizes = new Map<string, number>();
    for (const { facts } of samples) {
      if (facts.group === null || (facts.kind ?? 'study') !== 'study') continue;
      sizes.set(facts.group, (sizes.get(facts.group) ?? 0) + 1);
    }
    if ([...sizes.values()].every((size) => size === 1)) return;
    const small = [...sizes].filter(([, size]) => size < fewestSamples);
    if (small.length === 0) return;
    const list = shownList(small.map(([group]) => group));
    atFile({
      code: 'group-too-small',
      message:
        `By the sample sheet ${match.sheet.name} ${small.length === 1 ? 'a group has' : `${small.length} groups have`} ` +
        `fewer than ${fewestSamples} samples in the table: ${list}. Their spread can hardly be told from so few.`,
    });
  },
};
