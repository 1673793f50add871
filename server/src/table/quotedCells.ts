/**
 * Where the cell that is written from `start` on ends: at the next delimiter, or at the text's end. `quoted` says that
 * cells may be quoted, all of them rightly: the first quote that is not doubled closes.
 */
export function cellWritten(text: string, start: number, delimiter: string, quoted: boolean): number {
  const from = quoted && text.charCodeAt(start) === doubleQuote ? closingQuote(text, start) + 1 : start;
  const end = text.indexOf(delimiter, from);
  return end < 0 ? text.length : end;
}

/** What stands in a cell that is written from `start` to `end`: without its quotes, doubled ones made single. */
export function cellText(text: string, start: number, end: number, quoted: boolean): string {
  if (!quoted || text.charCodeAt(start) !== doubleQuote) return text.slice(start, end);
  const inner = text.slice(start + 1, closingQuote(text, start));
  return inner.includes('"') ? inner.replaceAll('""', '"') : inner;
}

/** The cells of a record whose quoted cells are all quoted rightly. */
export function splitCells(text: string, delimiter: string): string[] {
  const cells: string[] = [];
  for (let start = 0; ; ) {
    const end = cellWritten(text, start, delimiter, true);
    cells.push(cellText(text, start, end, true));
    if (end === text.length) return cells;
    start = end + 1;
  }
}

const doubleQuote = 34;

function closingQuote(text: string, open: number): number {
  let quote = text.indexOf('"', open + 1);
  while (text.charCodeAt(quote + 1) === doubleQuote) quote = text.indexOf('"', quote + 2);
  return quote;
}
