import { getLocation } from 'jsonc-parser';

/** The value of a `sampleSheet` that is being written: its place by offsets, quotes included, and the entry it stands in. */
export interface SheetValue {
  readonly start: number;
  readonly end: number;
  /** The path or glob of the tables that the entry is about. */
  readonly tables: string;
}

/** The value of a `sampleSheet` at an offset into the text of a `.amprenta.json`; null where something else stands. */
export function sheetValueAt(text: string, offset: number): SheetValue | null {
  const { path, previousNode, isAtPropertyKey } = getLocation(text, offset);
  const [tables, entry, part, ...deeper] = path;
  if (isAtPropertyKey || tables !== 'tables' || part !== 'sampleSheet' || deeper.length > 0) return null;
  const isInValue = previousNode !== undefined && previousNode.offset + previousNode.length >= offset;
  const [start, length] = isInValue ? [previousNode.offset, previousNode.length] : [offset, 0];
  return { start, end: start + length, tables: String(entry) };
}
