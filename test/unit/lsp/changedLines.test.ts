import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { trackChanges } from '../../../server/src/lsp/documents/changedLines.ts';

const linesOf = (text: string): string[] => text.split('\n');

const edit = fc.record({
  from: fc.nat(),
  length: fc.nat(12),
  text: fc.array(fc.constantFrom('a', 'b', '\n'), { maxLength: 5 }).map((parts) => parts.join('')),
});

describe('lines that changed', () => {
  it('leave all lines before and behind them as they were, whatever is edited', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('x', 'y', '\n'), { minLength: 1, maxLength: 60 }).map((parts) => parts.join('')),
        fc.array(edit, { minLength: 1, maxLength: 6 }),
        (text, edits) => {
          const document = TextDocument.create('file:///t.csv', 'csv', 1, text);
          const tracker = trackChanges();
          for (const { from, length, text: typed } of edits) {
            const size = document.getText().length;
            const start = size === 0 ? 0 : from % (size + 1);
            const end = Math.min(size, start + length);
            const range = { start: document.positionAt(start), end: document.positionAt(end) };
            TextDocument.update(document, [{ range, text: typed }], document.version + 1);
            tracker.add({ range, text: typed });
          }
          const changed = tracker.changed();
          expect(changed).not.toBeNull();
          if (changed === null) return;
          const before = linesOf(text);
          const now = linesOf(document.getText());
          expect(now.slice(0, changed.start)).toEqual(before.slice(0, changed.start));
          expect(now.slice(changed.end)).toEqual(before.slice(changed.end - changed.shift));
        },
      ),
      { seed: 11, numRuns: Number(process.env.AMPRENTA_FUZZ_RUNS ?? 500) },
    );
  });

  it('are not told where the whole text was replaced', () => {
    const tracker = trackChanges();
    tracker.add({ text: 'all new' });
    expect(tracker.changed()).toBeNull();
  });
});
