import type { Row } from './row.ts';

/** Cells up to this one are looked up in the text; for a later one the whole record is split. */
const nearCells = 4;

/** What is known of a record before its cells are. */
export type RecordText = Omit<Row, 'cells' | 'cell' | 'plain'>;

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
  readonly plain: boolean;
  readonly #delimiter: string;
  #cells: readonly string[] | null;

  /** `cells` are given where quotes had to be understood; without them every delimiter of the text parts two cells. */
  constructor(record: RecordText, delimiter: string, cells: readonly string[] | null) {
    this.line = record.line;
    this.start = record.start;
    this.next = record.next;
    this.text = record.text;
    this.ascii = record.ascii;
    this.quoteUnclosed = record.quoteUnclosed;
    this.plain = cells === null;
    this.#delimiter = delimiter;
    this.#cells = cells;
  }

  get cells(): readonly string[] {
    this.#cells ??= this.text.split(this.#delimiter);
    return this.#cells;
  }

  cell(index: number): string | undefined {
    if (index < 0) return undefined;
    if (this.#cells !== null || index >= nearCells) return this.cells[index];
    let start = 0;
    for (let passed = 0; passed < index; passed++) {
      const end = this.text.indexOf(this.#delimiter, start);
      if (end < 0) return undefined;
      start = end + 1;
    }
    const end = this.text.indexOf(this.#delimiter, start);
    return end < 0 ? this.text.slice(start) : this.text.slice(start, end);
  }
}
