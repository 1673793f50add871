import type { Column, Profile } from '../../profiles/profile.ts';
import type { ByteSource } from '../../table/byteSource.ts';
import { readDataRows } from '../../values/dataRows.ts';
import { type Spread, startNumberTally } from '../../values/numberTally.ts';
import { numericColumns } from '../../values/rowValues.ts';
import { quantityOf } from './hoverText.ts';

/** What the cells of one column come to; summary rows are left out. */
export interface ColumnFigures {
  readonly rows: number;
  /** Cells with a finite number; of a column of text, cells with content. */
  readonly values: number;
  /** Cells without a value; a zero that counts as missing is one of them. */
  readonly missing: number;
  /** Null where the column has no number, or holds text. */
  readonly spread: Spread | null;
}

/**
 * Reads one column of a table.
 * @throws AbortError when `signal` is aborted
 */
export async function readColumnFigures(
  source: ByteSource,
  profile: Profile,
  column: Column,
  signal: AbortSignal,
): Promise<ColumnFigures> {
  const position = numericColumns(profile).indexOf(column);
  const tally = startNumberTally(quantityOf(profile, column));
  let rows = 0;
  let filled = 0;
  await readDataRows(
    source,
    profile,
    {
      row({ row, summary, values }) {
        if (summary) return;
        rows++;
        if (position >= 0) tally.add(values, position);
        else if ((row.cell(column.index) ?? '').trim() !== '') filled++;
      },
    },
    { signal },
  );
  return position < 0 ? { rows, values: filled, missing: rows - filled, spread: null } : { rows, ...tally.end() };
}
