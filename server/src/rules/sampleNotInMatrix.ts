import { shown } from './columnKinds.ts';
import type { SampleRule } from './sampleRule.ts';

/** Samples of the sheet that the table lacks; the table has no cell for them, so one finding sits at the file. */
export const sampleNotInMatrix: SampleRule = {
  codes: ['sample-not-in-matrix'],
  judge({ match, atFile }) {
    const names = match.notInTable.map(({ name }) => shown(name));
    if (names.length === 0) return;
    const what = names.length === 1 ? 'a sample' : `${names.length} samples`;
    atFile({
      code: 'sample-not-in-matrix',
      message:
        `The sample sheet ${match.sheet.name} names ${what} that the table lacks: ${names.join(', ')}. ` +
        'Export the table with them, or take them out of the sheet.',
    });
  },
};
