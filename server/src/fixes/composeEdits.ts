import type { TextEdit } from '#shared/diagnostics.ts';

/** A stretch of the text between the two sets of edits, and the edit that made it or that changes it. */
interface Stretch {
  readonly start: number;
  readonly end: number;
  readonly edit: TextEdit;
  readonly made: boolean;
}

/**
 * Makes one set of edits of two: `first` leads from a text to a second one, `then` from that to a third; the result
 * leads from the first text to the third. All are by offset and without overlap. Edits that touch become one.
 */
export function composeEdits(first: readonly TextEdit[], then: readonly TextEdit[]): readonly TextEdit[] {
  if (first.length === 0) return then;
  if (then.length === 0) return first;
  const composed: TextEdit[] = [];
  /** How much longer the second text is than the first one, up to here. */
  let growth = 0;
  let group: Stretch[] = [];
  let groupEnd = -1;

  const close = (): void => {
    const [head] = group;
    if (!head) return;
    const start = head.start - growth;
    for (const { made, edit } of group) if (made) growth += edit.newText.length - (edit.end - edit.start);
    composed.push({ start, end: groupEnd - growth, newText: textOf(group, head.start, groupEnd) });
    group = [];
  };

  for (const stretch of stretchesInOrder(first, then)) {
    if (stretch.start > groupEnd) close();
    groupEnd = group.length === 0 ? stretch.end : Math.max(groupEnd, stretch.end);
    group.push(stretch);
  }
  close();
  return composed;
}

/** Both sets as stretches of the second text, by offset. */
function* stretchesInOrder(first: readonly TextEdit[], then: readonly TextEdit[]): Generator<Stretch> {
  let growth = 0;
  let at = 0;
  for (const edit of first) {
    const start = edit.start + growth;
    for (let next = then[at]; next && next.start < start; next = then[++at]) {
      yield { start: next.start, end: next.end, edit: next, made: false };
    }
    yield { start, end: start + edit.newText.length, edit, made: true };
    growth += edit.newText.length - (edit.end - edit.start);
  }
  for (let next = then[at]; next; next = then[++at])
    yield { start: next.start, end: next.end, edit: next, made: false };
}

/** What stands in place of a group of touching stretches: what the first edits made and the second ones left, and what those put in. */
function textOf(group: readonly Stretch[], start: number, end: number): string {
  const parts: string[] = [];
  let at = start;
  for (const stretch of group) {
    if (stretch.made) continue;
    parts.push(madeText(group, at, stretch.start), stretch.edit.newText);
    at = stretch.end;
  }
  parts.push(madeText(group, at, end));
  return parts.join('');
}

function madeText(group: readonly Stretch[], from: number, to: number): string {
  if (to <= from) return '';
  let text = '';
  for (const { made, start, end, edit } of group) {
    if (made && start < to && end > from) text += edit.newText.slice(Math.max(0, from - start), to - start);
  }
  return text;
}
