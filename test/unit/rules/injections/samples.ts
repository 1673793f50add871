import { sampleNames } from './grounds.ts';
import type { Injection } from './injection.ts';
import { headerPlace, primaryColumns, type SoundTable, type SpoiltTable } from './soundTable.ts';

/** Where the table names a sample first, as people count; null where no cell does. */
function placeOfSample(table: SoundTable, name: string): { readonly line: number; readonly cell: number } | null {
  const { profile, rows } = table;
  const naming = profile.columns.find(({ role }) => role === 'sample-name')?.index ?? -1;
  if (naming >= 0) {
    const row = rows.find((one) => one.cell(naming)?.trim() === name);
    return row ? { line: row.line + 1, cell: naming + 1 } : null;
  }
  const columns = [...primaryColumns(table), ...profile.columns];
  const column = columns.find(({ sample }) => profile.samples[sample ?? -1]?.name.trim() === name);
  return column ? headerPlace(table, column) : null;
}

/** The table beside another sheet, whose findings sit at a sample. */
function withSheet(
  table: SoundTable,
  name: string,
  change: (lines: readonly string[]) => readonly string[],
): SpoiltTable | null {
  const place = placeOfSample(table, name);
  return place && table.sheet ? { text: table.text, sheet: change(table.sheet), ...place } : null;
}

/** The table beside another sheet, whose findings sit at the file. */
function besideSheet(
  { text, sheet }: SoundTable,
  change: (lines: readonly string[]) => readonly string[],
): SpoiltTable {
  return { text, sheet: change(sheet ?? []), line: 1, cell: 1 };
}

const fewestSamples = 4;

/** The sheet with another line for one sample. */
const renamedIn = (from: string, to: string) => (lines: readonly string[]) =>
  lines.map((line) => (line.startsWith(`${from},`) ? to + line.slice(from.length) : line));

/** Defects of a sample sheet beside its table. */
export const samplesInjections: readonly Injection[] = [
  {
    code: 'sample-not-in-sheet',
    what: 'a sheet that lacks a sample',
    ground: 'sheeted',
    fewest: 40,
    inject(table) {
      const names = sampleNames(table);
      const last = names.at(-1) ?? '';
      if (names.length < fewestSamples) return null;
      return withSheet(table, last, (lines) => lines.filter((line) => !line.startsWith(`${last},`)));
    },
  },
  {
    code: 'sample-not-in-matrix',
    what: 'a sheet with one more sample',
    ground: 'sheeted',
    fewest: 40,
    inject: (table) => besideSheet(table, (lines) => [...lines, 'Unmeasured liver,B1']),
  },
  ...(
    [
      ['another case', (name: string) => (name === name.toUpperCase() ? name.toLowerCase() : name.toUpperCase())],
      ['another separator', (name: string) => name.replace(/[-_ ]/, (own) => (own === '-' ? '_' : '-'))],
    ] as const
  ).map(
    ([what, change]): Injection => ({
      code: 'sample-name-near-miss',
      what: `${what} in the sheet's name of a sample`,
      ground: 'sheeted',
      fewest: 10,
      inject(table) {
        const names = sampleNames(table);
        const name = names.at(-1) ?? '';
        const other = change(name);
        // A path is compared by its base name.
        if (names.length < fewestSamples || other === name || /[\\/.]/.test(name)) return null;
        return withSheet(table, name, renamedIn(name, other));
      },
    }),
  ),
  {
    code: 'batch-equals-group',
    what: 'batches that are the groups',
    ground: 'sheeted',
    fewest: 15,
    inject(table) {
      if (sampleNames(table).length < 6 || tellsOfSamples(table)) return null;
      return besideSheet(table, (lines) =>
        lines.map((line, at) => (at === 0 ? `${line},group` : line.replace(/,B(\d)$/, ',B$1,group $1'))),
      );
    },
  },
  {
    code: 'group-too-small',
    what: 'a group of one sample',
    ground: 'sheeted',
    fewest: 20,
    inject(table) {
      if (sampleNames(table).length < fewestSamples || tellsOfSamples(table)) return null;
      return besideSheet(table, (lines) =>
        lines.map((line, at) => `${line},${at === 0 ? 'group' : at === lines.length - 1 ? 'rescue' : 'case'}`),
      );
    },
  },
  {
    code: 'qc-missing',
    what: 'an order of injections without a QC',
    ground: 'sheeted',
    fewest: 20,
    inject(table) {
      if (sampleNames(table).length < fewestSamples || tellsOfSamples(table)) return null;
      return besideSheet(table, (lines) => lines.map((line, at) => `${line},${at === 0 ? 'injection_order' : at}`));
    },
  },
];

/** True where the table itself tells of its samples, which goes before what a sheet says. */
function tellsOfSamples(table: SoundTable): boolean {
  const { profile } = table;
  return (
    sampleNames(table).some((name) => /qc|pool|blank/i.test(name)) ||
    profile.columns.some(({ role }) => role === 'metadata') ||
    profile.samples.some(({ metadata }) => Object.keys(metadata).length > 0)
  );
}
