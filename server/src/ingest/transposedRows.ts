import type { ColumnRole, Profile } from '../profiles/profile.ts';
import { ownedText } from '../table/ownedText.ts';
import { numericColumns } from '../values/rowValues.ts';
import { cellStorage } from './cellStorage.ts';
import type { DraftFlag, DraftRow, TableSample } from './draft.ts';
import { columnsBySample, everyPair } from './draftColumns.ts';
import { featureLinker } from './featureLinks.ts';
import { collectWhole } from './readyRows.ts';
import type { CollectOptions, RowCollector } from './rowCollector.ts';

/** Collects the rows of a table with a row a sample and turns it round: a row a feature, a column a sample of each quantity. */
export function startTransposition(profile: Profile, { rejected, linking }: CollectOptions): RowCollector {
  const store = cellStorage(profile);
  const described = profile.columns.filter((column) => describing.has(column.role));
  const samples: TableSample[] = [];
  const numbers: Float64Array[] = [];
  const flags: (readonly DraftFlag[])[] = [];
  return collectWhole(
    ({ row, index, key, values }) => {
      if (rejected.has(index)) return;
      const metadata = described.map((column) => [column.name, ownedText(row.cell(column.index) ?? '')] as const);
      samples.push({ ordinal: samples.length, name: ownedText(key), metadata: Object.fromEntries(metadata) });
      const stored = store(values, row);
      numbers.push(stored.values);
      flags.push(stored.flags.map((flag) => ({ ...flag, text: ownedText(flag.text) })));
    },
    () => ({
      samples,
      columns: columnsBySample(profile, everyPair(profile, samples)),
      annotationColumns: annotationsOf(profile),
      rows: turnRound(profile, samples.length, numbers, flags, linking),
    }),
  );
}

/** What is no measurement of a feature describes the sample. */
const describing: ReadonlySet<ColumnRole> = new Set(['metadata', 'annotation', 'statistic']);

/** What the table says of its features, in the file's order. */
function annotationsOf(profile: Profile): readonly string[] {
  return [...new Set(profile.columns.flatMap(({ featureAnnotations = {} }) => Object.keys(featureAnnotations)))];
}

/** Where each measured column goes: to which feature, in which quantity. */
interface Cell {
  readonly feature: number;
  readonly quantity: number;
}

function turnRound(
  profile: Profile,
  sampleCount: number,
  numbers: readonly Float64Array[],
  flags: readonly (readonly DraftFlag[])[],
  linking: boolean,
): DraftRow[] {
  const { names, ids, told, cells } = featuresOfColumns(profile);
  const annotations = annotationsOf(profile);
  const values = names.map(() => new Float64Array(sampleCount * profile.quantities.length).fill(Number.NaN));
  const featureFlags: DraftFlag[][] = names.map(() => []);
  for (let sample = 0; sample < sampleCount; sample++) {
    const row = numbers[sample] as Float64Array;
    cells.forEach((cell, position) => {
      if (cell) (values[cell.feature] as Float64Array)[cell.quantity * sampleCount + sample] = row[position] as number;
    });
    for (const flag of flags[sample] ?? []) {
      const cell = cells[flag.column];
      if (cell) featureFlags[cell.feature]?.push({ ...flag, column: cell.quantity * sampleCount + sample });
    }
  }
  const link = featureLinker(profile, linking);
  return names.map((name, rowIndex) => ({
    ...link(ids[rowIndex] ?? name),
    rowIndex,
    rowKey: name,
    rawName: name,
    values: values[rowIndex] as Float64Array,
    flags: featureFlags[rowIndex] ?? [],
    marks: null,
    annotations: annotations.map((title) => told[rowIndex]?.[title] ?? null),
  }));
}

/** The features in the header's order; a name that repeats within a quantity is a feature of its own each time. */
function featuresOfColumns(profile: Profile): {
  readonly names: readonly string[];
  /** By which each is linked. */
  readonly ids: readonly string[];
  /** What the table says of each. */
  readonly told: readonly Readonly<Record<string, string>>[];
  readonly cells: readonly (Cell | null)[];
} {
  const names: string[] = [];
  const ids: string[] = [];
  const told: Readonly<Record<string, string>>[] = [];
  const seen = new Map<string, number>();
  const repeats = new Map<string, number>();
  const cells = numericColumns(profile).map((column): Cell | null => {
    if (column.role !== 'value') return null;
    const name = column.feature ?? column.name;
    const quantity = column.quantity ?? 0;
    const within = `${quantity}\u0000${name}`;
    const repeat = repeats.get(within) ?? 0;
    repeats.set(within, repeat + 1);
    const identity = `${repeat}\u0000${name}`;
    let feature = seen.get(identity);
    if (feature === undefined) {
      feature = names.push(name) - 1;
      ids.push(column.featureId ?? name);
      told.push(column.featureAnnotations ?? {});
      seen.set(identity, feature);
    }
    return { feature, quantity };
  });
  return { names, ids, told, cells };
}
