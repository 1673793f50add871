import { columnTitle } from '../columnKinds.ts';
import type { Rule, RuleContext } from '../rule.ts';
import { type PColumns, type PPair, stepwisePairsOf } from './pColumns.ts';
import { aHair, concernsColumn, countNumbers, isLogarithm } from './pScale.ts';

/**
 * An adjusted p-value below its own p-value by more than the digits printed allow: no correction for how many tests
 * there were makes one smaller. Where that is so in much of a column, one finding for the column; an error where the
 * column is -log10 beyond doubt.
 * Silent: q-values, local false discovery rates, IHW and posterior errors by name, which may be smaller; adjusted p-values
 * of which no column has the p-values; values outside 0 to 1, which have a code of their own.
 * Source: R's p.adjust; Benjamini and Hochberg 1995, doi 10.1111/j.2517-6161.1995.tb02031.x.
 */
export const padjBelowP: Rule = {
  codes: ['padj-below-p'],
  comparesRows: true,
  start(context) {
    const stepwise = stepwisePairsOf(context);
    if (stepwise === null) return null;
    const { columns, pairs } = stepwise;
    return {
      row: (data) => columns.row(data),
      end() {
        for (const pair of pairs) judgePair(context, columns, pair);
      },
    };
  },
};

function judgePair(context: RuleContext, columns: PColumns, { p, adjusted }: PPair): void {
  if (isLogarithm(columns, p)) return;
  const [own, others] = [p.numbers(), adjusted.numbers()];
  const title = columnTitle(adjusted.column);
  if (isLogarithm(columns, adjusted)) {
    context.atPlace(adjusted.placeOf(countNumbers(others).first), {
      code: 'padj-below-p',
      severity: 'error',
      message: `${title} holds -log10 of adjusted p-values, not the p-values that its name says: values above 1 stand where ${columnTitle(p.column)} is small. Name it so, or put the adjusted p-values in.`,
    });
    return;
  }
  const below: number[] = [];
  for (let row = 0; row < others.length; row++) {
    const [number, ofRow] = [others[row] as number, own[row] ?? Number.NaN];
    if (!(number < ofRow) || number < 0 || ofRow > 1 + aHair) continue;
    const rounding = p.digits.roundingOf(ofRow) + adjusted.digits.roundingOf(number);
    if (ofRow - number > rounding * (1 + aHair)) below.push(row);
  }
  const [first] = below;
  if (first === undefined) return;
  const { count } = countNumbers(others);
  if (concernsColumn(below.length, count)) {
    context.atPlace(adjusted.placeOf(first), {
      code: 'padj-below-p',
      message: `${title} is below ${columnTitle(p.column)} in ${below.length} of ${count} rows, this being the first. Weighted tests (IHW) and q-values may be so by right; otherwise check whether the columns are swapped or of two comparisons.`,
    });
    return;
  }
  for (const row of below) {
    context.atPlace(adjusted.placeOf(row), {
      code: 'padj-below-p',
      message: `The adjusted p-value ${others[row]} is below its p-value ${own[row]}, which only weighted tests (IHW) make it by right. Check both.`,
    });
  }
}
