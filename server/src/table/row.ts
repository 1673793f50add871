/** One record of a table, with its place. */
export interface Row {
  /** The cells, quotes removed. They may be made only when asked for: ask `cell` for a single one near the beginning. */
  readonly cells: readonly string[];
  /** The same as `cells[index]`. */
  cell(index: number): string | undefined;
  /**
   * How the record is quoted. `none`: every delimiter of the text parts two cells. `regular`: some cells are quoted as
   * RFC 4180 has it. `odd`: otherwise.
   */
  readonly quoting: 'none' | 'regular' | 'odd';
  /** Physical line on which the record starts, 0-based. */
  readonly line: number;
  /** Offset of the record in the decoded text, in UTF-16 units. */
  readonly start: number;
  /** Offset behind the record's line end, where the next record starts. */
  readonly next: number;
  /** The record as written, without its line end. */
  readonly text: string;
  /** True where the piece of text around it is wholly ASCII. */
  readonly ascii: boolean;
  /** True where a quote opens and nothing closes it rightly: the line was then read with the quote as a character. */
  readonly quoteUnclosed: boolean;
}
