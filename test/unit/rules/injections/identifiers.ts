import { areGenes, mayBeGene } from '../../../../server/src/profiles/geneNames.ts';
import { textColumns } from '../../../../server/src/rules/columnKinds.ts';
import { type GeneColumn, geneColumns } from '../../../../server/src/rules/identifiers/geneColumns.ts';
import { writeCell } from '../../../../server/src/table/cells.ts';
import type { Row } from '../../../../server/src/table/row.ts';
import type { Injection } from './injection.ts';
import { middle, quietRows, type SoundTable, type SpoiltTable } from './soundTable.ts';
import { withCell } from './spoil.ts';

/** A column of genes by names, where the first twenty tell so. */
function geneColumn(table: SoundTable): GeneColumn | undefined {
  return geneColumns(table.profile).find(({ index, stated }) => {
    const names = [...new Set(table.rows.map((row) => row.cell(index)?.trim() ?? ''))].filter((name) => name !== '');
    const first = names.slice(0, 20);
    return stated ? first.filter(mayBeGene).length >= 5 : areGenes(first);
  });
}

/** Another name in a column, in the middle of the rows that have one. */
export function withName(
  table: SoundTable,
  column: number,
  change: (name: string, row: Row) => string | null,
): SpoiltTable | null {
  const named = quietRows(table).filter((row) => {
    const name = (row.cell(column) ?? '').trim();
    return name !== '' && change(name, row) !== null;
  });
  const row = middle(named);
  const other = row && change(row.cell(column)?.trim() ?? '', row);
  return row && other ? withCell(table, row, column, writeCell(other, table.profile.dialect.delimiter)) : null;
}

function withGene(table: SoundTable, name: string): SpoiltTable | null {
  const column = geneColumn(table);
  return column ? withName(table, column.index, () => name) : null;
}

/** Features whose names are ids, with at least five of them and no number with a fraction. */
function idColumn({ profile, rows }: SoundTable): number | null {
  const { identity, rowKey, shape } = profile;
  if (shape === 'sample-sheet' || shape === 'samples-in-rows') return null;
  const text = textColumns(profile);
  const cell = identity && text.includes(identity.column) ? identity.column : (rowKey[0] ?? -1);
  const names = rows.map((row) => (row.cell(cell) ?? '').trim()).filter((name) => name !== '');
  const isMeasure = names.some((name) => /^\d*[.,]\d+/.test(name));
  return !text.includes(cell) || isMeasure || names.length < 20 ? null : cell;
}

const dates = [
  '1-Mar',
  '7-Sep',
  '02-Mar',
  'Mar-01',
  'Sep-07',
  '2006/09/02',
  '2021-03-01',
  '9/7/2006',
  '01.03.2020',
  '1. März 2020',
];

/** Defects of what the features are called. */
export const identifiersInjections: readonly Injection[] = [
  ...dates.map(
    (date): Injection => ({
      code: 'excel-date-gene',
      what: `${date} for a gene`,
      ground: 'grown',
      fewest: 10,
      inject: (table) => withGene(table, date),
    }),
  ),
  ...[
    ['43525', '1900'],
    ['42063', '1904'],
  ].map(
    ([serial = '', system]): Injection => ({
      code: 'excel-serial-date-gene',
      what: `${serial}, a date by the system of ${system}, for a gene`,
      ground: 'grown',
      fewest: 10,
      inject(table) {
        const column = geneColumn(table);
        const isNumbered = table.rows.some((row) =>
          /^\d+(?:\.\d*)?$/.test(row.cell(column?.index ?? -1)?.trim() ?? ''),
        );
        return isNumbered ? null : withGene(table, serial);
      },
    }),
  ),
  ...['2.31E+13', '1.00E+12', '2.310009E+19'].map(
    (float): Injection => ({
      code: 'excel-float-id',
      what: `${float} for an id`,
      ground: 'grown',
      fewest: 20,
      inject(table) {
        const column = idColumn(table);
        return column === null ? null : withName(table, column, () => float);
      },
    }),
  ),
  {
    code: 'gene-symbol-renamed',
    what: 'a symbol that was renamed',
    ground: 'grown',
    fewest: 1,
    inject(table) {
      const column = geneColumn(table);
      if (table.profile.organism?.taxon !== 9606 || !column?.identifies || table.profile.shape === 'long') return null;
      return withName(table, column.index, () => 'SEPT9');
    },
  },
  {
    code: 'ensembl-version-mixed',
    what: 'an Ensembl id with a version among others without, or without one among others with it',
    ground: 'grown',
    fewest: 3,
    inject(table) {
      const { identity, shape } = table.profile;
      if (identity?.namespace !== 'ensembl' || identity.column < 0 || shape === 'sample-sheet') return null;
      return withName(table, identity.column, (name) =>
        /\.\d+$/.test(name) ? name.replace(/\.\d+$/, '') : /^ENS[A-Z]*\d{11}$/.test(name) ? `${name}.7` : null,
      );
    },
  },
];
