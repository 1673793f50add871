import type { Head } from '../../table/head.ts';
import { samplesBehindAnnotation } from '../annotationBlock.ts';
import { contentOf } from '../columnContent.ts';
import { type Grid, gridOf } from '../grid.ts';
import { findColumn, plainName, presentNames } from '../headerName.ts';
import type { Layout } from '../layout.ts';
import { omicsOfLayout } from '../omicsType.ts';
import type { Identity } from '../profile.ts';
import { proteinIdentity } from '../proteinIdentity.ts';
import { makeReading, type QuantityPlan } from '../reading.ts';

const marks = [
  'Index',
  'NumberPSM',
  'MaxPepProb',
  'ProteinID',
  'Gene',
  'Peptide',
  'SequenceWindow',
  'Start',
  'End',
  'Entry Name',
  'Protein Description',
  'Indistinguishable Proteins',
];
const fewestMarks = 3;
const annotationNames = new Set([...marks, 'Protein', 'Protein ID', 'Organism', 'ReferenceIntensity'].map(plainName));
const unnamed: QuantityPlan = { name: null };
/** Columns of the reports of peptides and of modified sites, whose rows are no proteins. */
const belowProteins = ['Peptide', 'SequenceWindow'];
/** No logarithm of an intensity is as large. */
const largestLog2 = 60;

/**
 * The reports of TMT-Integrator (`abundance_gene_MD.tsv`, `ratio_protein_None.tsv`, `abundance_single-site_…` and their
 * like): annotation, the intensity of the reference, then the samples, as log2 unless that was switched off.
 * Source: TMT-Integrator's README, "Output"; FragPipe documentation, "tmt-report".
 */
export const fragpipeTmtIntegrator: Layout = {
  name: 'fragpipe-tmt-integrator',
  recognize(head) {
    const grid = gridOf(head);
    const found = presentNames(grid.index, marks);
    const reference = findColumn(grid.index, 'ReferenceIntensity');
    if (reference < 0 || found.length < fewestMarks) return null;
    const key = findColumn(grid.index, 'Index');
    const content = contentOf(grid);
    const measured = samplesBehindAnnotation(grid, annotationNames, unnamed);
    if (key < 0 || measured.length === 0) return null;
    const quantity = quantityOf(
      head,
      measured.map(({ index }) => content[index]?.max ?? 0),
    );
    return makeReading({
      grid,
      confidence: found.includes('MaxPepProb') ? 0.95 : 0.85,
      evidence: `Because of the columns ${found.slice(0, 4).join(', ')} and ReferenceIntensity, behind which the samples stand.`,
      shape: 'features-in-rows',
      ...omicsOfLayout('proteomics', 'TMT-Integrator'),
      rowKey: [key],
      roles: new Map([[reference, 'statistic']]),
      values: measured.map((value) => ({ ...value, quantity })),
      quantities: [quantity],
      identity: identityOf(grid, key),
    });
  },
};

function quantityOf(head: Head, maxima: readonly number[]): QuantityPlan {
  const name = /ratio/i.test(head.name) ? 'Ratio' : /abundance/i.test(head.name) ? 'Abundance' : null;
  return { name, scale: Math.max(...maxima) > largestLog2 ? 'linear' : 'log2' };
}

/** Of genes the protein that stands for each is told beside it. */
function identityOf(grid: Grid, key: number): Identity | null {
  if (presentNames(grid.index, belowProteins).length > 0) return null;
  const own = proteinIdentity(grid, key, ';');
  const protein = findColumn(grid.index, 'ProteinID', 'Protein ID');
  return own.namespace === null && protein >= 0 ? proteinIdentity(grid, protein, ';') : own;
}
