import { gridOf } from '../grid.ts';
import { findColumn } from '../headerName.ts';
import type { Layout } from '../layout.ts';
import { skylineMarks } from '../markConventions.ts';
import type { ColumnRole } from '../profile.ts';
import { makeReading } from '../reading.ts';
import { isAmount, isOfPrecursor, skylineColumns, skylineMolecules, skylineQuantities } from '../skyline.ts';

/** A Skyline report with a row a peak: molecule, transition and replicate. Two transitions of a molecule are two rows. */
export const skylineLong: Layout = {
  name: 'skyline-long',
  recognize(head) {
    const grid = gridOf(head);
    const columns = skylineColumns(grid);
    const sample = findColumn(grid.index, 'Replicate', 'Replicate Name');
    if (columns === null || sample < 0) return null;
    const values = skylineQuantities.flatMap((quantity) => {
      const index = findColumn(grid.index, quantity.words);
      if (index < 0) return [];
      const repeats = columns.precursor !== null && isOfPrecursor(quantity);
      const level = repeats ? { levelKey: [columns.molecule, ...columns.precursor, sample] } : {};
      return [{ index, quantity: { ...quantity, name: (grid.names[index] ?? '').trim(), ...level } }];
    });
    if (!values.some(({ quantity }) => isAmount(quantity))) return null;
    const { omics, identity } = skylineMolecules(grid, columns.molecule);
    const roles = new Map<number, ColumnRole>([[sample, 'sample-name']]);
    for (const name of [
      'File Name',
      'Sample Type',
      'Condition',
      'BioReplicate',
      'Acquired Time',
      'Analyte Concentration',
    ]) {
      const at = findColumn(grid.index, name);
      if (at >= 0) roles.set(at, 'metadata');
    }
    return makeReading({
      grid,
      confidence: 0.93,
      evidence: `Because of the columns ${columns.found.slice(0, 4).join(', ')}, ${grid.names[sample]} and ${values[0]?.quantity.name}.`,
      shape: 'long',
      ...omics,
      marks: skylineMarks,
      rowKey: [columns.molecule, ...columns.transition, sample],
      moleculeKey: [columns.molecule],
      roles,
      values,
      quantities: values.map(({ quantity }) => quantity),
      identity,
      customs: { missingTokens: ['#N/A'] },
    });
  },
};
