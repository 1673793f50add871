import { columnTitle } from '../columnKinds.ts';
import type { Rule, RuleContext } from '../rule.ts';
import { findFalls } from './orderFalls.ts';
import { type PColumns, type PPair, stepwisePairsOf } from './pColumns.ts';
import { aHair, concernsColumn, isLogarithm } from './pScale.ts';

/**
 * An adjusted p-value that falls while its p-value rises, in the fewest cells that explain it: adjusting keeps the order
 * of the p-values, also in a table of which rows were left out. Where much of a column is so, one finding for it.
 * Silent: as `padj-below-p`, and where that is found at the cell; rows of several comparisons that nothing tells apart, as
 * each was adjusted by itself; equal p-values; differences within the digits printed.
 * Source: Benjamini and Hochberg 1995, doi 10.1111/j.2517-6161.1995.tb02031.x; the minimum over all larger p-values in R's p.adjust.
 */
export const padjOrder: Rule = {
  codes: ['padj-order'],
  comparesRows: true,
  start(context) {
    const stepwise = stepwisePairsOf(context);
    if (stepwise === null) return null;
    const { columns, pairs } = stepwise;
    return {
      row: (data) => columns.row(data),
      end() {
        const families = columns.families();
        for (const pair of pairs) judgePair(context, columns, families, pair);
      },
    };
  },
};

function judgePair(context: RuleContext, columns: PColumns, families: readonly Int32Array[], pair: PPair): void {
  const { p, adjusted } = pair;
  if (isLogarithm(columns, p) || isLogarithm(columns, adjusted)) return;
  const [own, others] = [p.numbers(), adjusted.numbers()];
  const isSound = (row: number): boolean => {
    const [number, ofRow] = [others[row] ?? Number.NaN, own[row] ?? Number.NaN];
    const rounding = p.digits.roundingOf(ofRow) + adjusted.digits.roundingOf(number);
    return ofRow >= 0 && ofRow <= 1 + aHair && number >= ofRow - rounding && number <= 1 + aHair;
  };
  const falls: number[] = [];
  let count = 0;
  for (const family of families) {
    const rows = family.filter(isSound);
    count += rows.length;
    falls.push(...findFalls(rows, own, others, adjusted.digits));
  }
  falls.sort((one, other) => one - other);
  const [first] = falls;
  if (first === undefined) return;
  const title = columnTitle(adjusted.column);
  const ofP = columnTitle(p.column);
  if (concernsColumn(falls.length, count)) {
    context.atPlace(adjusted.placeOf(first), {
      code: 'padj-order',
      message: `${title} does not rise with ${ofP} in ${falls.length} of ${count} rows, this being the first. Check whether it belongs to another comparison, or was adjusted by groups.`,
    });
    return;
  }
  for (const row of falls) {
    context.atPlace(adjusted.placeOf(row), {
      code: 'padj-order',
      message: `By its p-value ${own[row]} the adjusted p-value ${others[row]} is out of order: adjusting keeps the order of the p-values. Check both.`,
    });
  }
}
