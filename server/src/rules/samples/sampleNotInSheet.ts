import { shownList } from '../shownList.ts';
import type { SampleRule } from './sampleRule.ts';

/** A sample that the sheet lacks, at the cell that names it. Silent: near misses, which have a code of their own. */
export const sampleNotInSheet: SampleRule = {
  codes: ['sample-not-in-sheet'],
  judge({ samples, match, atFile, atPlace }) {
    const lacking = new Set(match.notInSheet);
    const unplaced: string[] = [];
    for (const { name, place } of samples) {
      if (!lacking.has(name)) continue;
      if (place) atPlace(place, { code: 'sample-not-in-sheet', message: messageOf([name], match.sheet.name) });
      else unplaced.push(name);
    }
    if (unplaced.length > 0) {
      atFile({ code: 'sample-not-in-sheet', message: messageOf(unplaced, match.sheet.name) });
    }
  },
};

function messageOf(names: readonly string[], sheet: string): string {
  const what = names.length === 1 ? 'The sample' : 'The samples';
  const verb = names.length === 1 ? 'is' : 'are';
  return `${what} ${shownList(names)} ${verb} not in the sample sheet ${sheet}. Add ${names.length === 1 ? 'it' : 'them'} there, or name the right sheet.`;
}
