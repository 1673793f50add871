import type { Column, Profile, Quantity } from '../../profiles/profile.ts';
import { cellKinds } from '../../values/cellKind.ts';
import type { DataRow } from '../../values/dataRows.ts';
import { numericColumns } from '../../values/rowValues.ts';
import type { Place } from '../place.ts';
import type { RuleContext } from '../rule.ts';
import { isRoundedScientific } from './scientificNotation.ts';

/** What may be wrong with a count. */
export type CountSlip = 'negative' | 'fractional' | 'rounded';

/** One column's cells with one slip. */
export interface SlipColumn {
  readonly column: Column;
  readonly count: number;
  /** All of them where the table has few, otherwise the first. */
  readonly places: readonly Place[];
}

/** Watches for cells that no count can be; whether the table's numbers are counts is known at the pass's end. */
export interface CountCells {
  row(data: DataRow): void;
  /** The cells of the quantities that are counts, by column; to be asked at the pass's end only. */
  slips(slip: CountSlip): readonly SlipColumn[];
}

/** Tools that estimate how many reads a transcript has, in fractions; tximport's and nf-core's tables hold their estimates. */
const estimatingLayouts = new Set(['rna-quantifier', 'rsem-merged', 'salmon-merged', 'tximport']);
/** Layouts whose counts are told by their first rows, and by no tool's word. */
const guessingLayouts = new Set(['gene-matrix', 'gct']);

/** Of more than these, every cell is not kept: a finding a column says how many there are. */
const mostPlaces = 10_000;
const fewestNumbers = 10;
/** Where more numbers than these have a fraction and every second one has, the rest of the table is not looked at. */
const enoughFractional = 1000;
/** Of so large a share of odd numbers the table is no table of counts; a single one is a slip in a table of any size. */
const largestOddShare = 0.05;
/** More fractions than these, in most samples, are the way in which the table was counted. */
const mostScattered = 20;
/** Calls and ratings (copy numbers from -2 to 2) are whole numbers too, and no count of reads stays below this. */
const leastCount = 10;

/** What is counted of a quantity that may be counts. */
interface Tally {
  negative: number;
  fractional: number;
}

const cellsOf = new WeakMap<RuleContext, CountCells>();

/**
 * The watch of a pass, which the rules about counts share; null where nothing of the table can be counts: Salmon's,
 * kallisto's and RSEM's estimates, and intensities. A quantity is counts where its tool says so or, in a plain matrix of
 * genes, where no word tells what it is; and where no more than a twentieth of its numbers has a fraction, and few of most
 * samples, so that normalized and fractional counts (featureCounts --fraction) are none.
 */
export function countCellsOf(context: RuleContext): CountCells | null {
  const known = cellsOf.get(context);
  if (known) return known;
  const { profile } = context;
  const watched = numericColumns(profile).flatMap((column, position) => {
    const quantity = column.role === 'value' ? profile.quantities[column.quantity ?? -1] : undefined;
    return quantity && mayCount(profile, quantity) ? [{ column, position, quantity: column.quantity ?? -1 }] : [];
  });
  if (watched.length === 0) return null;
  const cells = startCountCells(context, watched);
  cellsOf.set(context, cells);
  return cells;
}

function mayCount({ layout, omicsType, shape }: Profile, { kind, name, scale }: Quantity): boolean {
  if (estimatingLayouts.has(layout) || shape === 'sample-sheet' || shape === 'annotation') return false;
  if (kind === 'count') return true;
  const told = scale !== 'linear' && scale !== 'unknown';
  return guessingLayouts.has(layout) && omicsType === 'transcriptomics' && name === null && !told;
}

interface WatchedColumn {
  readonly column: Column;
  readonly position: number;
  readonly quantity: number;
}

function startCountCells(context: RuleContext, watched: readonly WatchedColumn[]): CountCells {
  const { profile } = context;
  const positions = Int32Array.from(watched, ({ position }) => position);
  const tallies: Tally[] = profile.quantities.map(() => ({ negative: 0, fractional: 0 }));
  const found = { negative: startSlips(watched), fractional: startSlips(watched), rounded: startSlips(watched) };
  let last = -1;
  let rows = 0;
  let fractional = 0;

  const note = (slip: CountSlip, at: number, { row, index }: DataRow): void => {
    found[slip].add(at, () => context.placeOf(row, watched[at]?.column.index ?? -1, index));
  };

  const noteOdd = (data: DataRow, at: number, number: number): void => {
    const { kinds } = data.values;
    const kind = kinds[positions[at] as number];
    const tally = tallies[watched[at]?.quantity ?? -1];
    if (!tally || (kind !== cellKinds.number && kind !== cellKinds.spacedNumber) || number - number !== 0) return;
    if (number < 0) tally.negative++;
    if (!Number.isInteger(number)) {
      tally.fractional++;
      fractional++;
    }
    note(number < 0 ? 'negative' : 'fractional', at, data);
  };

  const noteRounded = (data: DataRow): void => {
    const { cells } = data.row;
    for (const [at, { column, position }] of watched.entries()) {
      const cell = cells[column.index] ?? '';
      if (data.values.kinds[position] === cellKinds.number && isRoundedScientific(cell)) note('rounded', at, data);
    }
  };

  return {
    row(data) {
      if (data.index === last || data.summary) return;
      last = data.index;
      if (fractional > enoughFractional && fractional > (rows * positions.length) / 2) return;
      rows++;
      const { numbers } = data.values;
      for (let at = 0; at < positions.length; at++) {
        const number = numbers[positions[at] as number] as number;
        if (number >= 0 && number === Math.floor(number)) continue;
        if (!Number.isNaN(number)) noteOdd(data, at, number);
      }
      const { text } = data.row;
      if (text.includes('E+') || text.includes('e+')) noteRounded(data);
    },
    slips(slip) {
      const isOf =
        (quantity: number) =>
        ({ column }: { readonly column: Column }): boolean =>
          column.quantity === quantity;
      return profile.quantities.flatMap((_, at) => {
        const share = found.fractional.all().filter(isOf(at)).length / watched.filter(isOf(at)).length;
        const scattered = share > 0.5 && (tallies[at]?.fractional ?? 0) > mostScattered;
        return !scattered && areCounts(context, at, tallies[at]) ? found[slip].all().filter(isOf(at)) : [];
      });
    },
  };
}

/** Judged by the numbers that are not 0, as those are whole in normalized counts too. */
function areCounts({ profile, measured }: RuleContext, quantityIndex: number, tally: Tally | undefined): boolean {
  let numbers = 0;
  let max = 0;
  for (const { summary, quantityIndex: own } of measured.all()) {
    if (own !== quantityIndex || summary.count === 0) continue;
    const zeros = summary.sampled.reduce((sum, number) => sum + (number === 0 ? 1 : 0), 0);
    numbers += summary.count * (1 - zeros / summary.sampled.length);
    max = Math.max(max, summary.max);
  }
  const mostOdd = Math.max(1, numbers * largestOddShare);
  if (!tally || numbers < fewestNumbers || tally.fractional > mostOdd) return false;
  return !guessingLayouts.has(profile.layout) || (max >= leastCount && tally.negative <= mostOdd);
}

/** The cells of one slip, by column, in a memory that has a bound. */
function startSlips(watched: readonly WatchedColumn[]) {
  const counts = new Float64Array(watched.length);
  const places = new Map<number, Place[]>();
  let kept = 0;
  let total = 0;
  return {
    add(at: number, place: () => Place): void {
      total++;
      counts[at] = (counts[at] as number) + 1;
      if (counts[at] > 1 && kept >= mostPlaces) return;
      const ofColumn = places.get(at) ?? [];
      if (ofColumn.length === 0) places.set(at, ofColumn);
      ofColumn.push(place());
      kept++;
    },
    all: (): SlipColumn[] =>
      [...places].flatMap(([at, ofColumn]) => {
        const column = watched[at]?.column;
        if (!column) return [];
        return [{ column, count: counts[at] ?? 0, places: total > kept ? ofColumn.slice(0, 1) : ofColumn }];
      }),
  };
}
