import type { Profile } from '../profiles/profile.ts';
import type { Row } from '../table/row.ts';
import { numericColumns } from './rowValues.ts';

/** The measured columns of a long table that repeat on the same rows: a protein's on the rows of its precursors. */
export interface ValueLevel {
  /** Cells whose text determines the values, that of the sample included. */
  readonly keyCells: readonly number[];
  /** Positions among the numeric columns. */
  readonly positions: readonly number[];
}

/** The levels above the rows of a long table, the highest first; none where every row has values of its own only. */
export function levelsAbove(profile: Profile): readonly ValueLevel[] {
  if (profile.shape !== 'long') return [];
  const ownKey = new Set(profile.rowKey);
  const levels = new Map<string, { readonly keyCells: readonly number[]; readonly positions: number[] }>();
  numericColumns(profile).forEach((column, position) => {
    const quantity = column.role === 'value' ? profile.quantities[column.quantity ?? -1] : undefined;
    const keyCells = quantity?.levelKey;
    // A level whose key is the row's own is no level above it.
    if (keyCells === undefined || [...ownKey].every((cell) => keyCells.includes(cell))) return;
    const name = [...keyCells].sort((a, b) => a - b).join(' ');
    const level = levels.get(name) ?? { keyCells, positions: [] };
    level.positions.push(position);
    levels.set(name, level);
  });
  return [...levels.values()];
}

/** The text of some of a row's cells, for comparing; what separates them stands in no cell of a table. */
export function joinedCells(row: Pick<Row, 'cell'>, cells: readonly number[]): string {
  let joined = '';
  for (const cell of cells) joined += `\u0000${row.cell(cell) ?? ''}`;
  return joined;
}
