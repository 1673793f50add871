import type { Profile, Quantity } from '../../profiles/profile.ts';
import { isMissingKind } from '../../values/cellKind.ts';
import type { DataVisitor } from '../../values/dataRows.ts';
import { type NumberTally, startNumberTally } from '../../values/numberTally.ts';
import { numericColumns } from '../../values/rowValues.ts';
import { type MissingMap, startMissingMap } from './missingMap.ts';

/** What the values of one sample come to. */
export interface SampleFigures extends ReturnType<NumberTally['end']> {
  readonly name: string;
}

/** What a report shows of the primary quantity. */
export interface ReportFigures {
  readonly quantity: Quantity | null;
  /** In the table's order; not all where {@link samplesLeftOut} is more than 0. */
  readonly samples: readonly SampleFigures[];
  readonly samplesLeftOut: number;
  /** Null where the table is no matrix. */
  readonly missing: MissingMap | null;
}

/** Takes in the rows of a table, and answers the figures once all are told. */
export interface ReportFiguresRun extends DataVisitor {
  end(): ReportFigures;
}

/** Every number of a sample is kept until the end, for its exact median: so many samples and no more. */
const mostSamples = 500;

/** Starts taking in a table of this profile; summary rows are left out. */
export function startReportFigures(profile: Profile): ReportFiguresRun {
  const primary = profile.quantities.findIndex((quantity) => quantity.primary);
  const quantity = profile.quantities[primary] ?? null;
  const columns = numericColumns(profile).flatMap((column, position) =>
    column.role === 'value' && column.quantity === primary ? [{ column, position }] : [],
  );
  const positions = columns.map(({ position }) => position);
  const isMatrix = columns.length > 0 && profile.shape !== 'long';
  const map = isMatrix ? startMissingMap(columns.length) : null;
  const isMissing = new Uint8Array(columns.length);
  const naming = profile.columns.find(({ role }) => role === 'sample-name')?.index ?? profile.rowKey[0] ?? -1;
  const rowsAreSamples = profile.shape === 'samples-in-rows' || profile.shape === 'long';
  const tallies = new Map<string, NumberTally>();
  const leftOut = new Set<string>();
  const tallyOf = (name: string): NumberTally | null => {
    const known = tallies.get(name);
    if (known || tallies.size < mostSamples) {
      const tally = known ?? startNumberTally(quantity ?? undefined);
      if (!known) tallies.set(name, tally);
      return tally;
    }
    leftOut.add(name);
    return null;
  };
  const columnTallies = rowsAreSamples
    ? []
    : columns.map(({ column }) => tallyOf(profile.samples[column.sample ?? -1]?.name ?? column.name));
  return {
    row({ row, summary, values }) {
      if (summary || columns.length === 0) return;
      if (rowsAreSamples) {
        const tally = tallyOf((row.cell(naming) ?? '').trim());
        if (tally) for (const position of positions) tally.add(values, position);
      } else {
        for (const [at, tally] of columnTallies.entries()) tally?.add(values, positions[at] as number);
      }
      if (!map) return;
      for (const [at, position] of positions.entries()) {
        const zero = quantity?.zeroIsMissing === true && values.numbers[position] === 0;
        isMissing[at] = zero || isMissingKind(values.kinds[position] as number) ? 1 : 0;
      }
      map.add(isMissing);
    },
    end: () => ({
      quantity,
      samples: [...tallies].map(([name, tally]) => ({ name, ...tally.end() })),
      samplesLeftOut: leftOut.size,
      missing: map?.end() ?? null,
    }),
  };
}
