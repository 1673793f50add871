import { numericColumns } from '../../../../server/src/values/rowValues.ts';
import { joinedCells, levelsAbove } from '../../../../server/src/values/valueLevels.ts';
import type { SoundTable, SpoiltTable } from './soundTable.ts';
import { withCell } from './spoil.ts';

/** Another value of a higher level on a row that repeats it; null where no row does. */
export function repeatedLevelCell(table: SoundTable): SpoiltTable | null {
  const columns = numericColumns(table.profile);
  for (const { keyCells, positions } of levelsAbove(table.profile)) {
    const column = columns[positions[0] ?? -1];
    const seen = new Set<string>();
    for (const row of table.rows) {
      const value = row.cell(column?.index ?? -1) ?? '';
      if (!column || !/^[1-9]/.test(value)) continue;
      const key = joinedCells(row, keyCells);
      if (seen.has(key)) return withCell(table, row, column.index, `9${value}`);
      seen.add(key);
    }
  }
  return null;
}
