import { proteinColumn } from '../../../../server/src/rules/identifiers/proteinColumn.ts';
import { withName } from './identifiers.ts';
import type { Injection } from './injection.ts';
import { isNamedByHeader, withCellOf } from './proteinNames.ts';
import type { SoundTable, SpoiltTable } from './soundTable.ts';

const accession = /^[OPQ]\d[A-Z\d]{3}\d$|^[A-NR-Z]\d[A-Z][A-Z\d]{2}\d$/;

/** Another name of a protein that is named by one plain accession, in a column of accessions of UniProt. */
function withProtein(table: SoundTable, change: (accession: string) => string): SpoiltTable | null {
  const column = proteinColumn(table.profile);
  if (!column?.ofUniprot || isNamedByHeader(table, column.cell)) return null;
  return withName(table, column.cell, (name) => (accession.test(name) ? change(name) : null));
}

const other = 'P69905';

/** Defects of the names of proteins. */
export const proteinsInjections: readonly Injection[] = [
  {
    code: 'protein-id-invalid',
    what: 'a letter O for the last digit of an accession',
    ground: 'grown',
    fewest: 5,
    inject: (table) => withProtein(table, (id) => `${id.slice(0, -1)}O`),
  },
  {
    code: 'protein-id-invalid',
    what: 'an accession that is one character short',
    ground: 'grown',
    fewest: 5,
    inject: (table) => withProtein(table, (id) => id.slice(0, -1)),
  },
  {
    code: 'protein-id-case',
    what: 'an accession in small letters',
    ground: 'grown',
    fewest: 5,
    inject: (table) => withProtein(table, (id) => id.toLowerCase()),
  },
  {
    code: 'protein-fasta-header',
    what: 'the header of a FASTA entry',
    ground: 'grown',
    fewest: 5,
    inject: (table) => withProtein(table, (id) => `sp|${id}|NAME_HUMAN`),
  },
  ...[',', '/', '|', ' '].map(
    (separator): Injection => ({
      code: 'protein-group-separator',
      what: `"${separator}" between the members of a group`,
      ground: 'grown',
      fewest: 5,
      inject(table) {
        if (proteinColumn(table.profile)?.separator !== ';') return null;
        return withProtein(table, (id) => id + separator + other);
      },
    }),
  ),
  {
    code: 'protein-group-repeats',
    what: 'a member twice in a group',
    ground: 'grown',
    fewest: 5,
    inject(table) {
      const separator = proteinColumn(table.profile)?.separator ?? ';';
      return withProtein(table, (id) => [id, other, id].join(separator));
    },
  },
  ...(['contaminant', 'decoy'] as const).flatMap((mark): Injection[] => [
    {
      code: `${mark}-row`,
      what: `a + in the tool's column of ${mark}s`,
      ground: 'grown',
      fewest: 2,
      inject(table) {
        const column = table.profile.marks?.columns.find((own) => own.mark === mark);
        const written = /true|false/i.test(table.rows[0]?.cell(column?.index ?? -1) ?? '') ? 'True' : '+';
        return column ? withCellOf(table, column.index, written) : null;
      },
    },
    {
      code: `${mark}-row`,
      what: `the tool's prefix of ${mark}s`,
      ground: 'grown',
      fewest: 1,
      inject(table) {
        const prefixes = table.profile.marks?.prefixes.find((own) => own.mark === mark);
        const prefix = prefixes?.prefixes[0];
        // Panels of antibodies have none, and part the members of a group by the underscore of these prefixes.
        if (prefixes === undefined || prefix === undefined || table.profile.layout === 'olink-npx') return null;
        return withName(table, prefixes.index, (name) => (name.includes(prefixes.separator) ? null : prefix + name));
      },
    },
  ]),
];
