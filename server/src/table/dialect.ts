import { type Delimiter, delimiters } from '#shared/dataset.ts';
import { type Dialect, startRows } from './rowReader.ts';

const consistencyRows = 300;

/** `\r` only where a file has no `\n` at all (classic Mac OS); a `\r\n` is a `\n` whose `\r` belongs to the line end. */
export function detectNewline(head: string): Dialect['newline'] {
  return head.includes('\n') || !head.includes('\r') ? '\n' : '\r';
}

/**
 * Tells the delimiter by consistent width over the first rows, never by how often a character occurs: lists inside
 * cells (`P12345;Q67890`) are frequent in omics tables and have every length. Null where no delimiter makes two columns.
 */
export function detectDelimiter(head: string, newline: Dialect['newline']): Delimiter | null {
  let best: { delimiter: Delimiter; score: number } | null = null;
  for (const delimiter of delimiters) {
    if (!head.includes(delimiter)) continue;
    const score = consistency(head, delimiter, newline);
    if (score > (best?.score ?? 0)) best = { delimiter, score };
  }
  return best?.delimiter ?? null;
}

/**
 * The share of rows that have the commonest width, or run up to it (layouts that strip trailing delimiters), weighted so
 * that at equal consistency the wider reading wins.
 */
function consistency(head: string, delimiter: Delimiter, newline: Dialect['newline']): number {
  const widths = sampleWidths(head, delimiter, newline);
  if (widths.length === 0) return 0;
  const common = commonWidth(widths);
  if (common < 2) return 0;
  const equal = widths.filter((width) => width === common).length;
  return (equal / widths.length) * (1 - 1 / (common * 2));
}

/** Read with stray quotes told from others: a quote that swallowed the rest of the table would make it one consistent row. */
function sampleWidths(head: string, delimiter: Delimiter, newline: Dialect['newline']): number[] {
  const widths: number[] = [];
  let rows = 0;
  const reader = startRows({ delimiter, newline, width: 0 }, (row) => {
    if (row.cells.some((cell) => cell.trim() !== '')) widths.push(row.cells.length);
    return ++rows < consistencyRows;
  });
  if (reader.push(head, false)) reader.end();
  return widths;
}

/** The commonest width of at least two; among equally common ones the widest. */
export function commonWidth(widths: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const width of widths) counts.set(width, (counts.get(width) ?? 0) + 1);
  let common = 1;
  let commonCount = 0;
  for (const [width, count] of counts) {
    if (width < 2) continue;
    if (count > commonCount || (count === commonCount && width > common)) {
      common = width;
      commonCount = count;
    }
  }
  return common;
}
