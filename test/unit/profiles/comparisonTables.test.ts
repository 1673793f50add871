import { describe, expect, it } from 'vitest';
import { exampleText, namesAt, recognizeText, sampleNames, tabbed } from './variants.ts';

const genes = ['ENSG00000141510', 'ENSG00000146648', 'ENSG00000075624', 'ENSG00000111640'];

/** A comparison of genes in which every cell of these columns is a number. */
function compared(first: string, names: readonly string[]): string {
  return tabbed([first, ...names], ...genes.map((gene, row) => [gene, ...names.map((_, at) => (row + 1) * 0.1 + at)]));
}

describe('The results of a comparison', () => {
  it.each([
    ['deseq2-results', 'of lfcShrink with s-values', ['baseMean', 'log2FoldChange', 'lfcSE', 'svalue']],
    ['deseq2-results', 'as Galaxy calls them', ['Base mean', 'log2(FC)', 'StdErr', 'Wald-Stats', 'P-value', 'P-adj']],
    ['edger-results', 'of a test of several coefficients', ['logFC.b', 'logFC.c', 'logCPM', 'F', 'PValue', 'FDR']],
    ['edger-results', 'of glmTreat', ['logFC', 'unshrunk.logFC', 'logCPM', 'PValue', 'FDR']],
    ['limma-results', 'with limits of confidence', ['logFC', 'CI.L', 'CI.R', 'AveExpr', 't', 'P.Value', 'adj.P.Val']],
    ['limma-results', 'of several contrasts', ['BvsA', 'CvsA', 'AveExpr', 'F', 'P.Value', 'adj.P.Val']],
  ])('is %s %s, and none of its figures is a sample', async (layout, _, names) => {
    const profile = await recognizeText(compared('', names));
    expect(profile).toMatchObject({ layout, shape: 'results', samples: [], rowKey: [0] });
    expect(
      namesAt(
        profile,
        [...names.keys()].map((at) => at + 1),
      ),
    ).toEqual(names);
    expect(profile.columns.filter(({ role }) => role === 'statistic')).toHaveLength(names.length);
  });

  it('keeps the counts that were joined to it, also behind a row number and R’s row names', async () => {
    const figures = ['baseMean', 'log2FoldChange', 'lfcSE', 'stat', 'pvalue', 'padj'];
    const rows = genes.map((gene, row) => [
      row + 1,
      gene,
      ...figures.map((_, at) => row + at + 0.5),
      10 * row,
      12 * row,
    ]);
    const profile = await recognizeText(tabbed(['', 'Row.names', ...figures, 'ctl_1', 'ctl_2'], ...rows));
    expect(profile).toMatchObject({ layout: 'deseq2-results', rowKey: [1] });
    expect(sampleNames(profile)).toEqual(['ctl_1', 'ctl_2']);
  });

  it('is keyed by R’s row names where a column of symbols stands beside them', async () => {
    const symbols = ['TP53', 'EGFR', 'ACTB', 'GAPDH'];
    const rows = genes.map((gene, row) => [gene, symbols[row] ?? '', row - 1.5, 5.5, 10.5, 0.01, 0.1]);
    const profile = await recognizeText(tabbed(['', 'SYMBOL', 'logFC', 'logCPM', 'LR', 'PValue', 'FDR'], ...rows));
    expect(profile.rowKey).toEqual([0]);
  });
});

describe('What counts the reads of one sample', () => {
  it('is StringTie’s, not featureCounts’, where it has a coverage', async () => {
    const profile = await recognizeText(exampleText('rna-quantifier.stringtie.tsv'), 'S1.gene_abund.tab');
    expect(profile.layout).toBe('rna-quantifier');
    expect(profile.quantities.map(({ name }) => name)).toEqual(['TPM', 'FPKM', 'Coverage']);
    expect(profile.samples).toHaveLength(1);
  });

  it('is htseq-count’s also with the genes’ names between their ids and the counts, and its first line is data', async () => {
    const rows = genes.map((gene, row) => [gene, `GENE${row}`, row * 7]);
    const profile = await recognizeText(tabbed(...rows, ['__no_feature', '', 12]), 'S1.txt');
    expect(profile).toMatchObject({ layout: 'htseq-counts', headerLine: -1, dataLine: 0, rowKey: [0] });
    expect(sampleNames(profile)).toEqual(['S1']);
  });
});

describe('featureCounts', () => {
  const header = ['Geneid', 'Chr', 'Start', 'End', 'Strand', 'Length', '/bam/a.bam', '/bam/b.bam'];
  const rows = [
    ['TP53', 'chr17;chr17', '100;300', '200;400', '-;-', 202, 12, 9],
    ['EGFR', 'chr7', '500', '900', '+', 401, 7, 8],
  ];

  it('has no sample of the lengths where these are called otherwise', async () => {
    const renamed = header.map((name) => (name === 'Length' ? 'gene size' : name));
    expect(sampleNames(await recognizeText(tabbed(renamed, ...rows)))).toEqual(['/bam/a.bam', '/bam/b.bam']);
  });

  it('keeps the first sample where the lengths were removed', async () => {
    const without = [header, ...rows].map((row) => row.filter((_, at) => at !== 5));
    expect(sampleNames(await recognizeText(tabbed(...without)))).toEqual(['/bam/a.bam', '/bam/b.bam']);
  });
});

describe('STAR', () => {
  const counters = [
    ['N_unmapped', 8120, 8120, 8120],
    ['N_multimapping', 4402, 4402, 4402],
    ['N_noFeature', 1446, 24573, 24781],
    ['N_ambiguous', 5551, 1476, 1462],
  ] as const;
  const counted = genes.map((gene, row) => [gene, row * 9, row * 4, row * 5] as const);

  it('as the Genomic Data Commons augments it is one sample with counts and abundances, keyed by the gene', async () => {
    const header = [
      'gene_id',
      'gene_name',
      'gene_type',
      'unstranded',
      'stranded_first',
      'stranded_second',
      'tpm_unstranded',
    ];
    const rows = [...counters, ...counted].map(([gene, ...three], at) => {
      return at < counters.length
        ? [gene, '', '', ...three, '']
        : [gene, `G${at}`, 'protein_coding', ...three, at + 0.5];
    });
    const text = `# gene-model: GENCODE v36\n${tabbed(header, ...rows)}`;
    const profile = await recognizeText(text, 'S1.rna_seq.augmented_star_gene_counts.tsv');
    expect(profile).toMatchObject({ layout: 'star-reads-per-gene', headerLine: 1, dataLine: 2, rowKey: [0] });
    expect(sampleNames(profile)).toEqual(['S1']);
    expect(profile.quantities.map(({ name, kind }) => [name, kind])).toEqual([
      ['unstranded', 'count'],
      ['stranded_first', 'count'],
      ['stranded_second', 'count'],
      ['tpm_unstranded', 'intensity'],
    ]);
    expect(profile.customs.summaryRow?.test('N_unmapped')).toBe(true);
  });

  it('has three samples, not three strands of one, where their unmapped reads differ', async () => {
    const merged = [['N_unmapped', 115, 119, 248] as const, ...counters.slice(1), ...counted];
    const profile = await recognizeText(tabbed(...merged), 'merged.tab');
    expect(profile.layout).toBe('star-reads-per-gene');
    expect(sampleNames(profile)).toEqual(['column 2', 'column 3', 'column 4']);
    expect(sampleNames(await recognizeText(tabbed(...counters, ...counted), 'S1.tab'))).toEqual(['S1']);
  });

  it('merged under a header has the samples of the header', async () => {
    const profile = await recognizeText(tabbed(['gene', 'a', 'b', 'c'], ...counters, ...counted));
    expect(profile).toMatchObject({ layout: 'star-reads-per-gene', headerLine: 0, dataLine: 1 });
    expect(sampleNames(profile)).toEqual(['a', 'b', 'c']);
  });
});
