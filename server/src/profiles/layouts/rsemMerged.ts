import { sampledCells } from '../columnContent.ts';
import { mergedQuantity } from '../expressionQuantity.ts';
import { gridOf } from '../grid.ts';
import { findColumn, plainName } from '../headerName.ts';
import { identityOf, idsOf } from '../identity.ts';
import { keyColumnOf } from '../keyColumn.ts';
import type { Layout } from '../layout.ts';
import { fileNameWords, omicsOfLayout } from '../omicsType.ts';
import { otherColumnsAsSamples } from '../otherColumns.ts';
import { makeReading, type QuantityPlan } from '../reading.ts';

const annotationNames = new Set(
  ['gene_id', 'transcript_id(s)', 'transcript_id', 'gene_name', 'gene_symbol', 'length', 'effective_length'].map(
    plainName,
  ),
);

/**
 * RSEM's estimates of several samples side by side, as nf-core/rnaseq merges them: `gene_id` and RSEM's `transcript_id(s)`,
 * then the samples. With transcripts in rows (`transcript_id`, `gene_id`) the table is Salmon's alike, unless the file's name
 * says whose it is. Counts have fractions rightly.
 * Source: nf-core/rnaseq, "Output: STAR via RSEM" and its module rsem_merge_counts; RSEM manual, "OUTPUT".
 */
export const rsemMerged: Layout = {
  name: 'rsem-merged',
  recognize(head) {
    const grid = gridOf(head);
    const named = fileNameWords(head.name).includes('rsem');
    const genes = findColumn(grid.index, 'gene_id');
    const ofGenes = findColumn(grid.index, 'transcript_id(s)');
    const transcripts = findColumn(grid.index, 'transcript_id');
    if (ofGenes < 0 && !(named && transcripts >= 0 && genes >= 0)) return null;
    // One sample's own output has both of these.
    if (findColumn(grid.index, 'expected_count', 'effective_length') >= 0) return null;
    const place: QuantityPlan = { name: null };
    const columns = otherColumnsAsSamples(grid, annotationNames, place);
    if (columns.length === 0) return null;
    const quantity = mergedQuantity(
      grid,
      columns.map(({ index }) => index),
    );
    const key = ofGenes < 0 ? transcripts : genes >= 0 ? genes : keyColumnOf(grid);
    if (key < 0) return null;
    const omics = omicsOfLayout('transcriptomics', 'RSEM');
    const ids = sampledCells(grid, key);
    // Its ids stand first; behind numbers they have been joined to another table.
    const isJoined = columns.some(({ index }) => index < key);
    const other = ofGenes >= 0 ? ofGenes : transcripts;
    return makeReading({
      grid,
      confidence: isJoined ? 0.6 : genes < 0 ? 0.85 : ofGenes >= 0 ? 0.95 : 0.88,
      evidence: `Because of the columns ${grid.names[genes >= 0 ? genes : key]} and ${grid.names[other]}${named ? ' and the file’s name' : ''}.`,
      shape: 'features-in-rows',
      ...omics,
      rowKey: [key],
      values: columns.map((column) => ({ ...column, quantity })),
      quantities: [quantity],
      identity: identityOf(key, idsOf(ids), omics.omicsType, ids),
    });
  },
};
