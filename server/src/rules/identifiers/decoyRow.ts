import { markedRowRule } from './markedRow.ts';

/**
 * A row that its tool marks as a decoy, by a column of its own or by a prefix of its id, or as identified only by a
 * modification site; of a row that is both, only the decoy is told.
 * Silent: layouts that mark none; groups in which not all proteins have the prefix.
 */
export const decoyRow = markedRowRule('decoy-row', ['decoy', 'only-by-site']);
