import { plainName } from './headerName.ts';

/** What a figure of a comparison is; `logP` is a p-value, adjusted or not, as its negative decimal logarithm. */
export type StatisticKind = 'p' | 'adjustedP' | 'logP' | 'fold' | 'test' | 'mean';

const statistics: readonly (readonly [Exclude<StatisticKind, 'logP'>, RegExp])[] = [
  [
    'adjustedP',
    /(?:adjp|padj|adjpval|adjpvalue|adjustedp|adjustedpvalue|correctedp|pvalueadj|pvalueadjusted|pvalsadj|pvaladj|fdr|qvalue|qval|bonferroni|pcorrected)|^q$|^bh$|^holmp$|pajusted|fwer/,
  ],
  ['p', /^p$|(?:pvalue|pval)s?(?![a-z]*adj)|^pval|^praw$|^rawp$|^anovap$|^pttest$|^pr[tfz]$|^prchisq$/],
  [
    'fold',
    /(?:logfc|log2fc|logfoldchange|log2foldchange|log10foldchange|foldchange|log2ratio|logratio)|^(?:fc|fold|ratio)$/,
  ],
  ['test', /^(?:t|f|z|b|lr|stat|tstat|fstat|tstatistic|fstatistic|tvalue|statistic|zscore|lods|oddsratio)$|lfcse/],
  [
    'mean',
    /basemean|^(?:aveexpr|averageexpression|logcpm|featureavg|mean|avg|average|median|sd|stdev|stddev|sem|cv|rsd|variance)$/,
  ],
];

/** `-log10(padj)`, Perseus' `-Log Student's T-test p-value A_B`, scanpy users' `neg_log10_pval`, `logP`, `nlogp`. */
const logarithmOfP =
  /(?:^|[^a-z])(?:[-–−]|neg(?:ative)?|minus|n)?[\s_.]*(?:log|lg)[\s_.]*(?:10)?[\s_.(]*(?:[a-z' -]*[\s_.(])??(?:adj(?:usted|ust)?[\s_.]*)?(?:[pq]|fdr)(?:$|[^a-z]|[\s_.-]*val|[\s_.-]*adj)/i;

/** Which figure of a comparison a column's name says it is, or null. */
export function statisticOf(name: string): StatisticKind | null {
  const plain = plainName(name);
  for (const [kind, pattern] of statistics) {
    if (!pattern.test(plain)) continue;
    return (kind === 'p' || kind === 'adjustedP') && isLogarithmOfP(name) ? 'logP' : kind;
  }
  // `logP` alone is a compound's partition between octanol and water.
  if (isLogarithmOfP(name) && plain !== 'logp') return 'logP';
  // `A_vs_B.FC`, not `PFC`, which is a part of the brain.
  return /[^a-z0-9]fc$/i.test(name.trim()) ? 'fold' : null;
}

const longestName = 200;

function isLogarithmOfP(name: string): boolean {
  if (name.length > longestName) return false;
  return logarithmOfP.test(name) || /p[\s_.-]*(?:val(?:ue)?|adj)s?[\s_.(-]*log/i.test(name);
}

/**
 * How a column's p-values were adjusted for how many there are, as its name tells. `none`: not at all. `stepwise`: so that
 * none is below its own p-value and none falls where that rises (Benjamini-Hochberg and -Yekutieli, Bonferroni, Holm,
 * Hochberg; what is called adjusted, corrected, FDR or FWER only). `other`: Storey's and other q-values, local false
 * discovery rates, posterior error probabilities, IHW's weighted ones, of which neither holds.
 * Sources: R's p.adjust; Storey 2002, doi 10.1111/1467-9868.00346 (q-values estimate the share of true nulls); Efron et
 * al. 2001, doi 10.1198/016214501753382129 (local rates); Ignatiadis et al. 2016, doi 10.1038/nmeth.3885 (IHW).
 */
export type Adjustment = 'none' | 'stepwise' | 'other';

/** A column of p-values on the scale from 0 to 1. */
export interface PColumnName {
  readonly adjustment: Adjustment;
  /** What is left of the name, plain: the contrast or test, which a p-value and its adjusted one share. */
  readonly contrast: string;
}

const otherAdjustment = /q[\s_.-]*val|lfdr|local|storey|ihw|weighted|posterior|(?:^|[^a-z])(?:q|pep)(?:[^a-z]|$)/i;

/** Words of a name that say what figure it is; what remains names what was compared. */
const figureWords: ReadonlySet<string> = new Set(
  (
    'p pval pvals pvalue pvalues val vals value values praw raw nominal unadjusted uncorrected q qval qvals qvalue ' +
    'qvalues adj adjusted adjust adjpval adjpvalue adjp padj padjust padjusted pcorrected corrected correction fdr bh by ' +
    'benjamini hochberg bonferroni bonf holm fwer lfdr local ihw storey weighted pr pvaladj pvalsadj pvalueadj'
  ).split(' '),
);

/** Told of columns of p-values by their names; null for any other, for logarithms and for percentages, which go up to 100. */
export function pColumnOf(name: string): PColumnName | null {
  const kind = statisticOf(name);
  if ((kind !== 'p' && kind !== 'adjustedP') || name.includes('%')) return null;
  const adjustment = otherAdjustment.test(name) ? 'other' : kind === 'p' ? 'none' : 'stepwise';
  const contrast = wordsOf(name).filter((word) => !figureWords.has(word));
  return { adjustment, contrast: contrast.join(' ') };
}

function wordsOf(name: string): readonly string[] {
  const words = name.match(/\p{Lu}?\p{Ll}+|\p{Lu}+(?!\p{Ll})|\p{L}+|\p{N}+/gu) ?? [];
  return words.map((word) => word.toLowerCase());
}

const testWords: ReadonlySet<string> = new Set(
  't f z b w u lr df se stat stats statistic tstat fstat zscore lods coef estimate diff difference effect beta'.split(
    ' ',
  ),
);

/**
 * True for a figure of a test whose name begins or ends with a contrast that has p-values too, as of results that were
 * joined (`stat_A_vs_B` beside `padj_A_vs_B`, `t.X-Y` beside `p.value.X-Y`): by itself it may be a sample.
 */
export function isTestOf(name: string, contrasts: ReadonlySet<string>): boolean {
  const words = wordsOf(name);
  const isContrast = (rest: readonly string[]): boolean => rest.length > 0 && contrasts.has(rest.join(' '));
  return (
    (testWords.has(words[0] ?? '') && isContrast(words.slice(1))) ||
    (testWords.has(words.at(-1) ?? '') && isContrast(words.slice(0, -1)))
  );
}
