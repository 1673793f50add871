import { contentOf } from './columnContent.ts';
import { plainName } from './headerName.ts';
import { identityOf, idsOf } from './identity.ts';
import type { Reading } from './layout.ts';
import { tellOmicsType } from './omicsType.ts';
import type { PlainTable } from './plainTable.ts';
import { makeReading, type QuantityPlan } from './reading.ts';

/** Above this a number can't be a logarithm of anything measured: 2^60 is beyond any detector. */
export const largestLogarithm = 60;

/** Makes the reading of a table of no known tool; `counts` says that whole numbers are counts of reads. */
export function plainReading(table: PlainTable, confidence: number, evidence: string, counts = false): Reading {
  const { grid, key, shape } = table;
  const samplesInRows = shape === 'samples-in-rows';
  const keyName = samplesInRows || key < 0 ? '' : (grid.names[key] ?? '');
  const ids = idsOf(table.features);
  const omics = tellOmicsType({
    keyName,
    features: table.features,
    namespace: ids.namespace,
    header: samplesInRows ? [] : grid.names,
    fileName: grid.head.name,
  });
  const quantity = quantityOf(table, counts);
  const named = shape !== 'sample-sheet' && table.features.length > 0;
  return makeReading({
    grid,
    confidence,
    evidence: `${evidence}.`,
    shape,
    ...omics,
    rowKey: key < 0 ? [] : [key],
    roles: table.roles,
    quantities: [quantity],
    values: table.values.map((index) => ({
      index,
      quantity,
      ...(samplesInRows ? { feature: grid.names[index] ?? '' } : { sample: (grid.names[index] ?? '').trim() }),
    })),
    sampleMetadata: (index) => labelsOf(table, index),
    identity: named ? identityOf(samplesInRows ? -1 : key, ids, omics.omicsType, table.features) : null,
  });
}

/** What the lines under the header say of the sample of a column. */
function labelsOf({ grid }: PlainTable, index: number): Readonly<Record<string, string>> {
  return Object.fromEntries(
    grid.labelRows.map((row) => [(row.cells[0] ?? '').trim(), (row.cells[index] ?? '').trim()]),
  );
}

/** What the one quantity of a plain table is: counts where they may be and all numbers are whole, its scale where the numbers or names tell it. */
function quantityOf(table: PlainTable, counts: boolean): QuantityPlan {
  const { grid, values } = table;
  const content = contentOf(grid);
  let numbers = 0;
  let whole = 0;
  let negative = 0;
  let max = Number.NEGATIVE_INFINITY;
  for (const column of values) {
    const told = content[column];
    if (told === undefined) continue;
    numbers += told.numbers;
    whole += told.whole;
    negative += told.negative;
    max = Math.max(max, told.max);
  }
  if (counts && numbers > 0 && whole === numbers && negative === 0)
    return { name: 'counts', kind: 'count', scale: 'linear' };
  const log2 = values.filter((column) => plainName(grid.names[column] ?? '').includes('log2')).length;
  const scale = log2 > values.length / 2 ? 'log2' : max > largestLogarithm ? 'linear' : 'unknown';
  return { name: null, scale };
}
