import type { RowMark } from '#shared/dataset.ts';
import type { ColumnRole, Profile } from '../profiles/profile.ts';
import { readMarks } from '../profiles/rowMarks.ts';
import { ownedText } from '../table/ownedText.ts';
import type { Row } from '../table/row.ts';
import type { DataRow } from '../values/dataRows.ts';
import { numericColumns } from '../values/rowValues.ts';
import { levelsAbove } from '../values/valueLevels.ts';
import { cellStorage, type StoredCells } from './cellStorage.ts';
import type { DraftFlag, DraftRow } from './draft.ts';
import { columnsBySample, everyPair, type MeasuredPair } from './draftColumns.ts';
import { featureLinker, noLink } from './featureLinks.ts';
import { fitsInto, type Measurement, measurementOf, merge } from './measurement.ts';
import { type NamedSamples, startNamedSamples } from './namedSamples.ts';
import { collectWhole } from './readyRows.ts';
import type { CollectOptions, RowCollector } from './rowCollector.ts';

/** What is no quantity is kept as text. */
const textual: ReadonlySet<ColumnRole> = new Set(['annotation', 'metadata', 'statistic']);

/** A row of the pivot while it is collected: by sample, the numbers, flags and texts of one line of the long table. */
interface Gathered {
  readonly rowKey: string;
  readonly rawName: string;
  readonly identifier: string;
  /** What all its lines have in common; null where the table does not tell. */
  marks: readonly RowMark[] | null;
  readonly measurements: Map<number, Measurement>;
}

/** What the lines of a long table say of one level: of proteins, of precursors. */
interface PivotLevel {
  /** Cells of the row key, without those of the sample. */
  readonly keyCells: readonly number[];
  /** Its columns among the numeric ones, by the channel that they measure; null of those that measure the whole run. */
  readonly channels: ReadonlyMap<string | null, readonly number[]>;
  /** A value that stands on many lines is taken once. */
  readonly repeats: boolean;
  /** Its rows are the features of the identity's column. */
  readonly linked: boolean;
  readonly rows: Map<string, Gathered[]>;
}

/**
 * Collects the rows of a long table and pivots them by the row key without the sample. Nothing is summed or averaged: a
 * key that repeats within a sample makes a further row of the same key. What a line repeats of a higher level (a protein's
 * quantity on each precursor) is taken once, into a row of that level; a value that differs from the one before makes a
 * further row too, so that none is lost.
 */
export function startPivot(profile: Profile, { rejected, linking }: CollectOptions): RowCollector {
  const store = cellStorage(profile);
  const sampleCells = profile.columns.filter((column) => column.role === 'sample-name').map((column) => column.index);
  const textColumns = profile.columns.filter((column) => textual.has(column.role));
  const levels = levelsOf(profile, sampleCells);
  const ownKey = levels.at(-1)?.keyCells ?? [];
  const moleculeCells = profile.moleculeKey.length > 0 ? profile.moleculeKey : ownKey;
  const identityCell = profile.identity?.column ?? moleculeCells[0] ?? -1;
  const samples = startNamedSamples(profile);

  const targetOf = (
    level: PivotLevel,
    row: Row,
    marks: Gathered['marks'],
    measured: ReadonlyMap<number, Measurement>,
  ): Gathered => {
    const rowKey = join(row, level.keyCells);
    const rows = level.rows.get(rowKey) ?? [];
    const target = rows.find(({ measurements }) =>
      [...measured].every(([sample, further]) => {
        const before = measurements.get(sample);
        return before === undefined || (level.repeats && fitsInto(before, further));
      }),
    );
    if (target) {
      // A protein is no decoy because one of its precursors is.
      target.marks = target.marks?.filter((mark) => marks?.includes(mark)) ?? null;
      return target;
    }
    const added = {
      rowKey: rows[0]?.rowKey ?? ownedText(rowKey),
      rawName: ownedText(join(row, moleculeCells)),
      identifier: ownedText(row.cell(identityCell) ?? ''),
      marks,
      measurements: new Map(),
    };
    rows.push(added);
    level.rows.set(added.rowKey, rows);
    return added;
  };
  const gather = ({ row, index, values }: DataRow): void => {
    if (rejected.has(index)) return;
    const stored = owned(store(values, row));
    const texts = textColumns.map((column) => ownedText(row.cell(column.index) ?? ''));
    const marks = profile.marks && readMarks(profile.marks, row);
    for (const level of levels) {
      const measured = new Map<number, Measurement>();
      for (const [channel, positions] of level.channels) {
        measured.set(samples.of(row, channel), measurementOf(stored, positions, texts));
      }
      const { measurements } = targetOf(level, row, marks, measured);
      for (const [sample, further] of measured) {
        const before = measurements.get(sample);
        if (before === undefined) measurements.set(sample, level.repeats ? { ...further, texts: [...texts] } : further);
        else merge(before, further);
      }
    }
  };
  const pivot = (pairs: readonly MeasuredPair[]): DraftRow[] => {
    const link = featureLinker(profile, linking);
    const quantityOf = numericColumns(profile).map(({ role, quantity }) => (role === 'value' ? (quantity ?? 0) : null));
    const ordinals = profile.quantities.map(() => new Map<number, number>());
    for (const [ordinal, { quantity, sample }] of pairs.entries()) ordinals[quantity]?.set(sample.ordinal, ordinal);
    const columnOf = (position: number, sample: number): number | undefined =>
      ordinals[quantityOf[position] ?? -1]?.get(sample);
    const rows = levels.flatMap((level) => [...level.rows.values()].flat().map((row) => ({ level, row })));
    return rows.map(({ level, row }, rowIndex) => ({
      ...(level.linked ? link(row.identifier) : noLink),
      ...spread(row, columnOf, pairs.length),
      rowIndex,
      rowKey: row.rowKey,
      rawName: row.rawName,
      marks: row.marks,
      annotations: textColumns.map((_, position) => textOf(row, position)),
    }));
  };

  return collectWhole(gather, () => {
    const pairs = measuredPairs(profile, samples);
    return {
      samples: samples.told(),
      columns: columnsBySample(profile, pairs),
      annotationColumns: textColumns.map(({ name }) => name),
      missingFraction: missingFractionOf(profile, levels),
      rows: pivot(pairs),
    };
  });
}

/** The share of the primary quantity's values that are not there, 0 to 1: what stands on many lines and is taken once counts once. */
function missingFractionOf(profile: Profile, levels: readonly PivotLevel[]): number {
  const isPrimary = numericColumns(profile).map(({ quantity }) => profile.quantities[quantity ?? -1]?.primary === true);
  let cells = 0;
  let missing = 0;
  for (const { rows } of levels) {
    for (const { measurements } of [...rows.values()].flat()) {
      for (const { positions, values } of measurements.values()) {
        positions.forEach((position, at) => {
          if (!isPrimary[position]) return;
          cells++;
          if (Number.isNaN(values[at] as number)) missing++;
        });
      }
    }
  }
  return cells === 0 ? 0 : missing / cells;
}

/** Quantities of channels are measured in these, all others in the whole runs. */
function measuredPairs(profile: Profile, samples: NamedSamples): readonly MeasuredPair[] {
  const channels = profile.quantities.map(
    (_, index) =>
      new Set(profile.columns.flatMap((column) => (column.quantity === index ? [column.channel ?? null] : []))),
  );
  return everyPair(profile, samples.told()).filter(
    ({ quantity, sample }) => channels[quantity]?.has(samples.channelOf(sample.ordinal)) === true,
  );
}

/** The levels of a table, from the highest to that of its rows. */
function levelsOf(profile: Profile, sampleCells: readonly number[]): readonly PivotLevel[] {
  const withoutSample = (cells: readonly number[]): readonly number[] =>
    cells.filter((cell) => !sampleCells.includes(cell));
  const above = levelsAbove(profile);
  const taken = new Set(above.flatMap(({ positions }) => positions));
  const named = (cells: readonly number[]): boolean => cells.includes(profile.identity?.column ?? -1);
  const anyNamed = above.some(({ keyCells }) => named(keyCells));
  return [
    ...above.map(({ keyCells, positions }) => ({
      keyCells: withoutSample(keyCells),
      channels: byChannel(profile, positions),
      repeats: true,
      linked: named(keyCells),
      rows: new Map(),
    })),
    {
      keyCells: withoutSample(profile.rowKey),
      channels: byChannel(
        profile,
        numericColumns(profile).flatMap((_, position) => (taken.has(position) ? [] : [position])),
      ),
      repeats: false,
      linked: !anyNamed,
      rows: new Map(),
    },
  ];
}

/** A level without columns of its own still has rows, with the texts of its lines. */
function byChannel(profile: Profile, positions: readonly number[]): PivotLevel['channels'] {
  const columns = numericColumns(profile);
  if (positions.length === 0) return new Map([[null, []]]);
  return Map.groupBy(positions, (position) => columns[position]?.channel ?? null);
}

/** The cells that are kept as written, in texts of their own. */
function owned(stored: StoredCells): StoredCells {
  return { ...stored, flags: stored.flags.map((flag) => ({ ...flag, text: ownedText(flag.text) })) };
}

function spread(
  row: Gathered,
  columnOf: (position: number, sample: number) => number | undefined,
  columnCount: number,
): Pick<DraftRow, 'values' | 'flags'> {
  const values = new Float64Array(columnCount).fill(Number.NaN);
  const flags: DraftFlag[] = [];
  for (const [sample, measurement] of row.measurements) {
    measurement.positions.forEach((position, at) => {
      const column = columnOf(position, sample);
      if (column === undefined) return;
      values[column] = measurement.values[at] as number;
      const flag = measurement.flags[at] ?? null;
      if (flag !== null) flags.push({ ...flag, column });
    });
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
