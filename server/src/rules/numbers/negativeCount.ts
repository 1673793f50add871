import { countRule } from './countRule.ts';

/**
 * A count below zero. Silent: all that countCells.ts does not take for counts; in a plain matrix also where a twentieth of
 * the numbers or more is below zero, as these are differences then.
 */
export const negativeCount = countRule('negative-count', 'negative', {
  one: 'This count is below zero, which no count can be. Put the right number in, or leave the cell empty.',
  many: (count) =>
    `${count} counts of this column are below zero, which no count can be; this is the first. ` +
    'Where they are differences or logarithms, say on which scale the table is.',
});
