import { cellKinds } from '../../values/cellKind.ts';
import type { DataRow } from '../../values/dataRows.ts';
import { numericColumns } from '../../values/rowValues.ts';
import { joinedCells, levelsAbove, type ValueLevel } from '../../values/valueLevels.ts';
import { columnTitle, shown } from '../columnKinds.ts';
import type { Rule, RuleContext, RuleRun } from '../rule.ts';

/** What the first rows of a protein, peptide or precursor in a sample said. */
interface Told {
  readonly numbers: Float64Array;
  readonly lines: Int32Array;
  /** Columns whose difference has been reported. */
  readonly reported: Uint8Array;
}

/**
 * A long table repeats a value of a higher level (PG.Quantity, PG.MaxLFQ) on every row of its precursors and fragments; it
 * is taken once, so a second one is reported, once for each protein and sample. Silent: rows that leave the value out, and cells
 * that are no number, or one with a thousands separator or another decimal separator than the table's, of which other codes tell.
 */
export const repeatedValueDiffers: Rule = {
  codes: ['repeated-value-differs'],
  comparesRows: true,
  start(context) {
    const levels = levelsAbove(context.profile);
    return levels.length === 0 ? null : judgeLevels(context, levels);
  },
};

function judgeLevels(context: RuleContext, levels: readonly ValueLevel[]): RuleRun {
  const columns = numericColumns(context.profile);
  const told = levels.map(() => new Map<string, Told>());

  const report = (data: DataRow, level: ValueLevel, at: number, before: Told): void => {
    const column = columns[level.positions[at] ?? 0];
    if (column === undefined) return;
    const names = level.keyCells.map((cell) => shown(data.row.cell(cell) ?? '')).join(', ');
    context.atCell(data, column.index, {
      code: 'repeated-value-differs',
      message: `${columnTitle(column)} is one value for all rows of ${names}, and is ${shown(data.row.cell(column.index) ?? '')} here but ${before.numbers[at]} on line ${(before.lines[at] as number) + 1}. Both are kept; check which one is meant.`,
    });
  };

  const judgeLevel = (data: DataRow, level: ValueLevel, known: Map<string, Told>): void => {
    const key = joinedCells(data.row, level.keyCells);
    const count = level.positions.length;
    let before = known.get(key);
    if (before === undefined) {
      before = {
        numbers: new Float64Array(count).fill(Number.NaN),
        lines: new Int32Array(count),
        reported: new Uint8Array(count),
      };
      known.set(key, before);
    }
    for (let at = 0; at < count; at++) {
      const position = level.positions[at] as number;
      const value = data.values.numbers[position] as number;
      const kind = data.values.kinds[position];
      if (value - value !== 0 || kind === cellKinds.thousands || kind === cellKinds.otherSeparator) continue;
      if (Number.isNaN(before.numbers[at] as number)) {
        before.numbers[at] = value;
        before.lines[at] = data.row.line;
      } else if (before.numbers[at] !== value && before.reported[at] === 0) {
        before.reported[at] = 1;
        report(data, level, at, before);
      }
    }
  };

  return {
    row(data) {
      if (data.summary) return;
      levels.forEach((level, index) => {
        judgeLevel(data, level, told[index] as Map<string, Told>);
      });
    },
  };
}
