import { contentOf, isNumeric, sampledCells } from '../columnContent.ts';
import { gridOf } from '../grid.ts';
import { idsOf } from '../identity.ts';
import type { Layout } from '../layout.ts';
import { omicsOfLayout } from '../omicsType.ts';
import { proteinIdentity } from '../proteinIdentity.ts';
import { makeReading, type QuantityPlan } from '../reading.ts';

const normalised: QuantityPlan = { name: 'LFQ', scale: 'linear' };
/** The intensities before normalisation, whose columns bear the sample's name alone. */
const raw: QuantityPlan = { name: null, scale: 'linear' };

/**
 * AlphaPept's results_proteins.csv: proteins without a column name, then each sample twice, as `S_LFQ` and `S`.
 * Source: AlphaPept documentation, "quantification"; Strauss et al. 2024, doi 10.1038/s41467-024-46485-4.
 */
export const alphapeptProteins: Layout = {
  name: 'alphapept-proteins',
  recognize(head) {
    const grid = gridOf(head);
    const names = new Set(grid.names);
    const samples = grid.names.flatMap((name) => {
      const sample = /^(.+)_LFQ$/.exec(name)?.[1];
      return sample !== undefined && names.has(sample) ? [sample] : [];
    });
    if (samples.length === 0) return null;
    const measured = (name: string): boolean => samples.includes(name.replace(/_LFQ$/, ''));
    const rest = grid.names.flatMap((name, index) => (measured(name) ? [] : [index]));
    const key = rest.find((index) => (grid.names[index] ?? '').trim() === '') ?? rest[0];
    const content = contentOf(grid);
    if (key === undefined) return null;
    if (rest.some((index) => content[index] !== undefined && isNumeric(content[index]))) return null;
    if (idsOf(sampledCells(grid, key)).namespace !== 'uniprot') return null;
    return makeReading({
      grid,
      confidence: 0.9,
      evidence: `Because every sample has two columns, such as ${samples[0]}_LFQ and ${samples[0]}.`,
      shape: 'features-in-rows',
      ...omicsOfLayout('proteomics', 'AlphaPept'),
      rowKey: [key],
      values: grid.names.flatMap((name, index) => {
        if (!measured(name)) return [];
        const sample = name.replace(/_LFQ$/, '');
        return [{ index, quantity: samples.includes(name) ? raw : normalised, sample }];
      }),
      quantities: [normalised, raw],
      identity: proteinIdentity(grid, key, ','),
    });
  },
};
