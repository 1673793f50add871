import { rangeInRow } from '../../table/cells.ts';
import type { Row } from '../../table/row.ts';
import { shown } from '../columnKinds.ts';
import type { Rule, RuleContext } from '../rule.ts';
import { findOpenQuote, type OpenQuote } from './openQuote.ts';

/**
 * A quote that opens a cell and that nothing closes before the line's end, or that swallows lines: reported where it
 * opens. Silent: quotes inside a cell, and quoted text that more text follows.
 * Source: RFC 4180, section 2, rules 5 to 7.
 */
export const unclosedQuote: Rule = {
  codes: ['unclosed-quote'],
  start(context) {
    const { header } = context;
    if (header?.quoteUnclosed) report(context, header, null);
    return { brokenRow: (data) => report(context, data.row, data.index) };
  },
};

function report(context: RuleContext, row: Row, dataRow: number | null): void {
  const { delimiter, newline } = context.profile.dialect;
  const open = findOpenQuote(row.text, delimiter);
  if (!open) return;
  const { cell, start, end } = open;
  const place = {
    range: rangeInRow(row, start, end, newline),
    cell,
    row: dataRow,
    start: row.start + start,
    end: row.start + end,
  };
  const value = shown(row.text.slice(start, end));
  context.atPlace(place, {
    code: 'unclosed-quote',
    message: `The quote that opens ${value} is not closed. Close it, or remove it if it is part of the text.`,
    fixes: [
      {
        title: 'Close the quote at the end of the cell',
        safe: closesRightly(row.text, delimiter, open, context.profile.columns.length),
        edits: [{ start: place.end, end: place.end, newText: '"' }],
      },
    ],
  });
}

/** Where the quote ends is certain only if nothing follows, or if closing it there gives the row its width. */
function closesRightly(text: string, delimiter: string, open: OpenQuote, width: number): boolean {
  if (open.end === text.length) return true;
  const after = text.slice(open.end).split(delimiter).length - 1;
  return open.cell + 1 + after === width;
}
