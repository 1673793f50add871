import { markedRowRule } from './markedRow.ts';

/**
 * A row that its tool marks as a contaminant, by a column of its own or by a prefix of its id.
 * Silent: layouts that mark none; groups in which only some proteins have the prefix, but where the tool counts these too.
 */
export const contaminantRow = markedRowRule('contaminant-row', ['contaminant']);
