import type { DiagnosticCode, Finding } from '#shared/diagnostics.ts';
import type { Profile } from '../../../server/src/profiles/profile.ts';
import { pColumnOf } from '../../../server/src/profiles/statisticColumn.ts';
import { validate } from '../../../server/src/rules/validate.ts';
import { textSource } from '../../../server/src/table/byteSource.ts';
import { cellSpan, writeCell } from '../../../server/src/table/cells.ts';
import type { Row } from '../../../server/src/table/row.ts';
import { readDataRows } from '../../../server/src/values/dataRows.ts';

/** A table that nothing is wrong with, as it was read. */
export interface SoundTable {
  readonly file: string;
  readonly text: string;
  readonly profile: Profile;
  /** Data rows that summarise no others. */
  readonly rows: readonly Row[];
  readonly findings: readonly string[];
}

/** A table with one defect, and where that is: physical line and cell from 1, cell 0 for the whole line. */
export interface SpoiltTable {
  readonly text: string;
  readonly line: number;
  readonly cell: number;
  /** How many lines were put in above what stood on that line. */
  readonly added?: number;
}

/** Reads a sound table. */
export async function readSound(file: string, text: string): Promise<SoundTable> {
  const { profile, findings } = await validate(textSource(file, text));
  const rows: Row[] = [];
  await readDataRows(textSource(file, text), profile, {
    row({ row, summary }) {
      if (!summary) rows.push(row);
    },
  });
  return { file, text, profile, rows, findings: findings.map(placeOf) };
}

/** All findings of a table as `line:cell code`. */
export async function placesIn(file: string, text: string): Promise<readonly string[]> {
  const { findings } = await validate(textSource(file, text));
  return findings.map(placeOf);
}

const placeOf = ({ range, cell, code }: Finding): string => `${range.startLine + 1}:${cell + 1} ${code}`;

/** One kind of defect and how a sound table gets it; null where that table can't have it. */
export interface Injection {
  readonly code: DiagnosticCode;
  readonly what: string;
  /** In at least so many of the examples it must be possible. */
  readonly fewest: number;
  inject(table: SoundTable): SpoiltTable | null;
}

const middle = <Item>(items: readonly Item[]): Item | undefined => items[Math.floor(items.length / 2)];

function withCell({ text, profile }: SoundTable, row: Row, cell: number, written: string): SpoiltTable {
  const { start, end } = cellSpan(row, profile.dialect.delimiter, cell);
  return {
    text: text.slice(0, row.start + start) + written + text.slice(row.start + end),
    line: row.line + 1,
    cell: cell + 1,
  };
}

/** Another value in a measured cell that has one, of the primary quantity. */
function withValue(table: SoundTable, value: string): SpoiltTable | null {
  const { profile, rows } = table;
  const row = middle(rows);
  const filled = profile.columns.filter(
    ({ index, role, quantity }) =>
      role === 'value' && profile.quantities[quantity ?? -1]?.primary && (row?.cell(index) ?? '').trim() !== '',
  );
  const column = middle(filled);
  return row && column ? withCell(table, row, column.index, writeCell(value, profile.dialect.delimiter)) : null;
}

/** Another cell where a row is named. */
function withKey(table: SoundTable, change: (cell: string) => string): SpoiltTable | null {
  const { profile, rows } = table;
  const [key] = profile.rowKey;
  const row = middle(rows);
  if (row === undefined || key === undefined || (row.cell(key) ?? '') === '') return null;
  return withCell(table, row, key, change(row.text.slice(...spanOf(row, profile, key))));
}

function spanOf(row: Row, profile: Profile, cell: number): [number, number] {
  const { start, end } = cellSpan(row, profile.dialect.delimiter, cell);
  return [start, end];
}

/** Another number in a column of p-values, of the rows that have one in the middle one or that of the smallest. */
function withP(
  table: SoundTable,
  adjustment: 'none' | 'stepwise',
  value: string,
  which: 'middle' | 'smallest' = 'middle',
): SpoiltTable | null {
  const statistics = table.profile.columns.filter(({ role }) => role === 'statistic');
  const columnOf = (wanted: string) => statistics.find(({ name }) => pColumnOf(name)?.adjustment === wanted);
  const column = columnOf(adjustment);
  if (column === undefined || columnOf('none') === undefined) return null;
  const numberOf = (row: Row): number => Number.parseFloat(row.cell(column.index) ?? '');
  const numbered = table.rows.filter((row) => Number.isFinite(numberOf(row)));
  const byNumber = [...numbered].sort((one, other) => numberOf(one) - numberOf(other));
  const row = which === 'middle' ? middle(numbered) : byNumber[0];
  return row ? withCell(table, row, column.index, value) : null;
}

function lineEnd({ text }: SoundTable, row: Row): string {
  return text.slice(row.start + row.text.length, row.next);
}

function insertedBefore(table: SoundTable, row: Row, line: string): SpoiltTable {
  const { text } = table;
  return {
    text: text.slice(0, row.start) + line + lineEnd(table, row) + text.slice(row.start),
    line: row.line + 1,
    cell: 0,
    added: 1,
  };
}

/** Defects of structure and numbers, each put into the middle of a table. */
export const injections: readonly Injection[] = [
  { code: 'not-a-number', what: 'a word for a value', fewest: 40, inject: (table) => withValue(table, 'abc') },
  {
    code: 'spreadsheet-error',
    what: 'an error of a spreadsheet',
    fewest: 40,
    inject: (table) => withValue(table, '#DIV/0!'),
  },
  { code: 'non-finite', what: 'an infinite value', fewest: 40, inject: (table) => withValue(table, 'Inf') },
  { code: 'thousands-separator', what: 'grouped digits', fewest: 40, inject: (table) => withValue(table, "1'234") },
  {
    code: 'outer-space',
    what: 'a blank behind a name',
    fewest: 40,
    inject: (table) => withKey(table, (cell) => cell.replace(/("?)$/, ' $1')),
  },
  {
    code: 'invisible-character',
    what: 'a zero-width character behind a name',
    fewest: 40,
    inject: (table) => withKey(table, (cell) => cell.replace(/("?)$/, '\u200b$1')),
  },
  {
    code: 'blank-row',
    what: 'a blank line',
    fewest: 40,
    inject(table) {
      const row = middle(table.rows);
      return row ? insertedBefore(table, row, '') : null;
    },
  },
  {
    code: 'ragged-row',
    what: 'content beyond the last column',
    fewest: 40,
    inject(table) {
      const { text, profile, rows } = table;
      const row = middle(rows.filter((one) => one.cells.length === profile.columns.length));
      if (row === undefined) return null;
      const end = row.start + row.text.length;
      return {
        text: `${text.slice(0, end)}${profile.dialect.delimiter}x${text.slice(end)}`,
        line: row.line + 1,
        cell: 0,
      };
    },
  },
  {
    code: 'duplicate-feature-id',
    what: 'a copy of a row',
    fewest: 25,
    inject(table) {
      const { profile, rows, findings } = table;
      const [key] = profile.rowKey;
      // What is said of the row itself would rightly be said of its copy as well.
      const row = middle(rows.filter(({ line }) => !findings.some((finding) => finding.startsWith(`${line + 1}:`))));
      const silent = ['long', 'samples-in-rows', 'sample-sheet'].includes(profile.shape);
      if (row === undefined || key === undefined || silent) return null;
      return { ...insertedBefore(table, row, row.text), line: row.line + 2, cell: key + 1 };
    },
  },
  {
    code: 'duplicate-sample',
    what: 'one name for two samples that are rows',
    fewest: 3,
    inject(table) {
      const { profile, rows } = table;
      const [first] = rows;
      const row = middle(rows);
      const cell = profile.columns.find(({ role }) => role === 'sample-name')?.index ?? -1;
      if (profile.shape !== 'samples-in-rows' || profile.customs.repeatedSamples || !row || !first || row === first)
        return null;
      return cell < 0 ? null : withCell(table, row, cell, first.text.slice(...spanOf(first, profile, cell)));
    },
  },
  {
    code: 'mixed-line-endings',
    what: 'another line end',
    fewest: 40,
    inject(table) {
      const { text, rows } = table;
      const row = middle(rows);
      if (row === undefined) return null;
      const end = row.start + row.text.length;
      const other = lineEnd(table, row) === '\n' ? '\r\n' : '\n';
      return { text: text.slice(0, end) + other + text.slice(row.next), line: 1, cell: 1 };
    },
  },
  {
    code: 'bom',
    what: 'a byte order mark',
    fewest: 40,
    inject: ({ text }) => ({ text: `\ufeff${text}`, line: 1, cell: 1 }),
  },
  { code: 'p-out-of-range', what: 'a p-value above 1', fewest: 5, inject: (table) => withP(table, 'none', '1.7') },
  {
    code: 'p-exactly-zero',
    what: 'a p-value of 0',
    fewest: 5,
    inject: (table) => withP(table, 'none', '0', 'smallest'),
  },
  {
    code: 'padj-below-p',
    what: 'an adjusted p-value below its own',
    fewest: 4,
    inject: (table) => withP(table, 'stepwise', '0.000001'),
  },
  {
    code: 'negative-mean',
    what: 'a mean of counts below zero',
    fewest: 1,
    inject(table) {
      const column = table.profile.columns.find(({ name }) => name === 'baseMean');
      const row = middle(table.rows);
      return row && column ? withCell(table, row, column.index, '-12.5') : null;
    },
  },
];
