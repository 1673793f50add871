import { writeCell } from '../../table/cells.ts';
import { ownedText } from '../../table/ownedText.ts';
import { numericColumns } from '../../values/rowValues.ts';
import { shown, textColumns } from '../columnKinds.ts';
import type { Place } from '../place.ts';
import type { Rule, RuleContext } from '../rule.ts';
import { trimCharacters } from './trimCharacters.ts';

/** Blanks around the content of a cell, the header's included. Silent: blanks inside a cell, and wider blanks, which are invisible-character's. */
export const outerSpace: Rule = {
  codes: ['outer-space'],
  start(context) {
    const { profile, header } = context;
    const texts = textColumns(profile);
    const numeric = Int32Array.from(numericColumns(profile), (column) => column.index);
    if (header && !header.quoteUnclosed) {
      for (const [cell, text] of header.cells.entries()) {
        if (isPadded(text)) report(context, context.placeOf(header, cell, null), text);
      }
    }
    return {
      row(data) {
        const { row } = data;
        for (const cell of texts) {
          const text = row.cell(cell);
          if (text !== undefined && isPadded(text)) report(context, context.placeOf(row, cell, data.index), text);
        }
      },
      irregularRow(data) {
        const { row, values } = data;
        if (!values.padded) return;
        for (const position of values.readings.keys()) {
          const cell = numeric[position] ?? 0;
          const text = row.cells[cell];
          if (text !== undefined && isPadded(text)) report(context, context.placeOf(row, cell, data.index), text);
        }
      },
    };
  },
};

function isPadded(text: string): boolean {
  const { length } = text;
  return length > 0 && (isBlank(text.charCodeAt(0)) || isBlank(text.charCodeAt(length - 1)));
}

/** Space, tab, line feed, vertical tab, form feed, carriage return; wider blanks are invisible characters. */
function isBlank(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13);
}

function report(context: RuleContext, place: Place, text: string): void {
  const content = trimCharacters(text, isBlank);
  const newText = written(content, context.profile.dialect.delimiter);
  context.atPlace(place, {
    code: 'outer-space',
    message:
      content === ''
        ? 'The cell holds nothing but blanks. Remove them.'
        : `Blanks stand around ${shown(content)}, so that programs take it for another value. Remove them.`,
    fixes: [
      {
        title: 'Remove the blanks around the cell',
        safe: true,
        edits: [{ start: place.start, end: place.end, newText: ownedText(newText) }],
      },
    ],
  });
}

/** A blank before an opening quote kept the quotes from being read as such; without it they are what they were meant to be. */
function written(content: string, delimiter: string): string {
  const meantQuoted = /^"[^"\r\n]*"$/.test(content) && !content.includes(delimiter);
  return writeCell(meantQuoted ? trimCharacters(content.slice(1, -1), isBlank) : content, delimiter);
}
