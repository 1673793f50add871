import type { Head } from '../../table/head.ts';
import { contentOf, isText, sampledCells } from '../columnContent.ts';
import { type Grid, gridAt, gridWithoutHeader } from '../grid.ts';
import { findColumn, presentNames } from '../headerName.ts';
import { identityOf, idsOf } from '../identity.ts';
import type { Layout } from '../layout.ts';
import { omicsOfLayout } from '../omicsType.ts';
import { makeReading, type QuantityPlan, type ValuePlan } from '../reading.ts';
import { sampleOfFileName } from '../sampleOfFileName.ts';

const counters = /^N_(?:unmapped|multimapping|noFeature|ambiguous)$/;
const fewestCounters = 2;
/** GDC puts a comment and a header above the counters. */
const deepestCounter = 6;

const counts: QuantityPlan = { name: 'counts', kind: 'count', scale: 'linear' };
const strands: readonly QuantityPlan[] = ['unstranded', 'forward', 'reverse'].map(countOf);
/** GDC's columns, by rank. */
const augmented: readonly QuantityPlan[] = [
  ...['unstranded', 'stranded_first', 'stranded_second'].map(countOf),
  ...['tpm_unstranded', 'fpkm_unstranded', 'fpkm_uq_unstranded'].map(
    (name): QuantityPlan => ({ name, scale: 'linear' }),
  ),
];

/**
 * STAR's ReadsPerGene.out.tab: no header, four counters, then genes with three columns, which count one sample as for
 * unstranded, forward and reverse libraries; what is unmapped is so in all three. The Genomic Data Commons has a header over
 * them and adds abundances. Where the unmapped reads differ, people put one column of each of several samples side by side.
 * Sources: STAR manual, "Counting number of reads per gene"; GDC documentation, "mRNA Analysis Pipeline".
 */
export const starReadsPerGene: Layout = {
  name: 'star-reads-per-gene',
  recognize(head) {
    const leading = head.rows.slice(0, deepestCounter).findIndex(isCounter);
    if (leading < 0 || head.rows.slice(leading, leading + 4).filter(isCounter).length < fewestCounters) return null;
    const grid = leading === 0 ? gridWithoutHeader(head) : gridAt(head, leading - 1);
    const form = strandedForm(grid) ?? augmentedForm(grid) ?? severalSamples(grid);
    if (form === null) return null;
    const genes = sampledCells(grid, 0).filter((cell) => !counters.test(cell));
    const omics = omicsOfLayout('transcriptomics', 'STAR');
    return makeReading({
      grid,
      ...form,
      shape: 'features-in-rows',
      ...omics,
      rowKey: [0],
      identity: identityOf(0, idsOf(genes), omics.omicsType, genes),
      customs: { summaryRow: /^N_/ },
    });
  },
};

interface Form {
  readonly confidence: number;
  readonly evidence: string;
  readonly values: readonly ValuePlan[];
  readonly quantities: readonly QuantityPlan[];
}

function strandedForm({ head, header, names }: Grid): Form | null {
  const unmapped = head.rows.find(({ cells }) => cells[0] === 'N_unmapped')?.cells.slice(1) ?? [];
  if (header !== null || names.length !== 4 || new Set(unmapped).size > 1) return null;
  const sample = sampleOfFileName(head.name);
  return {
    confidence: 0.97,
    evidence: 'Because of the counters such as N_unmapped and three columns of counts.',
    values: strands.map((quantity, at) => ({ index: at + 1, quantity, sample })),
    quantities: strands,
  };
}

function augmentedForm({ head, index }: Grid): Form | null {
  const found = presentNames(index, augmented.map(nameOf));
  if (found.length < 3 || findColumn(index, 'unstranded') < 0) return null;
  const sample = sampleOfFileName(head.name);
  return {
    confidence: 0.97,
    evidence: `Because of the counters such as N_unmapped and the columns ${found.slice(0, 3).join(', ')}.`,
    values: augmented.flatMap((quantity) => {
      const column = findColumn(index, nameOf(quantity));
      return column < 0 ? [] : [{ index: column, quantity, sample }];
    }),
    quantities: augmented,
  };
}

function severalSamples(grid: Grid): Form | null {
  const content = contentOf(grid);
  const columns = grid.names.flatMap((name, index) => {
    const told = content[index];
    const counted = told !== undefined && told.filled > 0 && !isText(told) && told.whole === told.numbers;
    return index > 0 && counted && told.negative === 0 && (grid.header === null || name.trim() !== '') ? [index] : [];
  });
  if (columns.length === 0) return null;
  return {
    confidence: 0.85,
    evidence: 'Because of the counters such as N_unmapped, which are not the same in all columns.',
    values: columns.map((index) => ({
      index,
      quantity: counts,
      sample: (grid.names[index] ?? '').trim() || `column ${index + 1}`,
    })),
    quantities: [counts],
  };
}

function isCounter({ cells }: Head['rows'][number]): boolean {
  return counters.test(cells[0] ?? '');
}

function countOf(name: string): QuantityPlan {
  return { name, kind: 'count', scale: 'linear' };
}

function nameOf({ name }: QuantityPlan): string {
  return name ?? '';
}
