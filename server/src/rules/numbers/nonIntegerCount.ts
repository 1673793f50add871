import { countRule } from './countRule.ts';

/** A count with a fraction among whole ones. Silent: all that countCells.ts does not take for counts. */
export const nonIntegerCount = countRule('non-integer-count', 'fractional', {
  one: 'This number has a fraction, and nearly all others are whole: it is no count. Put the right number in.',
  many: (count) =>
    `${count} numbers of this column have a fraction, and nearly all others are whole: they are no counts. ` +
    'This is the first; check whether the column was normalized or corrected.',
});
