import type { Profile, Quantity } from '../profiles/profile.ts';
import { ownedText } from '../table/ownedText.ts';
import { isMissingKind } from './cellKind.ts';
import type { DataRow, DataVisitor } from './dataRows.ts';
import { numericColumns } from './rowValues.ts';

/** How often a quantity is given. */
export interface QuantityTally {
  readonly quantity: Quantity;
  /**
   * Samples that it is given for: columns with features in rows, rows with samples in rows, names in long tables; of the
   * channels of isobaric labels in a long table the channels of a run.
   */
  readonly samples: number;
  /** Cells without a value; a zero that counts as missing is one of them. */
  readonly missing: number;
  /** Cells that are exactly 0, also where that counts as missing by the tool's convention; not where a person says so. */
  readonly zeros: number;
}

/** What a pass over a table counted. Summary rows count in `rows` only. */
export interface Tally {
  /** Data rows, blank and metadata lines not counted. */
  readonly rows: number;
  /** Distinct row keys; distinct molecules of a long table; distinct names in the header with samples in rows. */
  readonly features: number;
  /** Samples of the primary quantity in order of appearance; of a sample sheet the names of its rows. */
  readonly samples: readonly string[];
  readonly quantities: readonly QuantityTally[];
  /** Names of the statistic columns. */
  readonly statistics: readonly string[];
}

/** A pass that counts. */
export interface TallyRun extends DataVisitor {
  end(): Tally;
}

/** Starts counting the rows of a table; what it costs a row is a loop over its numbers and one look-up of its key. */
export function startTally(profile: Profile): TallyRun {
  const columns = numericColumns(profile);
  const quantityOf = Int32Array.from(columns, (column) => (column.role === 'value' ? (column.quantity ?? -1) : -1));
  const zeroIsMissing = Uint8Array.from(profile.quantities, (quantity) => (quantity.zeroIsMissing ? 1 : 0));
  const missing = new Float64Array(profile.quantities.length);
  const zeros = new Float64Array(profile.quantities.length);
  const names = startNames(profile);
  let rows = 0;
  let measuredRows = 0;

  const countZeros = (numbers: Float64Array): void => {
    for (let position = 0; position < quantityOf.length; position++) {
      if (numbers[position] !== 0) continue;
      const quantity = quantityOf[position] as number;
      if (quantity >= 0) zeros[quantity] = (zeros[quantity] as number) + 1;
    }
  };

  const countMissing = (kinds: Uint8Array): void => {
    for (let position = 0; position < quantityOf.length; position++) {
      if (!isMissingKind(kinds[position] as number)) continue;
      const quantity = quantityOf[position] as number;
      if (quantity >= 0) missing[quantity] = (missing[quantity] as number) + 1;
    }
  };

  return {
    row(data) {
      rows++;
      if (data.summary) return;
      measuredRows++;
      names.row(data);
      const { numbers, kinds, irregular, gaps, zeros: hasZeros } = data.values;
      if (hasZeros) countZeros(numbers);
      if (irregular || gaps) countMissing(kinds);
    },
    end: () => ({
      rows,
      features: names.features(),
      samples: names.samples(),
      quantities: profile.quantities.map((quantity, at) => ({
        quantity,
        samples: samplesOf(profile, at, measuredRows, names.samples().length),
        missing: (missing[at] as number) + (zeroIsMissing[at] === 1 ? (zeros[at] as number) : 0),
        zeros: zeros[at] as number,
      })),
      statistics: profile.columns.filter((column) => column.role === 'statistic').map((column) => column.name),
    }),
  };
}

function samplesOf(profile: Profile, quantity: number, rows: number, named: number): number {
  if (profile.shape === 'samples-in-rows') return rows;
  const columns = profile.columns.filter((column) => column.role === 'value' && column.quantity === quantity);
  if (profile.shape === 'long') return columns.some(({ channel }) => channel !== undefined) ? columns.length : named;
  return columns.length;
}

/** Collects the names of features and samples in the way of the table's shape. */
interface Names {
  row(data: DataRow): void;
  features(): number;
  samples(): readonly string[];
}

function startNames(profile: Profile): Names {
  const sampleCells = profile.columns.filter((column) => column.role === 'sample-name').map((column) => column.index);
  if (profile.shape === 'sample-sheet' || profile.shape === 'samples-in-rows')
    return namesOfRows(profile, sampleCells[0] ?? -1);
  if (profile.shape === 'long') return namesOfMeasurements(profile, sampleCells);
  const keys = new Set<string>();
  const primary = profile.quantities.findIndex((quantity) => quantity.primary);
  const samples = profile.columns.flatMap((column) => {
    const name = column.sample === undefined ? undefined : profile.samples[column.sample]?.name;
    return column.quantity === primary && name !== undefined ? [name] : [];
  });
  return {
    row: ({ key }) => {
      if (key !== '') keys.add(key);
    },
    features: () => keys.size,
    samples: () => samples,
  };
}

/** A row a sample: every row is one, also where a name repeats. */
function namesOfRows(profile: Profile, sampleCell: number): Names {
  const samples: string[] = [];
  const features = new Set(profile.columns.flatMap((column) => (column.feature === undefined ? [] : [column.feature])));
  return {
    row: ({ row, key }) => {
      samples.push(ownedText((row.cell(sampleCell) ?? key).trim()));
    },
    features: () => (profile.shape === 'sample-sheet' ? 0 : features.size),
    samples: () => samples,
  };
}

/** A row a measurement: samples and molecules are those that the rows name. */
function namesOfMeasurements(profile: Profile, sampleCells: readonly number[]): Names {
  const samples = new Set<string>();
  const molecules = new Set<string>();
  const moleculeOf = joinerOf(profile.moleculeKey);
  const sampleOf = joinerOf(sampleCells);
  return {
    row: ({ row }) => {
      addOwned(molecules, moleculeOf(row.cells));
      addOwned(samples, sampleOf(row.cells).trim());
    },
    features: () => molecules.size,
    samples: () => [...samples],
  };
}

/** Joins the cells of a name that several columns make up (run and channel) by `+`. */
function joinerOf(indexes: readonly number[]): (cells: readonly string[]) => string {
  const [only] = indexes;
  if (only === undefined) return () => '';
  if (indexes.length === 1) return (cells) => cells[only] ?? '';
  return (cells) => indexes.map((index) => cells[index] ?? '').join('+');
}

function addOwned(names: Set<string>, name: string): void {
  if (name !== '' && !names.has(name)) names.add(ownedText(name));
}
