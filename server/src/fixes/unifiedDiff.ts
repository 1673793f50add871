import type { TextEdit } from '#shared/diagnostics.ts';
import type { TextPiece } from '../table/decode.ts';
import { visitLines, walkLines } from './changedLines.ts';

/** Unchanged lines shown around a change. */
const contextLines = 3;

/** One hunk: lines 0-based. */
interface Hunk {
  readonly oldStart: number;
  readonly newStart: number;
  oldLines: number;
  newLines: number;
}

/**
 * The difference that edits (by offset, without overlap) make, in the unified format, with three lines of context.
 * `pieces` is called twice and gives the text from its start: first the hunks are measured, then their lines are
 * written, so that neither text is ever whole in memory. Lines are told apart by line feeds alone, as `patch` does; a
 * carriage return before one is part of its line.
 * Source: GNU diffutils manual, "Detailed Description of Unified Format".
 */
export async function* unifiedDiff(
  name: string,
  pieces: () => AsyncIterable<Pick<TextPiece, 'text'>>,
  edits: readonly TextEdit[],
): AsyncGenerator<string> {
  if (edits.length === 0) return;
  const hunks = await measureHunks(pieces(), edits);
  if (hunks.length === 0) return;
  // A tab ends the name, so that blanks in it are not taken for its end.
  const file = name.includes(' ') ? `${name}\t` : name;
  yield `--- ${file}\n+++ ${file}\n`;
  const out: string[] = [];
  const walk = walkLines(edits, hunkWriter(hunks, out));
  for await (const { text } of pieces()) {
    walk.push(text);
    if (out.length > 0) yield out.splice(0).join('');
  }
  walk.end();
  if (out.length > 0) yield out.join('');
}

async function measureHunks(
  pieces: AsyncIterable<Pick<TextPiece, 'text'>>,
  edits: readonly TextEdit[],
): Promise<readonly Hunk[]> {
  const hunks: Hunk[] = [];
  let oldLine = 0;
  let newLine = 0;
  let oldLinesAfter = Number.POSITIVE_INFINITY;
  await visitLines(pieces, edits, {
    same() {
      const hunk = hunks.at(-1);
      if (hunk && oldLinesAfter < contextLines) {
        hunk.oldLines++;
        hunk.newLines++;
      }
      oldLinesAfter++;
      oldLine++;
      newLine++;
    },
    changed(before, after) {
      let hunk = hunks.at(-1);
      if (hunk && oldLinesAfter <= contextLines * 2) {
        const between = Math.max(0, oldLinesAfter - contextLines);
        hunk.oldLines += between;
        hunk.newLines += between;
      } else {
        const context = Math.min(contextLines, oldLine);
        hunk = { oldStart: oldLine - context, newStart: newLine - context, oldLines: context, newLines: context };
        hunks.push(hunk);
      }
      const removed = countLines(before);
      const added = countLines(after);
      hunk.oldLines += removed;
      hunk.newLines += added;
      oldLine += removed;
      newLine += added;
      oldLinesAfter = 0;
    },
  });
  return hunks;
}

/** Writes the lines of the hunks; the lines between them it passes over. */
function hunkWriter(hunks: readonly Hunk[], out: string[]): Parameters<typeof walkLines>[1] {
  let oldLine = 0;
  let at = 0;
  let open = false;
  const openAt = (line: number): boolean => {
    const hunk = hunks[at];
    if (open && hunk && line >= hunk.oldStart + hunk.oldLines) {
      open = false;
      at++;
      return openAt(line);
    }
    if (!open && hunk && line >= hunk.oldStart) {
      open = true;
      out.push(`@@ -${span(hunk.oldStart, hunk.oldLines)} +${span(hunk.newStart, hunk.newLines)} @@\n`);
    }
    return open;
  };
  return {
    same(line) {
      if (openAt(oldLine)) out.push(marked(' ', line));
      oldLine++;
    },
    changed(before, after) {
      if (!open) openAt(oldLine);
      for (const line of linesOf(before)) out.push(marked('-', line));
      for (const line of linesOf(after)) out.push(marked('+', line));
      oldLine += countLines(before);
    },
  };
}

/** A hunk of no lines names the line before it. */
function span(start: number, lines: number): string {
  return `${lines === 0 ? start : start + 1},${lines}`;
}

function marked(mark: string, line: string): string {
  return line.endsWith('\n') ? mark + line : `${mark}${line}\n\\ No newline at end of file\n`;
}

function linesOf(text: string): readonly string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

function countLines(text: string): number {
  return linesOf(text).length;
}
