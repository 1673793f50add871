import type { Head } from '../../table/head.ts';
import { type ColumnContent, contentOf, isText, sampledCells } from '../columnContent.ts';
import { geneShare, isGeneId } from '../geneNames.ts';
import { type Grid, gridOf, gridWithoutHeader } from '../grid.ts';
import { plainName } from '../headerName.ts';
import { identityOf, idsOf } from '../identity.ts';
import type { Layout } from '../layout.ts';
import { omicsOfLayout } from '../omicsType.ts';
import { makeReading, type QuantityPlan } from '../reading.ts';
import { sampleOfFileName } from '../sampleOfFileName.ts';

const counters = /^__(?:no_feature|ambiguous|too_low_aQual|not_aligned|alignment_not_unique)$/;
const quantity: QuantityPlan = { name: 'counts', kind: 'count', scale: 'linear' };

/**
 * htseq-count's output: genes and whole numbers without a header, at the end the special counters; `--additional-attr` puts
 * the genes' names between them. People add a header such as `feature count`.
 * Source: HTSeq documentation, "htseq-count: counting reads within features"; Anders et al. 2015, doi 10.1093/bioinformatics/btu638.
 */
export const htseqCounts: Layout = {
  name: 'htseq-counts',
  recognize(head) {
    const named = gridOf(head);
    const counted = head.rows.some((row) => counters.test(row.cells[0] ?? ''));
    const headerless = beginsWithData(head);
    if (!headerless && !counted && !isCountHeader(named)) return null;
    const grid = headerless ? gridWithoutHeader(head) : named;
    const content = contentOf(grid);
    const measured = content.slice(1).flatMap((column, at) => {
      const counts = column.filled > 0 && column.whole === column.filled && column.negative === 0;
      return counts ? [at + 1] : [];
    });
    const others = content.slice(1).flatMap((_, at) => (measured.includes(at + 1) ? [] : [at + 1]));
    // Only the names of the genes, which --additional-attr adds, stand between their ids and the counts.
    const areNames = others.every((column) => column < (measured[0] ?? 0) && isWords(content[column]));
    if (measured.length === 0 || !areNames || (others.length > 0 && !counted && !headerless)) return null;
    const genes = sampledCells(grid, 0).filter((cell) => !counters.test(cell));
    if (!counted && geneShare(genes) < 0.8) return null;
    const omics = omicsOfLayout('transcriptomics', 'htseq-count');
    return makeReading({
      grid,
      confidence: counted ? 0.96 : headerless ? 0.8 : 0.75,
      evidence: counted
        ? 'Because of the counters such as __no_feature.'
        : `Because its ${headerless ? 'first line' : 'only column'} counts genes.`,
      shape: 'features-in-rows',
      ...omics,
      rowKey: [0],
      values: measured.map((index) => ({ index, quantity, sample: sampleName(grid, index, measured.length) })),
      quantities: [quantity],
      identity: identityOf(0, idsOf(genes), omics.omicsType, genes),
      customs: { summaryRow: /^__/ },
    });
  },
};

/** True where the first line counts a gene: `ENSG00000000003 12`. Sample names may be numbers, but no header calls its key column by a gene. */
function beginsWithData(head: Head): boolean {
  const [first] = head.rows;
  const [gene, ...further] = first?.cells ?? [];
  const counts = further.slice(further.findIndex((cell) => /^\d+$/.test(cell.trim())));
  if (gene === undefined || counts.length === 0 || !counts.every((cell) => /^\d+$/.test(cell.trim()))) return false;
  if (isGeneId(gene) || counters.test(gene)) return true;
  const below = head.rows.slice(1, 50).flatMap((row) => row.cells[0] ?? []);
  return (
    counts.length === 1 && /\d/.test(gene) && geneShare([gene]) === 1 && below.length > 0 && geneShare(below) >= 0.8
  );
}

function isWords(content: ColumnContent | undefined): boolean {
  return content !== undefined && isText(content);
}

function isCountHeader(grid: Grid): boolean {
  const [first, second] = grid.names;
  return (
    grid.names.length === 2 &&
    /^(?:feature|)$/.test(plainName(first ?? '')) &&
    /^(?:count|counts|htseqcount)$/.test(plainName(second ?? ''))
  );
}

function sampleName(grid: Grid, index: number, columns: number): string {
  const name = (grid.names[index] ?? '').trim();
  if (name !== '') return name;
  return columns === 1 ? sampleOfFileName(grid.head.name) : `column ${index + 1}`;
}
