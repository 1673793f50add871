import type { Position, Range } from 'vscode-languageserver-types';
import type { Column, Profile } from '../../profiles/profile.ts';
import { cellSpans, rangeInRow } from '../../table/cells.ts';
import type { Row } from '../../table/row.ts';

/** The column whose cell of `row` holds a position, and where that cell is; null where none does. */
export function columnAt(
  row: Row,
  { columns, dialect }: Profile,
  position: Position,
  markUnits: number,
): { readonly column: Column; readonly range: Range } | null {
  const spanOf = cellSpans(row, dialect.delimiter);
  for (const column of columns) {
    const { start, end } = spanOf(column.index);
    if (start < 0) continue;
    const place = rangeInRow(row, start, end, dialect.newline);
    const from = { line: place.startLine, character: place.startColumn + (place.startLine === 0 ? markUnits : 0) };
    const to = { line: place.endLine, character: place.endColumn + (place.endLine === 0 ? markUnits : 0) };
    if (!isBefore(position, from) && !isBefore(to, position)) return { column, range: { start: from, end: to } };
  }
  return null;
}

function isBefore(one: Position, other: Position): boolean {
  return one.line < other.line || (one.line === other.line && one.character < other.character);
}
