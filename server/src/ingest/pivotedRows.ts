import type { ColumnRole, Profile } from '../profiles/profile.ts';
import { ownedText } from '../table/ownedText.ts';
import type { Row } from '../table/row.ts';
import type { DataRow } from '../values/dataRows.ts';
import { numericColumns } from '../values/rowValues.ts';
import { cellStorage } from './cellStorage.ts';
import type { DraftFlag, DraftRow, DraftSample } from './draft.ts';
import { columnsBySample } from './draftColumns.ts';
import { featureLinker } from './featureLinks.ts';
import { collectWhole } from './readyRows.ts';
import type { CollectOptions, RowCollector } from './rowCollector.ts';

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
 * Collects the rows of a long table and pivots them by the row key without the sample. Nothing is summed or averaged: a
 * key that repeats within a sample makes a further row of the same key.
 */
export function startPivot(profile: Profile, { rejected, linking }: CollectOptions): RowCollector {
  const store = cellStorage(profile);
  const sampleCells = profile.columns.filter((column) => column.role === 'sample-name').map((column) => column.index);
  const keyCells = profile.rowKey.filter((index) => !sampleCells.includes(index));
  const moleculeCells = profile.moleculeKey.length > 0 ? profile.moleculeKey : keyCells;
  const textColumns = profile.columns.filter((column) => textual.has(column.role));
  const identityCell = profile.identity?.column ?? moleculeCells[0] ?? -1;
  const samples = new Map<string, DraftSample>();
  const gathered = new Map<string, Gathered[]>();

  const sampleOf = (row: Row): number => {
    const name = join(row, sampleCells);
    const known = samples.get(name);
    if (known) return known.ordinal;
    const sample = { ordinal: samples.size, name: ownedText(name), metadata: {} };
    samples.set(sample.name, sample);
    return sample.ordinal;
  };
  const targetOf = (row: Row, sample: number): Gathered => {
    const rowKey = join(row, keyCells);
    const rows = gathered.get(rowKey) ?? [];
    const free = rows.find(({ measurements }) => !measurements.has(sample));
    if (free) return free;
    const target = {
      rowKey: rows[0]?.rowKey ?? ownedText(rowKey),
      rawName: ownedText(join(row, moleculeCells)),
      identifier: ownedText(row.cell(identityCell) ?? ''),
      measurements: new Map(),
    };
    rows.push(target);
    gathered.set(target.rowKey, rows);
    return target;
  };
  const gather = ({ row, index, values }: DataRow): void => {
    if (rejected.has(index)) return;
    const sample = sampleOf(row);
    const stored = store(values, row);
    targetOf(row, sample).measurements.set(sample, {
      values: stored.values,
      flags: stored.flags.map((flag) => ({ ...flag, text: ownedText(flag.text) })),
      texts: textColumns.map((column) => ownedText(row.cell(column.index) ?? '')),
    });
  };
  const pivot = (): DraftRow[] => {
    const link = featureLinker(profile, linking);
    const quantityOf = numericColumns(profile).map(({ role, quantity }) => (role === 'value' ? (quantity ?? 0) : null));
    return [...gathered.values()].flat().map((row, rowIndex) => ({
      ...link(row.identifier),
      ...spread(row, quantityOf, samples.size, profile.quantities.length),
      rowIndex,
      rowKey: row.rowKey,
      rawName: row.rawName,
      annotations: textColumns.map((_, position) => textOf(row, position)),
    }));
  };

  return collectWhole(gather, () => ({
    samples: [...samples.values()],
    columns: columnsBySample(profile, [...samples.values()]),
    annotationColumns: textColumns.map(({ name }) => name),
    rows: pivot(),
  }));
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
  const texts = [...row.measurements].map(
    ([sample, measurement]) => [sample, measurement.texts[position] ?? ''] as const,
  );
  const first = texts[0]?.[1] ?? '';
  return texts.every(([, text]) => text === first) ? first : JSON.stringify(Object.fromEntries(texts));
}

function join(row: Row, indexes: readonly number[]): string {
  return indexes.map((index) => row.cell(index) ?? '').join('+');
}
