import { samplesBehindAnnotation } from '../annotationBlock.ts';
import { gridOf } from '../grid.ts';
import { findColumn, plainName, presentNames } from '../headerName.ts';
import type { Layout } from '../layout.ts';
import { omicsOfLayout } from '../omicsType.ts';
import { makeReading, type QuantityPlan } from '../reading.ts';
import { statisticOf } from '../statisticColumn.ts';

const annotation = ['Cluster ID', 'Peptide Sequence', 'External IDs', 'Charge', 'Average RT', 'Average m/z'];
const annotationNames = new Set(annotation.map(plainName));
const quantity: QuantityPlan = { name: null };

/**
 * Peptides as Proteios exports them: a cluster of features, its peptide and proteins, then the samples. A cluster's id may
 * be a list with commas. Source: Häkkinen et al. 2009, doi 10.1021/pr900189c (Proteios).
 */
export const proteiosPeptides: Layout = {
  name: 'proteios-peptides',
  recognize(head) {
    const grid = gridOf(head);
    const found = presentNames(grid.index, annotation);
    const key = findColumn(grid.index, 'Cluster ID');
    if (key < 0 || !found.includes('Peptide Sequence') || found.length < 4) return null;
    // With p-values or fold changes it is the results of a comparison.
    if (grid.names.some((name) => statisticOf(name) !== null)) return null;
    const values = samplesBehindAnnotation(grid, annotationNames, quantity);
    if (values.length === 0) return null;
    return makeReading({
      grid,
      confidence: 0.9,
      evidence: `Because of the columns ${found.join(', ')}.`,
      shape: 'features-in-rows',
      ...omicsOfLayout('proteomics', 'Proteios'),
      rowKey: [key],
      values,
      quantities: [quantity],
      identity: null,
    });
  },
};
