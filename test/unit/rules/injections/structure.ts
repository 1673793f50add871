import { proteinColumn } from '../../../../server/src/rules/identifiers/proteinColumn.ts';
import type { Injection } from './injection.ts';
import { repeatedLevelCell } from './levels.ts';
import { middle, primaryColumns, type SoundTable, type SpoiltTable } from './soundTable.ts';
import { insertedBefore, lineEnd, quietRow, rawCell, rowWith, withCell, withHeaderCell, withKey } from './spoil.ts';

const behind = (text: string) => (raw: string) => raw.replace(/("?)$/, `${text}$1`);
const before = (text: string) => (raw: string) => raw.replace(/^("?)/, `$1${text}`);

/** A file-wide finding. */
const ofFile = (text: string): SpoiltTable => ({ text, line: 1, cell: 1 });

function withLineEnd(table: SoundTable, other: (own: string) => string): SpoiltTable | null {
  const { text, rows } = table;
  const row = middle(rows);
  if (row === undefined) return null;
  const end = row.start + row.text.length;
  return ofFile(text.slice(0, end) + other(lineEnd(table, row)) + text.slice(row.next));
}

function withRowEnd(table: SoundTable, change: (line: string) => string): SpoiltTable | null {
  const { text } = table;
  const row = quietRow(table);
  if (row === undefined) return null;
  const end = row.start + row.text.length;
  return { text: text.slice(0, row.start) + change(row.text) + text.slice(end), line: row.line + 1, cell: 0 };
}

/** Where the features are the rows, or the row key must not repeat. */
const judgesKeys = ({ profile: { shape } }: SoundTable): boolean =>
  !['long', 'samples-in-rows', 'sample-sheet'].includes(shape);

function copied(table: SoundTable, line: (table: SoundTable) => string | null): SpoiltTable | null {
  const row = quietRow(table);
  const [key] = table.profile.rowKey;
  const text = line(table);
  if (row === undefined || key === undefined || text === null || !judgesKeys(table)) return null;
  return { ...insertedBefore(table, row, text), line: row.line + 2, cell: key + 1 };
}

/** The whole file in other bytes; a letter that is not of ASCII stands in it. */
function withBytes(table: SoundTable, letter: string, encode: (text: string) => Uint8Array): SpoiltTable | null {
  // Behind an accession the letter would be a defect of its own.
  const spoilt = proteinColumn(table.profile)?.ofUniprot ? null : withKey(table, behind(letter));
  return spoilt && { ...ofFile(spoilt.text), bytes: encode(spoilt.text) };
}

/** Defects of how a table is written. */
export const structureInjections: readonly Injection[] = [
  {
    code: 'empty-table',
    what: 'no line at all',
    ground: 'example',
    fewest: 40,
    inject: () => ofFile(''),
  },
  {
    code: 'empty-table',
    what: 'its header alone',
    ground: 'example',
    fewest: 40,
    inject({ text, header }) {
      return header ? ofFile(text.slice(0, header.next)) : null;
    },
  },
  {
    code: 'blank-row',
    what: 'a blank line',
    ground: 'example',
    fewest: 40,
    inject(table) {
      const row = middle(table.rows);
      return row ? insertedBefore(table, row, '') : null;
    },
  },
  {
    code: 'blank-row',
    what: 'a line of empty cells',
    ground: 'example',
    fewest: 40,
    inject(table) {
      const row = middle(table.rows);
      const { profile } = table;
      return row ? insertedBefore(table, row, profile.dialect.delimiter.repeat(profile.columns.length - 1)) : null;
    },
  },
  {
    code: 'ragged-row',
    what: 'content beyond the last column',
    ground: 'example',
    fewest: 40,
    inject: (table) => withRowEnd(table, (line) => `${line}${table.profile.dialect.delimiter}x`),
  },
  {
    code: 'ragged-row',
    what: 'empty cells beyond the last column',
    ground: 'example',
    fewest: 40,
    inject: (table) => withRowEnd(table, (line) => line + table.profile.dialect.delimiter.repeat(2)),
  },
  {
    code: 'ragged-row',
    what: 'a row that was cut off',
    ground: 'grown',
    fewest: 40,
    inject(table) {
      const { delimiter } = table.profile.dialect;
      if (table.profile.columns.length < 3) return null;
      return withRowEnd(table, () => {
        const row = quietRow(table);
        return row
          ? row.cells
              .slice(0, 2)
              .map((_, cell) => rawCell(table, row, cell))
              .join(delimiter)
          : '';
      });
    },
  },
  {
    code: 'unclosed-quote',
    what: 'a quote that nothing closes',
    ground: 'grown',
    fewest: 40,
    inject: (table) => (table.rows.some(({ text }) => text.includes('"')) ? null : withKey(table, before('"'))),
  },
  {
    code: 'encoding-not-utf8',
    what: 'the bytes of Windows-1252',
    ground: 'example',
    fewest: 40,
    inject: (table) => withBytes(table, 'é', (text) => Buffer.from(text, 'latin1')),
  },
  {
    code: 'encoding-not-utf8',
    what: 'the bytes of UTF-16',
    ground: 'example',
    fewest: 40,
    inject: (table) => withBytes(table, 'µ', (text) => Buffer.from(`\ufeff${text}`, 'utf16le')),
  },
  {
    code: 'encoding-not-utf8',
    what: 'a byte that is no text',
    ground: 'example',
    fewest: 40,
    inject: (table) => withBytes(table, '\0', (text) => Buffer.from(text, 'utf8')),
  },
  {
    code: 'bom',
    what: 'a byte order mark',
    ground: 'example',
    fewest: 40,
    inject: ({ text }) => ofFile(`\ufeff${text}`),
  },
  {
    code: 'mixed-line-endings',
    what: 'another line end',
    ground: 'example',
    fewest: 40,
    inject: (table) => withLineEnd(table, (own) => (own === '\n' ? '\r\n' : '\n')),
  },
  ...[' ', '  '].map(
    (blank, at): Injection => ({
      code: 'outer-space',
      what: at === 0 ? 'a blank behind a name' : 'blanks before a name',
      ground: 'example',
      fewest: 40,
      inject: (table) => withKey(table, at === 0 ? behind(blank) : before(blank)),
    }),
  ),
  {
    code: 'outer-space',
    what: 'a blank behind a value',
    ground: 'example',
    fewest: 40,
    inject(table) {
      const row = middle(table.rows);
      const column = middle(primaryColumns(table).filter(({ index }) => /^[\d.]+$/.test(row?.cell(index) ?? '')));
      return row && column ? withCell(table, row, column.index, behind(' ')(rawCell(table, row, column.index))) : null;
    },
  },
  ...[
    ['a zero-width character', '\u200b'],
    ['a no-break space', '\u00a0'],
    ['a soft hyphen', '\u00ad'],
    ['a byte order mark inside', '\ufeff'],
    ['a mark of direction', '\u200e'],
  ].map(
    ([what = '', character = '']): Injection => ({
      code: 'invisible-character',
      what: `${what} behind a name`,
      ground: 'example',
      fewest: 40,
      inject: (table) => withKey(table, behind(character)),
    }),
  ),
  {
    code: 'duplicate-feature-id',
    what: 'a copy of a row',
    ground: 'example',
    fewest: 25,
    inject: (table) => copied(table, () => quietRow(table)?.text ?? null),
  },
  {
    code: 'duplicate-feature-id',
    what: 'a row of the same name with another value',
    ground: 'example',
    fewest: 20,
    inject(table) {
      const row = quietRow(table);
      const column = middle(
        primaryColumns(table).filter(({ index }) => /^[1-9]\d*(\.\d+)?$/.test(row?.cell(index) ?? '')),
      );
      if (table.profile.customs.repeatedKeys || !row || !column) return null;
      const other = row
        .cell(column.index)
        ?.replace(/^\d/, (digit) => (digit === '9' ? '8' : String(Number(digit) + 1)));
      return copied(table, () => rowWith(table, row, new Map([[column.index, other ?? '']])));
    },
  },
  {
    code: 'duplicate-feature-id',
    what: 'one name for two features in the header',
    ground: 'example',
    fewest: 2,
    inject(table) {
      const { profile, header } = table;
      const [first, second] = primaryColumns(table);
      if (profile.shape !== 'samples-in-rows' || profile.customs.repeatedKeys || !first || !second || !header)
        return null;
      if (rawCell(table, header, first.index) !== first.feature) return null;
      return withHeaderCell(table, second, () => rawCell(table, header, first.index));
    },
  },
  {
    code: 'duplicate-sample',
    what: 'one name for two samples that are rows',
    ground: 'example',
    fewest: 3,
    inject(table) {
      const { profile, rows } = table;
      const [first] = rows;
      const row = middle(rows);
      const cell = profile.columns.find(({ role }) => role === 'sample-name')?.index ?? -1;
      if (profile.shape !== 'samples-in-rows' || profile.customs.repeatedSamples || !row || !first || row === first)
        return null;
      return cell < 0 ? null : withCell(table, row, cell, rawCell(table, first, cell));
    },
  },
  {
    code: 'summary-row',
    what: 'a row of totals',
    ground: 'example',
    fewest: 20,
    inject(table) {
      const row = quietRow(table);
      const [key] = table.profile.rowKey;
      if (row === undefined || key === undefined || !judgesKeys(table)) return null;
      return { ...insertedBefore(table, row, rowWith(table, row, new Map([[key, 'Total']]))), cell: key + 1 };
    },
  },
  {
    code: 'repeated-value-differs',
    what: 'another value of a protein on one of its precursors',
    ground: 'grown',
    fewest: 2,
    inject: (table) => repeatedLevelCell(table),
  },
];
