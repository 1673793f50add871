import { lungGenes } from './genes.ts';
import { seedRandom } from './random.ts';
import { writeTable } from './tableText.ts';

const samples = (['ctrl', 'ipf'] as const).flatMap((group) =>
  Array.from({ length: 5 }, (_, index) => ({ group, name: `${group}_${index + 1}` })),
);

/** Natural log of the fold change in fibrotic lung. */
const effects: Readonly<Record<string, number>> = {
  MMP7: 2.6,
  MUC5B: 2.1,
  SPP1: 2.4,
  COL1A1: 2,
  COL3A1: 1.8,
  COL15A1: 1.6,
  POSTN: 2.2,
  CTHRC1: 2.5,
  CCL18: 1.7,
  KRT17: 2,
  KRT5: 1.5,
  FAP: 1.4,
  TNC: 1.3,
  IGFBP2: 1.4,
  GREM1: 1.5,
  AGER: -1.6,
  SFTPC: -0.9,
  CAV1: -1,
  HHIP: -0.9,
  AQP4: -1.1,
};

/**
 * Gene counts of a simulated study of lung fibrosis. It is the sample that needs a decision: a line cut off and two cells of
 * text among the counts block, since what would be stored would be wrong. The counter's own summary lines, a gene counted
 * twice, blanks around a gene and another word for missing don't block.
 */
export function makeGeneTable(): string {
  const random = seedRandom(20_260_104);
  const depths = samples.map(() => random.logNormal(0, 0.25));
  const count = (mean: number, gene: string) =>
    samples.map(({ group }, index) => {
      const fold = group === 'ipf' ? Math.exp(effects[gene] ?? 0) : 1;
      return random.count(mean * fold * (depths[index] ?? 1), 0.08);
    });
  const rows: (string | number)[][] = lungGenes.map((gene) => [gene, ...count(random.logNormal(6.2, 1.7), gene)]);
  const rowOf = (gene: string) => rows[lungGenes.indexOf(gene)] ?? [];
  const put = (gene: string, column: number, cell: string) => {
    rowOf(gene)[column] = cell;
  };
  rowOf('FOXJ1').length = 7;
  put('KRT8', 4, 'see note');
  put('STAT1', 9, 'failed QC');
  put('CD68', 0, ' CD68');
  put('MUC1', 0, 'MUC1 ');
  put('IL10', 3, 'NA');
  put('IFNG', 3, '');
  put('ESR1', 3, '-');
  rows.splice(lungGenes.indexOf('HLA-B'), 0, ['HLA-A', ...count(900, 'HLA-A')]);
  const summaries = [
    ['__no_feature', 61_000],
    ['__ambiguous', 9_400],
    ['__too_low_aQual', 0],
    ['__not_aligned', 0],
    ['__alignment_not_unique', 38_000],
  ] as const;
  for (const [name, mean] of summaries) rows.push([name, ...(mean === 0 ? samples.map(() => 0) : count(mean, name))]);
  const header = ['gene_name', ...samples.map(({ name }) => name)];
  return writeTable([header, ...rows], { delimiter: '\t', lineEnd: '\n' });
}
