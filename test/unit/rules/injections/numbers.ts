import { levelsAbove } from '../../../../server/src/values/valueLevels.ts';
import type { Injection } from './injection.ts';
import { middle, primaryColumns, type SoundTable, type SpoiltTable } from './soundTable.ts';
import { changeCells, measuredCell, rawCell, withCell, withKey, withValue } from './spoil.ts';

const estimating = ['rna-quantifier', 'rsem-merged', 'salmon-merged', 'tximport'];

/** A cell of a quantity that is counts: its tool says so, or it is a plain matrix of genes with whole numbers. */
function withCount(table: SoundTable, change: (count: string) => string | null): SpoiltTable | null {
  const { profile, rows } = table;
  const { layout, shape, omicsType, quantities } = profile;
  if (estimating.includes(layout) || shape === 'sample-sheet' || shape === 'annotation') return null;
  const isCounted = quantities.some(
    ({ primary, kind, name, scale }) =>
      primary &&
      (kind === 'count' ||
        (omicsType === 'transcriptomics' &&
          ['gene-matrix', 'gct'].includes(layout) &&
          name === null &&
          (scale === 'linear' || scale === 'unknown'))),
  );
  const columns = primaryColumns(table);
  const cells = rows.flatMap((row) => columns.map(({ index }) => ({ row, cell: index, text: row.cell(index) ?? '' })));
  const numbers = cells.filter(({ text }) => text.trim() !== '');
  if (!isCounted || numbers.some(({ text }) => !/^\d+$/.test(text)) || !numbers.some(({ text }) => Number(text) >= 10))
    return null;
  const counted = middle(numbers.filter(({ text }) => Number(text) > 0 && change(text) !== null));
  return counted ? withCell(table, counted.row, counted.cell, change(counted.text) ?? '') : null;
}

/** A word for "missing" in a measured cell; others of its column are empty, or none is missing. */
function withMissing(table: SoundTable, word: string): SpoiltTable | null {
  const { customs } = table.profile;
  const found = measuredCell(table);
  if (found === null || customs.missingTokens.includes(word)) return null;
  return withValue(table, word);
}

const commaNumber = /^-?\d+\.\d+$/;

/** Defects of single measured values, and of how a column writes them. */
export const numbersInjections: readonly Injection[] = [
  ...['abc', '12abc', '1.2.3', 'see note'].map(
    (word): Injection => ({
      code: 'not-a-number',
      what: `"${word}" for a value`,
      ground: 'example',
      fewest: 40,
      inject: (table) => withValue(table, word),
    }),
  ),
  {
    code: 'not-a-number',
    what: 'a decimal comma among points',
    ground: 'grown',
    fewest: 40,
    inject(table) {
      // Among whole numbers alone a comma is the only decimal separator of the table.
      const found = measuredCell(table);
      const points = table.rows.filter((row) => /^-?\d+\.\d+$/.test(row.cell(found?.column.index ?? -1) ?? ''));
      return points.length > 10 ? withValue(table, '12,5') : null;
    },
  },
  ...['#DIV/0!', '#NAME?', '#REF!', '#VALUE!', '#NUM!', '#NULL!'].map(
    (word): Injection => ({
      code: 'spreadsheet-error',
      what: `${word} for a value`,
      ground: 'example',
      fewest: 40,
      inject: (table) => withValue(table, word),
    }),
  ),
  {
    code: 'spreadsheet-error',
    what: '#REF! for a name',
    ground: 'grown',
    fewest: 30,
    inject(table) {
      const { shape } = table.profile;
      // A line that begins with # is a section of its own there.
      if (/^#[A-Z_]+/m.test(table.text)) return null;
      return shape === 'sample-sheet' || shape === 'annotation' ? null : withKey(table, () => '#REF!');
    },
  },
  ...['Inf', '-Inf', 'Infinity'].map(
    (word): Injection => ({
      code: 'non-finite',
      what: `${word} for a value`,
      ground: 'example',
      fewest: 40,
      inject: (table) => withValue(table, word),
    }),
  ),
  ...["1'234", '1 234', '1,234,567'].map(
    (word): Injection => ({
      code: 'thousands-separator',
      what: `${word} for a value`,
      ground: 'example',
      fewest: 40,
      // Where rows repeat a value, another one is a defect of its own.
      inject: (table) => (levelsAbove(table.profile).length > 0 ? null : withValue(table, word)),
    }),
  ),
  ...['n.d.', '-', 'missing', '.'].map(
    (word): Injection => ({
      code: 'missing-token',
      what: `"${word}" for a value`,
      ground: 'grown',
      fewest: 30,
      inject: (table) => withMissing(table, word),
    }),
  ),
  {
    code: 'decimal-comma',
    what: 'decimal commas in one column',
    ground: 'grown',
    fewest: 20,
    inject(table) {
      const { rows, profile } = table;
      const column = middle(
        primaryColumns(table).filter(({ index }) => {
          const filled = rows.map((row) => row.cell(index) ?? '').filter((cell) => cell !== '');
          return filled.length > 0 && filled.filter((cell) => commaNumber.test(cell)).length > filled.length / 2;
        }),
      );
      if (column === undefined || profile.decimalSeparator !== '.' || profile.dialect.delimiter === ',') return null;
      const cells = rows.filter((row) => commaNumber.test(row.cell(column.index) ?? ''));
      const [first] = cells;
      const others = primaryColumns(table).filter(({ index }) => index !== column.index);
      const points = others.flatMap(({ index }) =>
        rows.filter((row) => /^-?\d+\.(?!\d{3}$)\d+$/.test(row.cell(index) ?? '')),
      );
      // Else the table as a whole would write commas.
      if (first === undefined || points.length <= cells.length) return null;
      const changes = cells.map((row) => ({
        row,
        cell: column.index,
        written: rawCell(table, row, column.index).replace('.', ','),
      }));
      return { text: changeCells(table, changes), line: first.line + 1, cell: column.index + 1 };
    },
  },
  {
    code: 'negative-count',
    what: 'a count below zero',
    ground: 'grown',
    fewest: 4,
    inject: (table) => withCount(table, (count) => `-${count}`),
  },
  {
    code: 'non-integer-count',
    what: 'a count with a fraction',
    ground: 'grown',
    fewest: 4,
    inject: (table) => withCount(table, (count) => `${count}.5`),
  },
  {
    code: 'rounded-scientific',
    what: 'a count that was rounded by an exponent',
    ground: 'grown',
    fewest: 2,
    inject: (table) =>
      withCount(table, (count) =>
        count.length < 4
          ? null
          : Number(count)
              .toExponential(2)
              .replace(/e\+(\d)$/, 'E+0$1'),
      ),
  },
];
