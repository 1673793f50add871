import { columnTitle } from '../columnKinds.ts';
import type { Rule, RuleContext } from '../rule.ts';
import { type PColumn, type PColumns, pColumnsOf } from './pColumns.ts';
import { aHair, concernsColumn, countNumbers, isLogarithm } from './pScale.ts';

/**
 * A p-value outside 0 to 1, adjusted or not. Where much of a column is outside, one finding for the column.
 * Silent: logarithms and percentages by name, and adjusted p-values that are logarithms beyond doubt, which
 * `padj-below-p` tells of; what is no finite number; a hair above 1, by which Bonferroni's products may be off.
 */
export const pOutOfRange: Rule = {
  codes: ['p-out-of-range'],
  comparesRows: true,
  start(context) {
    const columns = pColumnsOf(context);
    if (columns === null) return null;
    return {
      row: (data) => columns.row(data),
      end() {
        for (const column of columns.columns) judgeColumn(context, columns, column);
      },
    };
  },
};

function judgeColumn(context: RuleContext, columns: PColumns, column: PColumn): void {
  const numbers = column.numbers();
  const outside: number[] = [];
  for (let row = 0; row < numbers.length; row++) {
    const number = numbers[row] as number;
    if (number < 0 || number > 1 + aHair) outside.push(row);
  }
  const [first] = outside;
  if (first === undefined) return;
  const { count, first: firstNumber } = countNumbers(numbers);
  const title = columnTitle(column.column);
  if (isLogarithm(columns, column)) {
    const pair = columns.pairs.find(({ adjusted }) => adjusted === column);
    if (pair && column.adjustment === 'stepwise' && !isLogarithm(columns, pair.p)) return;
    context.atPlace(column.placeOf(firstNumber), {
      code: 'p-out-of-range',
      message: `${title} is called a p-value and ${outside.length} of its ${count} numbers are above 1, as those of -log10(p) are. Name it so, or put the p-values in.`,
    });
    return;
  }
  if (concernsColumn(outside.length, count)) {
    context.atPlace(column.placeOf(first), {
      code: 'p-out-of-range',
      message: `${title} is called a p-value and ${outside.length} of its ${count} numbers lie outside 0 to 1, this being the first. Check which figure it holds, or name it otherwise.`,
    });
    return;
  }
  for (const row of outside) {
    context.atPlace(column.placeOf(row), {
      code: 'p-out-of-range',
      message: `${numbers[row]} is no p-value: it lies outside 0 to 1. Put the right one in, or leave the cell empty.`,
    });
  }
}
