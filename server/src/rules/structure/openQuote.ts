/** A quoted cell that nothing closes, in the text of its record: UTF-16 units. */
export interface OpenQuote {
  /** Cell of the record, 0-based. */
  readonly cell: number;
  /** Where the quote stands. */
  readonly start: number;
  /** Where the cell would end if the quote were a character like others: the next delimiter, or the record's end. */
  readonly end: number;
}

/**
 * Finds the quote of a record that opens a cell and is not closed in it. A quote that closes and is followed by text
 * (`"ortho" acid`) is closed, if not by RFC 4180: other readers of CSV take it so, and nothing is swallowed.
 */
export function findOpenQuote(text: string, delimiter: string): OpenQuote | null {
  let start = 0;
  for (let cell = 0; ; cell++) {
    let from = start;
    if (text[start] === '"') {
      const close = closingQuote(text, start + 1);
      if (close < 0) return { cell, start, end: endOfCell(text, start, delimiter) };
      from = close + 1;
    }
    const end = endOfCell(text, from, delimiter);
    if (end === text.length) return null;
    start = end + 1;
  }
}

/** True where a record has a quote that opens a cell and is not closed. */
export function hasOpenQuote(text: string, delimiter: string): boolean {
  return findOpenQuote(text, delimiter) !== null;
}

function closingQuote(text: string, from: number): number {
  let at = text.indexOf('"', from);
  while (at >= 0 && text[at + 1] === '"') at = text.indexOf('"', at + 2);
  return at;
}

function endOfCell(text: string, from: number, delimiter: string): number {
  const end = text.indexOf(delimiter, from);
  return end < 0 ? text.length : end;
}
