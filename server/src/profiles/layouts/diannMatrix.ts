import { gridOf } from '../grid.ts';
import { findColumn, plainName, presentNames } from '../headerName.ts';
import type { Layout } from '../layout.ts';
import { diannMarks } from '../markConventions.ts';
import { omicsOfLayout } from '../omicsType.ts';
import { otherColumnsAsSamples } from '../otherColumns.ts';
import { proteinIdentity } from '../proteinIdentity.ts';
import { makeReading, type QuantityPlan } from '../reading.ts';

/** DIA-NN's annotation columns in its matrices of protein groups, genes and precursors, old and new. Source: DIA-NN's README, "Output". */
const annotation = [
  'Protein.Group',
  'Protein.Ids',
  'Protein.Names',
  'Genes',
  'First.Protein.Description',
  'N.Sequences',
  'N.Proteotypic.Sequences',
  'Proteotypic',
  'Stripped.Sequence',
  'Modified.Sequence',
  'Precursor.Charge',
  'Precursor.Id',
  'All.Mapped.Proteins',
  'All.Mapped.Genes',
];
const annotationNames = new Set(annotation.map(plainName));
/** Columns of DIA-NN's long report, which is another layout. */
const reportMarks = ['Run', 'File.Name', 'Q.Value', 'PG.MaxLFQ', 'Precursor.Quantity'];

const quantity: QuantityPlan = { name: null, scale: 'linear' };

/** DIA-NN's `.pg_matrix.tsv`, `.gg_matrix.tsv`, `.unique_genes_matrix.tsv` and `.pr_matrix.tsv`; it strips trailing tabs. */
export const diannMatrix: Layout = {
  name: 'diann-matrix',
  recognize(head) {
    const grid = gridOf(head);
    const found = presentNames(grid.index, annotation);
    const leading = found.some((name) => name === 'Protein.Group' || name === 'Precursor.Id');
    const ofGenes = found.includes('Genes') && found.includes('N.Sequences');
    if (!(leading && found.length >= 3) && !ofGenes) return null;
    if (presentNames(grid.index, reportMarks).length >= 2) return null;
    const values = otherColumnsAsSamples(grid, annotationNames, quantity);
    if (values.length === 0) return null;
    const key = findColumn(grid.index, 'Precursor.Id', 'Protein.Group', 'Genes');
    const proteins = findColumn(grid.index, 'Protein.Group');
    const omics = omicsOfLayout('proteomics', 'DIA-NN');
    return makeReading({
      grid,
      confidence: found.length >= 4 ? 0.95 : 0.85,
      evidence: `Because of the columns ${found.join(', ')}.`,
      shape: 'features-in-rows',
      ...omics,
      marks: diannMarks,
      rowKey: [key],
      values,
      quantities: [quantity],
      identity: key === proteins ? proteinIdentity(grid, key, ';') : null,
      customs: { shortRows: true },
    });
  },
};
