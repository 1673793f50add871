import { sampledCells } from '../columnContent.ts';
import { type Grid, gridOf } from '../grid.ts';
import { findColumn, plainName, presentNames } from '../headerName.ts';
import { identityOf, idsOf } from '../identity.ts';
import type { Layout } from '../layout.ts';
import { omicsOfLayout } from '../omicsType.ts';
import { otherColumnsAsSamples } from '../otherColumns.ts';
import { makeReading, type QuantityPlan } from '../reading.ts';

const annotation = ['Geneid', 'Chr', 'Start', 'End', 'Strand', 'Length'];
const annotationNames = new Set(annotation.map(plainName));

const quantity: QuantityPlan = { name: 'counts', kind: 'count', scale: 'linear' };

/**
 * featureCounts' table: a `#` line with the program, six columns of annotation, a column a BAM file.
 * Source: Subread user's guide, "Program output"; Liao et al. 2014, doi 10.1093/bioinformatics/btt656.
 */
export const featurecounts: Layout = {
  name: 'featurecounts',
  recognize(head) {
    const grid = gridOf(head);
    const found = presentNames(grid.index, annotation);
    const key = findColumn(grid.index, 'Geneid');
    const comment = head.rows[0]?.text.startsWith('# Program:featureCounts') ?? false;
    if (key < 0 || found.length < (comment ? 2 : 4)) return null;
    // StringTie's `Gene ID` has a start, an end and a strand as well.
    if (!comment && !/^\W*geneid\W*$/i.test(grid.names[key] ?? '')) return null;
    const length = findColumn(grid.index, 'Length') < 0 ? lengthColumn(grid) : -1;
    const values = otherColumnsAsSamples(grid, annotationNames, quantity).filter(({ index }) => index !== length);
    if (values.length === 0) return null;
    const omics = omicsOfLayout('transcriptomics', 'featureCounts');
    const genes = sampledCells(grid, key);
    return makeReading({
      grid,
      confidence: found.length === annotation.length || comment ? 0.97 : 0.85,
      evidence: `Because of the columns ${found.join(', ')}${comment ? ' and the line of featureCounts above them' : ''}.`,
      shape: 'features-in-rows',
      ...omics,
      rowKey: [key],
      values,
      quantities: [quantity],
      identity: identityOf(key, idsOf(genes), omics.omicsType, genes),
    });
  },
};

/**
 * The lengths that a person called otherwise, behind the strands: the bases of all the exons, whose starts and ends are
 * given, so that no gene has more than they have together, and one of a single exon has as many. -1 where there are none.
 */
function lengthColumn(grid: Grid): number {
  const [start, end, strand] = ['Start', 'End', 'Strand'].map((name) => findColumn(grid.index, name));
  if (start === undefined || end === undefined || strand === undefined || Math.min(start, end, strand) < 0) return -1;
  const column = strand + 1;
  const isLength = grid.sample.every(({ cells }) => {
    const starts = (cells[start] ?? '').split(';').map(Number);
    const ends = (cells[end] ?? '').split(';').map(Number);
    const most = ends.reduce((sum, last, at) => sum + last - (starts[at] ?? last) + 1, 0);
    const bases = Number(cells[column]);
    return starts.length === 1 ? bases === most : bases > 0 && bases <= most;
  });
  return isLength && grid.sample.length > 0 ? column : -1;
}
