/** No whole record yet: more text is needed to tell where it ends. */
export const unended = -1;
/** A quote opens that was not meant to: the record's first line is to be read with its quotes as characters. */
export const strayQuote = -2;

/**
 * A record with more line breaks than this has swallowed lines: no note in a table is that long. What a swallowing
 * record holds is read again line by line, so this also bounds how often.
 */
const mostLineBreaks = 200;

/** Finds where records end. */
export interface RecordEndFinder {
  /** Offset behind the line end of the record that starts at `from`, or `unended` or `strayQuote`. */
  endOf(from: number): number;
  /** True where the record found last lies on one line and every quote of it closes where it should. */
  readonly regular: boolean;
}

/** What parts cells and lines. */
interface Marks {
  readonly delimiter: string;
  readonly newline: string;
}

/**
 * Starts finding the ends of the records of `text`; it is to be asked for rising offsets. Quotes are understood as papaparse does: one closes where a delimiter, a line end or the
 * text's end follows, blanks in between allowed. A quote that text follows, after the cell has run over a line end,
 * shows that the cell was never meant to be quoted; told here and at once, a file full of such quotes takes no longer
 * than any other. `last` says that no text follows.
 */
export function startRecordEnds(text: string, { delimiter, newline }: Marks, last: boolean): RecordEndFinder {
  const nextDelimiter = forwardSearch(text, delimiter);
  const nextNewline = forwardSearch(text, newline);

  let breaks = 0;
  let regular = true;

  /** Where the text behind a cell's closing quote begins; `unended` or `strayQuote` where nothing closes it. */
  const findClosing = (open: number): number => {
    const breaksBefore = breaks;
    let lineEnd = nextNewline(open);
    let invalid = false;
    for (let quote = text.indexOf('"', open + 1); quote >= 0; quote = text.indexOf('"', quote + 1)) {
      for (; lineEnd < quote && breaks <= mostLineBreaks; lineEnd = nextNewline(lineEnd + 1)) breaks++;
      if (breaks > mostLineBreaks || (invalid && breaks > breaksBefore)) return strayQuote;
      if (text.charCodeAt(quote + 1) === doubleQuote) {
        quote++;
        continue;
      }
      const after = skipBlanks(quote + 1);
      if (after === text.length) {
        if (!last) return unended;
        if (quote === text.length - 1) return after;
      } else if (text[after] === delimiter || text[after] === newline) {
        return after;
      }
      if (breaks > breaksBefore) return strayQuote;
      invalid = true;
      regular = false;
    }
    return last || (invalid && lineEnd < text.length) ? strayQuote : unended;
  };

  const skipBlanks = (from: number): number => {
    let at = from;
    while (at < text.length && text[at] !== delimiter && text[at] !== newline && isBlank(text.charCodeAt(at))) at++;
    return at;
  };

  return {
    endOf(from) {
      breaks = 0;
      regular = true;
      let start = from;
      for (;;) {
        const cellEnd = text.charCodeAt(start) === doubleQuote ? findClosing(start) : start;
        if (cellEnd < 0) return cellEnd;
        const lineEnd = nextNewline(cellEnd);
        const end = nextDelimiter(cellEnd);
        if (end < lineEnd) start = end + 1;
        else if (lineEnd < text.length) return lineEnd + 1;
        else return last ? text.length : unended;
      }
    },
    get regular() {
      return regular && breaks === 0;
    },
  };
}

const doubleQuote = 34;

/** Finds the next place of a character from rising offsets on, and looks no stretch of the text through twice; the text's end where there is none. */
function forwardSearch(text: string, wanted: string): (from: number) => number {
  let found = -1;
  return (from) => {
    if (found < from) {
      const at = text.indexOf(wanted, from);
      found = at < 0 ? text.length : at;
    }
    return found;
  };
}

/** What String.trim takes for blank, of which papaparse allows any number behind a closing quote. */
function isBlank(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13) || (code >= 0xa0 && String.fromCharCode(code).trim() === '');
}
