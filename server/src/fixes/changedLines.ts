import type { TextEdit } from '#shared/diagnostics.ts';
import type { TextPiece } from '../table/decode.ts';

/** Who is told of each line of a text and of what becomes of it. Lines keep their line feed; the last may have none. */
export interface LineVisitor {
  same(line: string): void;
  /** `before` and `after` are whole lines; either may be empty. */
  changed(before: string, after: string): void;
}

/** Feeds a text piece by piece and tells `visitor` of its lines, changed by edits (by offset, without overlap) or not. */
export interface LineWalk {
  push(text: string): void;
  end(): void;
}

/** Starts a walk. Lines end with a line feed, as `patch` takes them, whatever else ends lines for people. */
export function walkLines(edits: readonly TextEdit[], visitor: LineVisitor): LineWalk {
  let waiting = '';
  /** Offset of `waiting`. */
  let offset = 0;
  let next = 0;

  /** Takes the lines from `from` on that the next edits touch; answers where they end, or -1 where more text is needed. */
  const takeChanged = (from: number, lineEnd: number, last: boolean): number => {
    let end = lineEnd;
    let at = from;
    let after = '';
    let taken = next;
    for (;;) {
      for (
        let edit = edits[taken];
        edit && touches(edit, offset + end, waiting[end - 1] !== '\n');
        edit = edits[++taken]
      ) {
        after += waiting.slice(at, edit.start - offset) + edit.newText;
        at = edit.end - offset;
      }
      const whole = at < end || after === '' || after.endsWith('\n');
      if (at <= end && (whole || (last && end === waiting.length))) break;
      const further = waiting.indexOf('\n', end);
      if (further < 0 && !last) return -1;
      if (end === waiting.length) break;
      end = further < 0 ? waiting.length : further + 1;
    }
    after += waiting.slice(at, end);
    next = taken;
    const before = waiting.slice(from, end);
    if (before === after) visitor.same(before);
    else visitor.changed(before, after);
    return end;
  };

  const drain = (last: boolean): void => {
    let from = 0;
    while (from < waiting.length) {
      const feed = waiting.indexOf('\n', from);
      if (feed < 0 && !last) break;
      const lineEnd = feed < 0 ? waiting.length : feed + 1;
      const edit = edits[next];
      if (edit && touches(edit, offset + lineEnd, feed < 0)) {
        const end = takeChanged(from, lineEnd, last);
        if (end < 0) break;
        from = end;
      } else {
        visitor.same(waiting.slice(from, lineEnd));
        from = lineEnd;
      }
    }
    offset += from;
    waiting = waiting.slice(from);
  };

  return {
    push(text) {
      waiting += text;
      drain(false);
    },
    end() {
      drain(true);
      const rest = edits
        .slice(next)
        .map((edit) => edit.newText)
        .join('');
      if (rest !== '') visitor.changed('', rest);
    },
  };
}

/** An edit touches a line if it begins in it; at the very end of a text without a last line feed it belongs to the last line. */
function touches(edit: TextEdit, lineEnd: number, unended: boolean): boolean {
  return edit.start < lineEnd || (unended && edit.start === lineEnd);
}

/** Walks the lines of a text that comes piece by piece. */
export async function visitLines(
  pieces: AsyncIterable<Pick<TextPiece, 'text'>>,
  edits: readonly TextEdit[],
  visitor: LineVisitor,
): Promise<void> {
  const walk = walkLines(edits, visitor);
  for await (const { text } of pieces) walk.push(text);
  walk.end();
}
