import type { TextDocumentContentChangeEvent } from 'vscode-languageserver';

/** Lines of a document that differ from those of an older version of it; all others moved at most. */
export interface ChangedLines {
  /** First changed line, in both versions. */
  readonly start: number;
  /** Behind the last changed line of the new version. */
  readonly end: number;
  /** By how many lines those behind moved. */
  readonly shift: number;
}

/** Collects changes since a version. */
export interface ChangeTracker {
  /** A change as the protocol tells it; ranges are those of the version before it. */
  add(change: TextDocumentContentChangeEvent): void;
  /** What changed since the beginning; null where the whole text was replaced, or nothing changed. */
  changed(): ChangedLines | null;
}

/** Begins with no change. */
export function trackChanges(): ChangeTracker {
  let lines: ChangedLines | null = null;
  let replaced = false;
  return {
    add(change) {
      if (!('range' in change)) {
        replaced = true;
        return;
      }
      const { start, end } = change.range;
      const added = countLineEnds(change.text);
      const shift = added - (end.line - start.line);
      const own = { start: start.line, end: start.line + added + 1 };
      if (lines === null) {
        lines = { ...own, shift };
        return;
      }
      // A line behind the change moves; one that the change took in ends where the change ends.
      const moved = lines.end > end.line ? lines.end + shift : Math.min(lines.end, own.end);
      lines = { start: Math.min(lines.start, own.start), end: Math.max(moved, own.end), shift: lines.shift + shift };
    },
    changed: () => (replaced ? null : lines),
  };
}

/** As the protocol counts lines: LF, CR LF and a lone CR each end one. */
function countLineEnds(text: string): number {
  return text === '' ? 0 : (text.match(/\r\n|\n|\r/g)?.length ?? 0);
}
