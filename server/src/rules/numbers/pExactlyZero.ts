import { columnTitle } from '../columnKinds.ts';
import type { Rule, RuleContext } from '../rule.ts';
import { type PColumn, pColumnsOf } from './pColumns.ts';

/** Below this a tool computes what no permutation and no rounding gives, and has run out of numbers (5e-324, or 1 - 1). */
const tiny = 1e-10;
const fewestEqual = 3;

/**
 * P-values of exactly 0, one finding a column at its first: information where the smallest numbers ran out; a warning
 * where several are 0 and the next is far from it, as after permutations or rounding, where 0 claims too much.
 * Silent: adjusted p-values beside their p-values, as one zero follows from the other; q-values and the like, which may be 0.
 * Source: Phipson and Smyth 2010, doi 10.2202/1544-6115.1585, "Permutation p-values should never be zero".
 */
export const pExactlyZero: Rule = {
  codes: ['p-exactly-zero'],
  comparesRows: true,
  start(context) {
    const columns = pColumnsOf(context);
    if (columns === null) return null;
    const paired = new Set(columns.pairs.map(({ adjusted }) => adjusted));
    const judged = columns.columns.filter((column) => column.adjustment !== 'other' && !paired.has(column));
    return {
      row: (data) => columns.row(data),
      end() {
        for (const column of judged) judgeColumn(context, column);
      },
    };
  },
};

function judgeColumn(context: RuleContext, column: PColumn): void {
  let zeros = 0;
  let first = -1;
  let smallest = Number.POSITIVE_INFINITY;
  const numbers = column.numbers();
  for (let row = 0; row < numbers.length; row++) {
    const number = numbers[row] as number;
    if (number > 0 && number < smallest) smallest = number;
    if (number !== 0) continue;
    if (zeros === 0) first = row;
    zeros++;
  }
  if (zeros === 0) return;
  const place = column.placeOf(first);
  const many = zeros === 1 ? '1 p-value' : `${zeros} p-values`;
  const title = columnTitle(column.column);
  if (zeros >= fewestEqual && smallest >= tiny && smallest <= 1) {
    context.atPlace(place, {
      code: 'p-exactly-zero',
      severity: 'warning',
      message: `${title} has ${many} of exactly 0, and the next is ${smallest}: they come from permutations or were rounded, and are not that small. Export more digits, or count the observed arrangement among the permutations.`,
    });
    return;
  }
  context.atPlace(place, {
    code: 'p-exactly-zero',
    message: `${title} has ${many} of exactly 0: smaller than the tool can compute, or rounded. Their logarithms are infinite, and among them there is no order.`,
  });
}
