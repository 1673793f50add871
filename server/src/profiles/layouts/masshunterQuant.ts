import type { Head } from '../../table/head.ts';
import { gridAt } from '../grid.ts';
import { plainName } from '../headerName.ts';
import { identityOf, idsOf } from '../identity.ts';
import type { Layout } from '../layout.ts';
import { omicsOfMolecules } from '../moleculeNames.ts';
import type { ColumnRole } from '../profile.ts';
import { makeReading, type QuantityPlan, type ValuePlan } from '../reading.ts';

const compoundName = /^(.*\S)\s+(?:Results|Method)$/;
/** MassHunter's figures of a compound, by rank; other columns (flags, transitions) are words. */
const quantities: readonly QuantityPlan[] = [
  'Area',
  'Resp.',
  'Height',
  'Final Conc.',
  'Calc. Conc.',
  'RT',
  'FWHM',
  'Width',
  'S/N',
  'Accuracy',
].map((name) => ({ name, scale: 'linear' }));

/**
 * Agilent MassHunter Quantitative Analysis: two header lines, the compounds (`X Results` over the first of its columns) and
 * the fields; a row a sample.
 * Source: MassHunter Quantitative Analysis, "Export table" of the batch table.
 */
export const masshunterQuant: Layout = {
  name: 'masshunter-quant',
  recognize(head) {
    const [compounds, fields] = head.rows;
    if (compounds === undefined || fields === undefined) return null;
    const named = compounds.cells.filter((cell) => compoundName.test(cell));
    const sample = fieldAt(fields.cells, 'Name', 'Data File', 'Sample Name');
    if (named.length === 0 || sample < 0 || plainName(compounds.cells[0] ?? '') !== 'sample') return null;
    const grid = { ...gridAt(head, 0, { dataAt: 2, isData: () => true }), names: namesOf(head) };
    const values = measuredColumns(compounds.cells, fields.cells);
    if (values.length === 0) return null;
    const roles = new Map<number, ColumnRole>();
    grid.names.forEach((_, column) => {
      if (!values.some(({ index }) => index === column))
        roles.set(column, column === sample ? 'sample-name' : 'metadata');
    });
    const features = [...new Set(values.map(({ feature }) => feature ?? ''))];
    const omics = omicsOfMolecules(features, 'MassHunter');
    return makeReading({
      grid,
      confidence: 0.95,
      evidence: `Because of the two header lines, with ${named[0]} in the first and ${fields.cells[sample]} in the second.`,
      shape: 'samples-in-rows',
      ...omics,
      rowKey: [sample],
      roles,
      values,
      quantities,
      identity: identityOf(-1, idsOf(features), omics.omicsType, features),
      customs: { repeatedSamples: true },
    });
  },
};

function namesOf(head: Head): readonly string[] {
  const [compounds, fields] = head.rows;
  const width = Math.max(compounds?.cells.length ?? 0, fields?.cells.length ?? 0, head.width);
  return Array.from({ length: width }, (_, column) => fields?.cells[column] ?? '');
}

function fieldAt(fields: readonly string[], ...names: readonly string[]): number {
  for (const name of names) {
    const at = fields.findIndex((field) => plainName(field) === plainName(name));
    if (at >= 0) return at;
  }
  return -1;
}

/** The columns of known figures below a compound, whose name stands over the first of them only. */
function measuredColumns(compounds: readonly string[], fields: readonly string[]): readonly ValuePlan[] {
  let feature: string | null = null;
  return fields.flatMap((field, index): ValuePlan[] => {
    const above = compounds[index] ?? '';
    if (above !== '') feature = compoundName.exec(above)?.[1] ?? null;
    const quantity = quantities.find(({ name }) => plainName(name ?? '') === plainName(field));
    return feature === null || quantity === undefined ? [] : [{ index, quantity, feature }];
  });
}
