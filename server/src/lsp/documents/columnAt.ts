import type { Position, Range } from 'vscode-languageserver-types';
import type { Column, Profile } from '../../profiles/profile.ts';
import { cellSpans, rangeInRow } from '../../table/cells.ts';
import type { Row } from '../../table/row.ts';
import { rangeOf, touch } from './places.ts';

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
    const range = rangeOf(rangeInRow(row, start, end, dialect.newline), markUnits);
    if (touch(range, { start: position, end: position })) return { column, range };
  }
  return null;
}
