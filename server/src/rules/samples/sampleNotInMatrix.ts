import { shownList } from '../shownList.ts';
import type { SampleRule } from './sampleRule.ts';

/**
 * Samples of the sheet that the table lacks; the table has no cell for them, so one finding sits at the file. Silent: a
 * table of one sample that the sheet has, as such a table (HTSeq-count, salmon's quant.sf) is one of many of a study.
 */
export const sampleNotInMatrix: SampleRule = {
  codes: ['sample-not-in-matrix'],
  judge({ match, atFile }) {
    const names = match.notInTable.map(({ name }) => name);
    if (names.length === 0 || (match.tableSamples === 1 && match.sampleOf.size === 1)) return;
    const what = names.length === 1 ? 'a sample' : `${names.length} samples`;
    atFile({
      code: 'sample-not-in-matrix',
      message:
        `The sample sheet ${match.sheet.name} names ${what} that the table lacks: ${shownList(names)}. ` +
        'Export the table with them, or take them out of the sheet.',
    });
  },
};
