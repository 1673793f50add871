import type { ColumnRole, Profile } from '../profiles/profile.ts';
import type { ByteSource } from '../table/byteSource.ts';
import { type DataRow, readDataRows } from '../values/dataRows.ts';
import { numericColumns } from '../values/rowValues.ts';
import { storeCells } from './cellStorage.ts';
import type { DraftFlag, DraftRow, DraftSample } from './draft.ts';
import { featureLinker } from './featureLinks.ts';
import { ownedText, zeroCounts } from './survey.ts';

/** A long table, turned into a row a molecule and a column a sample. */
export interface PivotedTable {
  readonly samples: readonly DraftSample[];
  readonly annotationColumns: readonly string[];
  readonly rows: readonly DraftRow[];
}

/** What is no quantity is kept as text. */
const textual: ReadonlySet<ColumnRole> = new Set(['annotation', 'metadata', 'statistic']);

/** A row of the pivot while it is collected: by sample, the numbers, flags and texts of one line of the long table. */
interface Gathered {
  readonly rowKey: string;
  readonly rawName: string;
  readonly identifier: string;
  readonly measurements: Map<number, Measurement>;
}

interface Measurement {
  readonly values: Float64Array;
  readonly flags: readonly DraftFlag[];
  readonly texts: readonly string[];
}

/**
 * Pivots a long table by its row key without the sample. Nothing is summed or averaged: a key that repeats within a
 * sample makes a further row of the same key.
 */
export async function pivotRows(
  source: ByteSource,
  profile: Profile,
  rejected: ReadonlySet<number>,
  linking: boolean,
  signal?: AbortSignal,
): Promise<PivotedTable> {
  const columns = numericColumns(profile);
  const cellIndexes = columns.map((column) => column.index);
  const zeroIsMissing = columns.map((column) => zeroCounts(profile, column.quantity));
  const sampleCells = profile.columns.filter((column) => column.role === 'sample-name').map((column) => column.index);
  const keyCells = profile.rowKey.filter((index) => !sampleCells.includes(index));
  const moleculeCells = profile.moleculeKey.length > 0 ? profile.moleculeKey : keyCells;
  const textColumns = profile.columns.filter((column) => textual.has(column.role));
  const identityCell = profile.identity?.column ?? moleculeCells[0] ?? -1;
  const samples = new Map<string, DraftSample>();
  const gathered = new Map<string, Gathered[]>();

  const gather = ({ row: { cells }, index, values }: DataRow): void => {
    if (rejected.has(index)) return;
    const sampleName = join(cells, sampleCells);
    let sample = samples.get(sampleName);
    if (!sample) {
      sample = { ordinal: samples.size, name: ownedText(sampleName), metadata: {} };
      samples.set(sample.name, sample);
    }
    const { ordinal } = sample;
    const rowKey = join(cells, keyCells);
    const rows = gathered.get(rowKey) ?? [];
    let target = rows.find((row) => !row.measurements.has(ordinal));
    if (!target) {
      const owned = rows[0]?.rowKey ?? ownedText(rowKey);
      const rawName = ownedText(join(cells, moleculeCells));
      target = { rowKey: owned, rawName, identifier: ownedText(cells[identityCell] ?? ''), measurements: new Map() };
      rows.push(target);
      gathered.set(owned, rows);
    }
    const stored = storeCells(values, cells, cellIndexes, zeroIsMissing);
    target.measurements.set(ordinal, {
      values: stored.values,
      flags: stored.flags.map((flag) => ({ ...flag, text: ownedText(flag.text) })),
      texts: textColumns.map((column) => ownedText(cells[column.index] ?? '')),
    });
  };
  await readDataRows(source, profile, { row: gather }, signal ? { signal } : {});

  const link = featureLinker(profile, linking);
  const quantityOf = columns.map((column) => (column.role === 'value' ? (column.quantity ?? 0) : null));
  const rows = [...gathered.values()].flat().map((row, rowIndex): DraftRow => ({
    ...link(row.identifier),
    ...spread(row, quantityOf, samples.size, profile.quantities.length),
    rowIndex,
    rowKey: row.rowKey,
    rawName: row.rawName,
    annotations: textColumns.map((_, position) => textOf(row, position)),
  }));
  return { samples: [...samples.values()], annotationColumns: textColumns.map((column) => column.name), rows };
}

function spread(
  row: Gathered,
  quantityOf: readonly (number | null)[],
  sampleCount: number,
  quantityCount: number,
): Pick<DraftRow, 'values' | 'flags'> {
  const values = new Float64Array(sampleCount * quantityCount).fill(Number.NaN);
  const flags: DraftFlag[] = [];
  for (const [sample, measurement] of row.measurements) {
    quantityOf.forEach((quantity, position) => {
      if (quantity !== null) values[quantity * sampleCount + sample] = measurement.values[position] as number;
    });
    for (const flag of measurement.flags) {
      const quantity = quantityOf[flag.column] ?? null;
      if (quantity !== null) flags.push({ ...flag, column: quantity * sampleCount + sample });
    }
  }
  return { values, flags };
}

/** A text that is the same in every sample as it stands; otherwise the texts by sample as JSON, so that none is lost. */
function textOf(row: Gathered, position: number): string {
  const texts = [...row.measurements].map(([sample, measurement]) => [sample, measurement.texts[position] ?? ''] as const);
  const first = texts[0]?.[1] ?? '';
  return texts.every(([, text]) => text === first) ? first : JSON.stringify(Object.fromEntries(texts));
}

function join(cells: readonly string[], indexes: readonly number[]): string {
  return indexes.map((index) => cells[index] ?? '').join('+');
}
