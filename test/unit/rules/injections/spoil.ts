import type { Column } from '../../../../server/src/profiles/profile.ts';
import { cellSpan, writeCell } from '../../../../server/src/table/cells.ts';
import type { Row } from '../../../../server/src/table/row.ts';
import { headerPlace, middle, primaryColumns, quietRows, type SoundTable, type SpoiltTable } from './soundTable.ts';

/** A cell to be written otherwise, as the file is to have it: quotes and all. */
export interface CellChange {
  readonly row: Row;
  readonly cell: number;
  readonly written: string;
}

/** A cell as the file has it, quotes and all. */
export function rawCell({ profile }: SoundTable, row: Row, cell: number): string {
  const { start, end } = cellSpan(row, profile.dialect.delimiter, cell);
  return row.text.slice(start, end);
}

/** The text with some cells written otherwise. */
export function changeCells({ text, profile }: SoundTable, changes: readonly CellChange[]): string {
  const edits = changes.map(({ row, cell, written }) => {
    const { start, end } = cellSpan(row, profile.dialect.delimiter, cell);
    return { start: row.start + start, end: row.start + end, written };
  });
  edits.sort((one, other) => one.start - other.start);
  let changed = '';
  let done = 0;
  for (const { start, end, written } of edits) {
    changed += text.slice(done, start) + written;
    done = end;
  }
  return changed + text.slice(done);
}

/** Another cell, which is the one that is to be found. */
export function withCell(table: SoundTable, row: Row, cell: number, written: string): SpoiltTable {
  return { text: changeCells(table, [{ row, cell, written }]), line: row.line + 1, cell: cell + 1 };
}

/** Another cell of the header, which is the one that is to be found. */
export function withHeaderCell(table: SoundTable, column: Column, change: (raw: string) => string): SpoiltTable | null {
  const place = headerPlace(table, column);
  const { header } = table;
  if (place === null || header === null) return null;
  return withCell(table, header, place.cell - 1, change(rawCell(table, header, place.cell - 1)));
}

/** A measured cell in the middle that has a value, of the primary quantity. */
export function measuredCell(table: SoundTable): { readonly row: Row; readonly column: Column } | null {
  const row = middle(table.rows);
  const column = middle(primaryColumns(table).filter(({ index }) => (row?.cell(index) ?? '').trim() !== ''));
  return row && column ? { row, column } : null;
}

/** Another value in a measured cell. */
export function withValue(table: SoundTable, value: string): SpoiltTable | null {
  const found = measuredCell(table);
  if (found === null) return null;
  return withCell(table, found.row, found.column.index, writeCell(value, table.profile.dialect.delimiter));
}

/** Another cell where a row is named. */
export function withKey(table: SoundTable, change: (raw: string) => string): SpoiltTable | null {
  const [key] = table.profile.rowKey;
  const row = middle(table.rows);
  if (row === undefined || key === undefined || (row.cell(key) ?? '') === '') return null;
  return withCell(table, row, key, change(rawCell(table, row, key)));
}

/** What ends the line of a row. */
export function lineEnd({ text }: SoundTable, row: Row): string {
  return text.slice(row.start + row.text.length, row.next);
}

/** A line put in above a row, which is the one that is to be found. */
export function insertedBefore(table: SoundTable, row: Row, line: string): SpoiltTable {
  const { text } = table;
  return {
    text: text.slice(0, row.start) + line + lineEnd(table, row) + text.slice(row.start),
    line: row.line + 1,
    cell: 0,
    added: 1,
  };
}

/** A row's text with some cells written otherwise. */
export function rowWith(table: SoundTable, row: Row, cells: ReadonlyMap<number, string>): string {
  const delimiter = table.profile.dialect.delimiter;
  return row.cells
    .map((_, cell) => {
      const written = cells.get(cell);
      return written === undefined ? rawCell(table, row, cell) : writeCell(written, delimiter);
    })
    .join(delimiter);
}

/** A row in the middle of which nothing is said yet. */
export function quietRow(table: SoundTable): Row | undefined {
  return middle(quietRows(table));
}
