import { pColumnOf } from '../../../../server/src/profiles/statisticColumn.ts';
import type { Row } from '../../../../server/src/table/row.ts';
import type { Injection } from './injection.ts';
import { middle, type SoundTable, type SpoiltTable } from './soundTable.ts';
import { withCell } from './spoil.ts';

interface PCells {
  readonly column: number;
  /** Rows with a number, from the smallest p-value to the largest. */
  readonly rows: readonly Row[];
  numberOf(row: Row): number;
}

/** A column of p-values and the rows that have one; null where the table has none. */
function pCells({ profile, rows }: SoundTable, adjustment: 'none' | 'stepwise'): PCells | null {
  const columns = profile.columns.filter(({ role }) => role === 'statistic');
  const columnOf = (wanted: string) => columns.find(({ name }) => pColumnOf(name)?.adjustment === wanted);
  const column = columnOf(adjustment);
  if (column === undefined || columnOf('none') === undefined) return null;
  const numberOf = (row: Row): number => Number.parseFloat(row.cell(column.index) ?? '');
  const numbered = rows.filter((row) => Number.isFinite(numberOf(row)));
  return {
    column: column.index,
    rows: numbered.sort((one, other) => numberOf(one) - numberOf(other)),
    numberOf,
  };
}

/** Another number in a column of p-values, of the row that is chosen. */
function withP(
  table: SoundTable,
  adjustment: 'none' | 'stepwise',
  value: string,
  choose: (rows: readonly Row[]) => Row | undefined = middle,
): SpoiltTable | null {
  const cells = pCells(table, adjustment);
  const row = cells && choose(cells.rows);
  return row ? withCell(table, row, cells.column, value) : null;
}

/** Defects of p-values and the like. */
export const statisticsInjections: readonly Injection[] = [
  ...['1.7', '-0.2', '12'].map(
    (value): Injection => ({
      code: 'p-out-of-range',
      what: `${value} for a p-value`,
      ground: 'grown',
      fewest: 5,
      inject: (table) => withP(table, 'none', value),
    }),
  ),
  {
    code: 'p-out-of-range',
    what: '1.7 for an adjusted p-value',
    ground: 'grown',
    fewest: 4,
    inject: (table) => withP(table, 'stepwise', '1.7'),
  },
  {
    code: 'p-exactly-zero',
    what: 'a p-value of 0',
    ground: 'example',
    fewest: 5,
    inject: (table) => withP(table, 'none', '0', ([first]) => first),
  },
  {
    code: 'padj-below-p',
    what: 'an adjusted p-value below its own',
    ground: 'grown',
    fewest: 4,
    inject: (table) => withP(table, 'stepwise', '0.000001'),
  },
  {
    code: 'padj-order',
    what: 'an adjusted p-value that falls while the p-values rise',
    ground: 'grown',
    fewest: 4,
    inject(table) {
      const adjusted = pCells(table, 'stepwise');
      const row = adjusted && middle(adjusted.rows);
      const largest = adjusted?.rows.at(-1);
      if (!row || !largest || adjusted.numberOf(row) >= 0.9 || adjusted.numberOf(largest) <= adjusted.numberOf(row))
        return null;
      return withCell(table, row, adjusted.column, '0.9999');
    },
  },
  {
    code: 'negative-mean',
    what: 'a mean of counts below zero',
    ground: 'example',
    fewest: 1,
    inject(table) {
      const column = table.profile.columns.find(({ name }) => name === 'baseMean');
      const row = middle(table.rows);
      return row && column ? withCell(table, row, column.index, '-12.5') : null;
    },
  },
];
