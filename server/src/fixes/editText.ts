import type { TextEdit } from '#shared/diagnostics.ts';
import type { TextPiece } from '../table/decode.ts';

/** Applies edits (by offset, without overlap) to a text that comes piece by piece. */
export async function* editText(
  pieces: AsyncIterable<Pick<TextPiece, 'text'>>,
  edits: readonly TextEdit[],
): AsyncGenerator<string> {
  let offset = 0;
  /** Up to here the text is written, or deleted. */
  let done = 0;
  let next = 0;
  for await (const { text } of pieces) {
    const end = offset + text.length;
    const parts: string[] = [];
    for (let edit = edits[next]; edit && edit.start < end; edit = edits[++next]) {
      parts.push(text.slice(done - offset, edit.start - offset), edit.newText);
      done = edit.end;
    }
    if (done < end) {
      parts.push(text.slice(done - offset));
      done = end;
    }
    offset = end;
    const written = parts.join('');
    if (written !== '') yield written;
  }
  const rest = edits.slice(next).map((edit) => edit.newText);
  if (rest.length > 0) yield rest.join('');
}
