import { countRule } from './countRule.ts';

/**
 * A count in scientific notation with fewer digits than it has, which a spreadsheet does to narrow columns: its last
 * digits are lost. Silent: exact notation (scientificNotation.ts), and all that countCells.ts does not take for counts.
 */
export const roundedScientific = countRule('rounded-scientific', 'rounded', {
  one:
    'This count was rounded by being written in scientific notation, and its last digits are lost. ' +
    'Take it from where the table was made.',
  many: (count) =>
    `${count} counts of this column were rounded by being written in scientific notation, and their last digits ` +
    'are lost; this is the first. Take the table from where it was made.',
});
