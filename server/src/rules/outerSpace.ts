import type { TextEdit } from '#shared/diagnostics.ts';
import { cellSpan, writeCell } from '../table/cells.ts';
import type { Row } from '../table/rowReader.ts';
import { numericColumns } from '../values/rowValues.ts';
import { shown, textColumns } from './columnKinds.ts';
import type { Report, Rule } from './rule.ts';

/** Space, tab, line feed, vertical tab, form feed, carriage return; wider blanks are invisible characters. */
const outer = /^[ \t\n\v\f\r]+|[ \t\n\v\f\r]+$/g;

/** Blanks around the content of a cell, the header's included. Silent: blanks inside a cell, and wider blanks, which are invisible-character's. */
export const outerSpace: Rule = {
  codes: ['outer-space'],
  start(context) {
    const { profile, header } = context;
    const { delimiter } = profile.dialect;
    const texts = textColumns(profile);
    const numeric = Int32Array.from(numericColumns(profile), (column) => column.index);
    if (header && !header.quoteUnclosed) {
      for (const [cell, text] of header.cells.entries()) {
        if (isPadded(text)) context.atRecord(header, cell, padded(header, delimiter, cell, text));
      }
    }
    return {
      row(data) {
        const { row } = data;
        for (const cell of texts) {
          const text = row.cell(cell);
          if (text !== undefined && isPadded(text)) context.atCell(data, cell, padded(row, delimiter, cell, text));
        }
      },
      irregularRow(data) {
        const { row, values } = data;
        for (const position of values.readings.keys()) {
          const cell = numeric[position] ?? 0;
          const text = row.cells[cell];
          if (text !== undefined && isPadded(text)) context.atCell(data, cell, padded(row, delimiter, cell, text));
        }
      },
    };
  },
};

function isPadded(text: string): boolean {
  const { length } = text;
  return length > 0 && (isBlank(text.charCodeAt(0)) || isBlank(text.charCodeAt(length - 1)));
}

function isBlank(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13);
}

function padded(row: Row, delimiter: string, cell: number, text: string): Report {
  const content = text.replace(outer, '');
  const { start, end } = cellSpan(row, delimiter, cell);
  const edit: TextEdit = { start: row.start + start, end: row.start + end, newText: written(content, delimiter) };
  return {
    code: 'outer-space',
    message:
      content === ''
        ? 'The cell holds nothing but blanks. Remove them.'
        : `Blanks stand around ${shown(content)}, so that programs take it for another value. Remove them.`,
    fixes: [{ title: 'Remove the blanks around the cell', safe: true, edits: [edit] }],
  };
}

/** A blank before an opening quote kept the quotes from being read as such; without it they are what they were meant to be. */
function written(content: string, delimiter: string): string {
  const meantQuoted = /^"[^"\r\n]*"$/.test(content) && !content.includes(delimiter);
  return writeCell(meantQuoted ? content.slice(1, -1).replace(outer, '') : content, delimiter);
}
