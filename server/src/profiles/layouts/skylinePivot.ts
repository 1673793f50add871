import { affixedColumns } from '../affixedColumns.ts';
import { contentOf, isText } from '../columnContent.ts';
import { type Grid, gridOf } from '../grid.ts';
import { plainName } from '../headerName.ts';
import type { Layout } from '../layout.ts';
import { skylineMarks } from '../markConventions.ts';
import { makeReading, type QuantityPlan, type ValuePlan } from '../reading.ts';
import { isAmount, skylineColumns, skylineMolecules, skylineQuantities } from '../skyline.ts';

const figures = new Set(skylineQuantities.map(({ words }) => plainName(words)));

/** A Skyline report pivoted by replicate: the figure is the end of the header's name, the replicate its beginning. */
export const skylinePivot: Layout = {
  name: 'skyline-pivot',
  recognize(head) {
    const grid = gridOf(head);
    const columns = skylineColumns(grid);
    if (columns === null) return null;
    const { values, quantities } = pivotedColumns(grid);
    if (!values.some(({ quantity }) => isAmount(quantity))) return null;
    const { omics, identity } = skylineMolecules(grid, columns.molecule);
    return makeReading({
      grid,
      confidence: 0.9,
      evidence: `Because of the columns ${columns.found.slice(0, 4).join(', ')} and those that end with ${quantities[0]?.name}.`,
      shape: 'features-in-rows',
      ...omics,
      marks: skylineMarks,
      rowKey: rowKeyOf(grid, columns.molecule, columns.transition),
      values,
      quantities,
      identity,
      customs: { missingTokens: ['#N/A'] },
    });
  },
};

/** Columns of words (`S1.Replicate`) are no figures, and what has no amount (`Average Retention Time`) is no replicate. */
function pivotedColumns(grid: Grid): { values: readonly ValuePlan[]; quantities: readonly QuantityPlan[] } {
  const content = contentOf(grid);
  const found = affixedColumns(grid, 'suffix', skylineQuantities).filter(({ index }) => {
    const told = content[index];
    // `Total Area` is a figure of its own, not the area of a replicate called Total.
    return told !== undefined && !isText(told) && !figures.has(plainName(grid.names[index] ?? ''));
  });
  const replicates = new Set(found.filter(({ quantity }) => isAmount(quantity)).map(({ sample }) => sample));
  const kept = found.filter(({ sample }) => replicates.has(sample));
  const named = new Map<QuantityPlan, QuantityPlan>();
  for (const { index, sample, quantity } of kept) {
    if (named.has(quantity)) continue;
    const written = (grid.names[index] ?? '').trim().slice(sample?.length ?? 0);
    named.set(quantity, { ...quantity, name: written.replace(/^[\s._]+/, '') });
  }
  return {
    values: kept.map((value) => ({ ...value, quantity: named.get(value.quantity) ?? value.quantity })),
    quantities: skylineQuantities.flatMap((quantity) => named.get(quantity) ?? []),
  };
}

/** The molecule alone where the whole table shows that it tells the rows apart. */
function rowKeyOf(grid: Grid, molecule: number, transition: readonly number[]): readonly number[] {
  const molecules = new Set(grid.rows.map((row) => row.cells[molecule] ?? ''));
  return grid.head.complete && molecules.size === grid.rows.length ? [molecule] : [molecule, ...transition];
}
