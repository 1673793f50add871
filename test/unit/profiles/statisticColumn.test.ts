import { describe, expect, it } from 'vitest';
import { pColumnOf, type StatisticKind, statisticOf } from '../../../server/src/profiles/statisticColumn.ts';
import { recognizeText, sampleNames, tabbed } from './variants.ts';

describe('What a column of statistics is', () => {
  const kinds: readonly (readonly [StatisticKind | null, readonly string[]])[] = [
    [
      'p',
      [
        'P.Value',
        'pvalue',
        'PValue',
        'pvals',
        'p_val',
        'A_vs_B_p.val',
        'NOM p-val',
        'Pr(>F)',
        'F.p.value',
        'Raw p',
        'Anova (p)',
      ],
    ],
    [
      'adjustedP',
      [
        'adj.P.Val',
        'padj',
        'FDR',
        'pvals_adj',
        'p_val_adj',
        'Corrected P-value',
        'p.adjust',
        'q-value',
        'lfdr',
        'Holm p',
        'p.ajusted',
      ],
    ],
    ['logP', ["-Log Student's T-test p-value a_b", '-log10(padj)', 'neg_log10_pvalue', '-LOG10(P)', 'p_val_log10']],
    ['fold', ['log2FoldChange', 'avg_log2FC', 'A_vs_B.FC']],
    ['mean', ['baseMean', 'baseMean.x', 'AveExpr']],
    [null, ['PFC', 'logP', 'catalog P', 'PEP', 'Protein', 'pCR']],
  ];

  it.each(kinds)('is told by its name: %s', (kind, names) => {
    expect(names.map((name) => [name, statisticOf(name)])).toEqual(names.map((name) => [name, kind]));
  });

  it('shares its contrast with the p-values it was adjusted from, and with no others', () => {
    const contrastOf = (name: string): string | undefined => pColumnOf(name)?.contrast;
    expect(contrastOf('padj.KO_vs_WT')).toBe(contrastOf('KO_vs_WT_pvalue'));
    expect(contrastOf('Abundance Ratio Adj. P-Value: (t) / (c)')).toBe(
      contrastOf('Abundance Ratio P-Value: (t) / (c)'),
    );
    expect(contrastOf('sca.adj.pval')).not.toBe(contrastOf('P.Value'));
    expect(contrastOf('padj.A')).not.toBe(contrastOf('pvalue.B'));
  });

  it('tells q-values, local rates and weighted tests from what can only be larger', () => {
    for (const name of ['q-value', 'lfdr', 'IHW_padj', 'Storey FDR']) expect(pColumnOf(name)?.adjustment).toBe('other');
    for (const name of ['padj', 'FDR', 'padj_bonferroni', 'adj.pvalue'])
      expect(pColumnOf(name)?.adjustment).toBe('stepwise');
  });

  it('is told in no time of a name that is made to take long', () => {
    const started = performance.now();
    statisticOf('log '.repeat(20_000));
    expect(performance.now() - started).toBeLessThan(1000);
  });
});

describe('Results that were joined', () => {
  it('have no samples among the figures of each comparison', async () => {
    const figures = ['baseMean', 'log2FoldChange', 'lfcSE', 'stat', 'pvalue', 'padj'];
    const header = ['gene', ...figures.map((name) => `${name}_KO_vs_WT`), ...figures.map((name) => `${name}.x`), 'S1'];
    const rows = ['TP53', 'EGFR', 'MYC', 'KRAS', 'JUN', 'FOS'].map((gene, row) => {
      const numbers = [120.5 + row, 1.5 - row, 0.5, 2.5 - row, 0.01 * (row + 1), 0.02 * (row + 1)];
      return [gene, ...numbers, ...numbers, row + 7];
    });
    const profile = await recognizeText(tabbed(header, ...rows));
    expect(profile.shape).toBe('results');
    expect(sampleNames(profile)).toEqual(['S1']);
  });

  it('may be those of a test without a fold change', async () => {
    const rows = ['TP53', 'EGFR', 'MYC', 'KRAS'].map((gene, row) => [gene, 0.01 * (row + 1), 0.02 * (row + 1)]);
    const profile = await recognizeText(tabbed(['gene', 'pvalue', 'padj'], ...rows));
    expect(profile).toMatchObject({ layout: 'other-results', shape: 'results', samples: [] });
  });
});
