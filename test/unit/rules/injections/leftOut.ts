import type { Injection } from './injection.ts';
import { primaryColumns, type SoundTable, type SpoiltTable } from './soundTable.ts';
import { rawCell } from './spoil.ts';

/** Tables of which whole columns were left out. */
export const leftOutInjections: readonly Injection[] = [
  {
    code: 'no-sample-column',
    what: 'the columns of measured values left out',
    ground: 'example',
    fewest: 5,
    inject(table) {
      const { profile, findings } = table;
      const holdsText = (cell: number): boolean =>
        table.rows.every((row) => (row.cell(cell) ?? '') !== '' && Number.isNaN(Number(row.cell(cell)))) &&
        new Set(table.rows.map((row) => row.cell(cell))).size === table.rows.length;
      const texts = profile.columns.filter(
        ({ role, name, index }) => (role === 'key' || role === 'annotation') && name !== '' && holdsText(index),
      );
      const isPlain = profile.shape === 'features-in-rows' && profile.headerLine === 0 && findings.length === 0;
      const isKeyed = texts.some(({ index }) => index === profile.rowKey[0]);
      return isPlain && isKeyed && texts.length > 1
        ? withColumns(
            table,
            texts.map(({ index }) => index),
          )
        : null;
    },
  },
  {
    code: 'no-feature-column',
    what: 'the columns that name features left out',
    ground: 'example',
    fewest: 1,
    inject(table) {
      const { profile, findings } = table;
      const columns = primaryColumns(table).map(({ index }) => index);
      const isPlain = profile.shape === 'features-in-rows' && profile.headerLine === 0 && findings.length === 0;
      const areNumbers = columns.every((cell) => table.rows.every((row) => Number.isFinite(Number(row.cell(cell)))));
      const ofFiles = profile.samples.some(({ name }) => /[.\\/]/.test(name));
      return isPlain && areNumbers && !ofFiles && columns.length > 1 ? withColumns(table, columns) : null;
    },
  },
];

/** The header and the rows with some of their columns only. */
function withColumns(table: SoundTable, columns: readonly number[]): SpoiltTable {
  const { header, rows, profile } = table;
  const lines = [...(header ? [header] : []), ...rows].map((row) =>
    columns.map((cell) => rawCell(table, row, cell)).join(profile.dialect.delimiter),
  );
  return { text: `${lines.join('\n')}\n`, line: 1, cell: 1 };
}
