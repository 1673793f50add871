import { cellText, cellWritten, splitCells } from './quotedCells.ts';
import type { Row } from './row.ts';

/** Cells up to this one are looked up in the text; for a later one the whole record is split. */
const nearCells = 4;

/** What is known of a record before its cells are. */
export type RecordText = Omit<Row, 'cells' | 'cell' | 'quoting'>;

/**
 * A record that is split into cells only when they are asked for: in a large matrix nobody asks for the cells of most
 * rows, whose numbers are read from the text, and making two hundred strings a row costs more than all else.
 */
export class TextRow implements Row {
  readonly line: number;
  readonly start: number;
  readonly next: number;
  readonly text: string;
  readonly ascii: boolean;
  readonly quoteUnclosed: boolean;
  readonly quoting: Row['quoting'];
  readonly #delimiter: string;
  #cells: readonly string[] | null;

  /** `cells` are the cells, or how to part the text into them. */
  constructor(record: RecordText, delimiter: string, cells: readonly string[] | 'none' | 'regular') {
    this.line = record.line;
    this.start = record.start;
    this.next = record.next;
    this.text = record.text;
    this.ascii = record.ascii;
    this.quoteUnclosed = record.quoteUnclosed;
    this.quoting = typeof cells === 'string' ? cells : 'odd';
    this.#delimiter = delimiter;
    this.#cells = typeof cells === 'string' ? null : cells;
  }

  get cells(): readonly string[] {
    this.#cells ??=
      this.quoting === 'regular' ? splitCells(this.text, this.#delimiter) : this.text.split(this.#delimiter);
    return this.#cells;
  }

  cell(index: number): string | undefined {
    if (index < 0) return undefined;
    if (this.#cells !== null || index >= nearCells) return this.cells[index];
    const quoted = this.quoting === 'regular';
    let start = 0;
    for (let passed = 0; ; passed++) {
      const end = cellWritten(this.text, start, this.#delimiter, quoted);
      if (passed === index) return cellText(this.text, start, end, quoted);
      if (end === this.text.length) return undefined;
      start = end + 1;
    }
  }
}
