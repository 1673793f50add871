import type { Fix } from '#shared/diagnostics.ts';
import { writeCell } from '../../table/cells.ts';
import type { Place } from '../place.ts';
import type { RuleContext } from '../rule.ts';

/** A fix that writes another name into the cell at a place; it takes a person to choose it. */
export function replaceName(context: RuleContext, place: Place, name: string, reason = ''): Fix {
  return rewriteCell(context, place, name, {
    title: reason === '' ? `Write ${name}` : `Write ${name} (${reason})`,
    safe: false,
  });
}

/** A fix that writes a text into the cell at a place. */
export function rewriteCell(
  context: RuleContext,
  { start, end }: Place,
  text: string,
  { title, safe }: Pick<Fix, 'title' | 'safe'>,
): Fix {
  return { title, safe, edits: [{ start, end, newText: writeCell(text, context.profile.dialect.delimiter) }] };
}
