import type { Profile, Quantity } from '../profiles/profile.ts';
import { ownedText } from '../table/ownedText.ts';
import type { Row } from '../table/row.ts';
import { type CellKind, cellKinds } from '../values/cellKind.ts';
import type { DataRow } from '../values/dataRows.ts';
import { type NumberSummary, startNumberSummaries } from '../values/numberSummaries.ts';
import { kindBit, numericColumns } from '../values/rowValues.ts';
import { levelsAbove } from '../values/valueLevels.ts';
import { headerCellOf } from './headerCell.ts';
import type { Place, PlaceFinder } from './place.ts';

/** The values of one quantity that a sample has, whichever way round the table lies. */
export interface MeasuredSample {
  readonly name: string;
  readonly quantity: Quantity;
  /** Index of the quantity in `Profile.quantities`. */
  readonly quantityIndex: number;
  /** The cell that names the sample: of its column in the header, of its row, of its first row in a long table. */
  readonly place: Place | null;
  /** The first cell that holds the smallest number; null where there is none. */
  readonly minPlace: Place | null;
  /** Of its finite numbers; zeros that count as missing and summary rows are left out. */
  readonly summary: NumberSummary;
  /** True where a cell holds what is neither a number nor missing: `<LOD`, `#DIV/0!`, text; or a row of the sample was cut off. */
  readonly worded: boolean;
}

/** Sums up what is measured, sample by sample, while the table is read. */
export interface MeasuredSamples {
  row(data: DataRow): void;
  /** In order of appearance, quantity by quantity; to be asked at the pass's end only. */
  all(): readonly MeasuredSample[];
}

interface Need extends Pick<PlaceFinder, 'placeOf'> {
  readonly profile: Profile;
  readonly header: Row | null;
}

/** What stands in a value's place and is neither a finite number nor missing. */
const wordBits = [
  cellKinds.belowLod,
  cellKinds.aboveUloq,
  cellKinds.filtered,
  cellKinds.nonFinite,
  cellKinds.spreadsheetError,
  cellKinds.text,
].reduce((bits, kind) => bits | kindBit(kind), 0);

/** Starts summing up in the way of the table's shape. */
export function startMeasuredSamples(context: Need): MeasuredSamples {
  const { shape } = context.profile;
  if (shape === 'sample-sheet' || shape === 'annotation') return { row: () => undefined, all: () => [] };
  const run = shape === 'samples-in-rows' || shape === 'long' ? startRows(context) : startColumns(context);
  let told: readonly MeasuredSample[] | null = null;
  return {
    row: run.row,
    all() {
      told ??= run.all();
      return told;
    },
  };
}

/** The samples of the primary quantity: what most rules compare, as the others mostly repeat its defects. */
export function primarySamples({ measured }: { readonly measured: Pick<MeasuredSamples, 'all'> }): MeasuredSample[] {
  return measured.all().filter(({ quantity }) => quantity.primary);
}

/** What is asked of every value column: where it stands among the numbers, and what it measures. */
function valueColumns({ profile }: Need) {
  return numericColumns(profile).flatMap((column, position) => {
    const quantity = profile.quantities[column.quantity ?? -1];
    return column.role === 'value' && quantity ? [{ column, position, quantity }] : [];
  });
}

function startColumns(context: Need): MeasuredSamples {
  const { profile, header, placeOf } = context;
  const columns = valueColumns(context);
  const positions = Int32Array.from(columns, ({ position }) => position);
  const skipsZero = Uint8Array.from(columns, ({ quantity }) => (quantity.zeroIsMissing ? 1 : 0));
  const summaries = startNumberSummaries(columns.length);
  const minPlaces: (Place | undefined)[] = columns.map(() => undefined);
  const worded = new Uint8Array(columns.length);
  return {
    row({ row, index, summary, values: { numbers, kinds, irregularKinds } }) {
      if (summary) return;
      if ((irregularKinds & wordBits) !== 0) {
        for (let group = 0; group < positions.length; group++)
          if ((kindBit(kinds[positions[group] as number] as CellKind) & wordBits) !== 0) worded[group] = 1;
      }
      for (let group = 0; group < positions.length; group++) {
        const number = numbers[positions[group] as number] as number;
        if (number - number !== 0 || (number === 0 && skipsZero[group] === 1)) continue;
        if (!summaries.add(group, number, index)) continue;
        minPlaces[group] = placeOf(row, columns[group]?.column.index ?? -1, index);
      }
    },
    all: () =>
      columns.map(({ column, quantity }, group) => ({
        name: profile.samples[column.sample ?? -1]?.name ?? column.name,
        quantity,
        quantityIndex: column.quantity ?? -1,
        place: header ? placeOf(header, headerCellOf(profile, header, column.index), null) : null,
        minPlace: minPlaces[group] ?? null,
        summary: summaries.of(group),
        worded: worded[group] === 1,
      })),
  };
}

/** Rows that are samples, or measurements of samples: a group for each name and quantity. */
function startRows(context: Need): MeasuredSamples {
  const { profile, placeOf } = context;
  const above = new Set(levelsAbove(profile).flatMap(({ positions }) => positions));
  const columns = valueColumns(context).filter(({ position }) => !above.has(position));
  const naming = profile.columns.find(({ role }) => role === 'sample-name')?.index ?? profile.rowKey[0] ?? -1;
  const quantities = [...new Set(columns.map(({ column }) => column.quantity ?? -1))];
  const offsets = columns.map(({ column }) => quantities.indexOf(column.quantity ?? -1));
  const summaries = startNumberSummaries(64);
  const samples = new Map<string, { readonly first: number; readonly place: Place; rows: number }>();
  const minPlaces: (Place | undefined)[] = [];
  const worded = new Set<number>();
  const repeatsRightly = profile.shape === 'long';
  const needed = profile.customs.shortRows ? 0 : 1 + Math.max(-1, ...columns.map(({ column }) => column.index));
  let groups = 0;
  return {
    row({ row, index, summary, values: { numbers, kinds, irregularKinds, cellCount } }) {
      if (summary || naming < 0) return;
      const written = (row.cell(naming) ?? '').trim();
      // Rows that are samples stay apart also where they share a name.
      const id = repeatsRightly ? written : `${index}\u0000${written}`;
      let sample = samples.get(id);
      if (!sample) {
        sample = { first: groups, place: placeOf(row, naming, index), rows: 0 };
        samples.set(ownedText(id), sample);
        groups += quantities.length;
      }
      const ordinal = sample.rows++;
      const hasWords = (irregularKinds & wordBits) !== 0;
      // What a cut-off row lacks is not known to be missing.
      if (cellCount < needed) for (let at = 0; at < quantities.length; at++) worded.add(sample.first + at);
      for (const [at, { column, position, quantity }] of columns.entries()) {
        const number = numbers[position] as number;
        const group = sample.first + (offsets[at] as number);
        if (hasWords && (kindBit(kinds[position] as CellKind) & wordBits) !== 0) worded.add(group);
        if (number - number !== 0 || (number === 0 && quantity.zeroIsMissing)) continue;
        // Where rows are samples the feature is the column; in a long table the row, as the sample's others count it.
        if (summaries.add(group, number, repeatsRightly ? ordinal : position))
          minPlaces[group] = placeOf(row, column.index, index);
      }
    },
    all: () =>
      [...samples].flatMap(([id, { first, place }]) =>
        quantities.flatMap((quantityIndex, offset) => {
          const quantity = profile.quantities[quantityIndex];
          if (!quantity) return [];
          const group = first + offset;
          const name = repeatsRightly ? id : id.slice(id.indexOf('\u0000') + 1);
          const minPlace = minPlaces[group] ?? null;
          const summary = summaries.of(group);
          return [{ name, quantity, quantityIndex, place, minPlace, summary, worded: worded.has(group) }];
        }),
      ),
  };
}
