import type { Column } from '../../../../server/src/profiles/profile.ts';
import { writeCell } from '../../../../server/src/table/cells.ts';
import type { Injection } from './injection.ts';
import { headerPlace, middle, primaryColumns, type SoundTable, type SpoiltTable } from './soundTable.ts';
import { type CellChange, changeCells, rawCell, withHeaderCell } from './spoil.ts';

const isNumber = (text: string | undefined): boolean => /^-?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/i.test(text ?? '');

/** The values of one sample, one below the other or side by side, and where it is named. */
export interface SampleCells {
  readonly line: number;
  readonly cell: number;
  /** All cells of the primary quantity, in the order of the features. */
  readonly cells: readonly Omit<CellChange, 'written'>[];
}

/** The samples of a table whose rows or columns are samples; none of a long table, which has them on many rows. */
export function sampleCells(table: SoundTable): readonly SampleCells[] {
  const { profile, rows } = table;
  const columns = primaryColumns(table);
  if (profile.shape === 'samples-in-rows') {
    const naming = profile.columns.find(({ role }) => role === 'sample-name')?.index ?? profile.rowKey[0];
    if (naming === undefined) return [];
    return rows.map((row) => ({
      line: row.line + 1,
      cell: naming + 1,
      cells: columns.map(({ index }) => ({ row, cell: index })),
    }));
  }
  if (profile.shape === 'long') return [];
  return columns.flatMap((column) => {
    const place = headerPlace(table, column);
    // A row that is cut off lacks the cell.
    const isWhole = rows.every(({ cells }) => cells.length > column.index);
    return place === null || !isWhole ? [] : [{ ...place, cells: rows.map((row) => ({ row, cell: column.index })) }];
  });
}

/** All cells of one sample written otherwise; it is the sample that is to be found. */
export function withSample(
  table: SoundTable,
  choose: (samples: readonly SampleCells[]) => SampleCells | undefined,
  write: (content: string, at: number) => string,
): SpoiltTable | null {
  const sample = choose(sampleCells(table));
  if (sample === undefined) return null;
  const changes = sample.cells.map(({ row, cell }, at) => ({
    row,
    cell,
    written: writeCell(write(row.cell(cell) ?? '', at), table.profile.dialect.delimiter),
  }));
  return { text: changeCells(table, changes), line: sample.line, cell: sample.cell };
}

/** The numbers of a sample; NaN where a cell has none. */
export function numbersOf({ cells }: SampleCells): readonly number[] {
  return cells.map(({ row, cell }) => (isNumber(row.cell(cell)) ? Number(row.cell(cell)) : Number.NaN));
}

/** Samples of which so many numbers stand in the table. */
export function samplesWith(samples: readonly SampleCells[], fewest: number): readonly SampleCells[] {
  return samples.filter((sample) => numbersOf(sample).filter((number) => Math.abs(number) > 0).length >= fewest);
}

const fewestNumbers = 20;

function otherSample(table: SoundTable, column: Column): Column | undefined {
  return primaryColumns(table).find(({ index, sample }) => index < column.index && sample !== column.sample);
}

/** Defects of whole samples. */
export const wholeSampleInjections: readonly Injection[] = [
  {
    code: 'columns-identical',
    what: 'a copy of a sample under another name',
    ground: 'grown',
    fewest: 30,
    inject(table) {
      const samples = samplesWith(sampleCells(table), fewestNumbers);
      const [first] = samples;
      if (first === undefined || samples.length < 2) return null;
      return withSample(
        table,
        () => samples.at(-1),
        (_, at) => first.cells[at]?.row.cell(first.cells[at]?.cell ?? -1) ?? '',
      );
    },
  },
  {
    code: 'empty-column',
    what: 'a sample without a value',
    ground: 'grown',
    fewest: 30,
    inject(table) {
      // There a column is a sample only by its numbers.
      if (table.profile.layout === 'sieve-frames') return null;
      return withSample(
        table,
        (samples) => (samples.length > 1 ? samples.at(-1) : undefined),
        () => '',
      );
    },
  },
  {
    code: 'constant-column',
    what: 'one number for all values of a sample',
    ground: 'grown',
    fewest: 30,
    inject(table) {
      const sample = samplesWith(sampleCells(table), fewestNumbers).at(-1);
      const number = sample && numbersOf(sample).find((one) => Math.abs(one) > 0);
      return number === undefined
        ? null
        : withSample(
            table,
            () => sample,
            () => String(number),
          );
    },
  },
  {
    code: 'duplicate-sample',
    what: 'one header for two samples',
    ground: 'example',
    fewest: 20,
    inject(table) {
      const { profile, header } = table;
      const column = primaryColumns(table).at(-1);
      const other = column && otherSample(table, column);
      if (profile.shape !== 'features-in-rows' || profile.customs.repeatedSamples || !other || !header) return null;
      // What the table tells of a sample would be told of another.
      if (profile.samples.some(({ metadata }) => Object.keys(metadata).length > 0)) return null;
      const place = headerPlace(table, other);
      return place && withHeaderCell(table, column, () => rawCell(table, header, place.cell - 1));
    },
  },
  {
    code: 'sample-name-is-path',
    what: 'the path of a raw file for a sample',
    ground: 'example',
    fewest: 10,
    inject(table) {
      const { profile, findings } = table;
      const column = middle(primaryColumns(table));
      const name = profile.samples[column?.sample ?? -1]?.name;
      if (profile.shape !== 'features-in-rows' || column === undefined || column.name !== name) return null;
      if (findings.some((finding) => finding.endsWith('sample-name-is-path'))) return null;
      return withHeaderCell(table, column, (raw) => raw.replace(name, `D:\\data\\run7\\${name}.raw`));
    },
  },
];
