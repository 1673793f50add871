import { ownedText } from '../../table/ownedText.ts';
import { shown } from '../columnKinds.ts';
import { headerCellOf } from '../headerCell.ts';
import type { Rule, RuleContext, RuleRun } from '../rule.ts';

/**
 * Two columns of one quantity, or two rows of a samples-in-rows table, with one name; reported at the repeats.
 * Silent: layouts that repeat names rightly (MS-DIAL, MassHunter); statistics; long tables, which name a sample on
 * every row; sample sheets.
 */
export const duplicateSample: Rule = {
  codes: ['duplicate-sample'],
  comparesRows: true,
  start(context) {
    const { shape, customs } = context.profile;
    if (customs.repeatedSamples || shape === 'long' || shape === 'sample-sheet') return null;
    if (shape === 'samples-in-rows') return judgeRows(context);
    judgeHeader(context);
    return null;
  },
};

function judgeHeader(context: RuleContext): void {
  const { profile, header } = context;
  if (!header) return;
  const firstCells = new Map<string, number>();
  for (const column of profile.columns) {
    if (column.role !== 'value') continue;
    const name = profile.samples[column.sample ?? -1]?.name ?? column.name;
    const id = `${column.quantity ?? -1}:${name}`;
    const cell = headerCellOf(profile, header, column.index);
    const firstCell = firstCells.get(id);
    if (firstCell === undefined) firstCells.set(id, cell);
    else
      context.atRecord(header, cell, {
        code: 'duplicate-sample',
        message: message(name, `in cell ${firstCell + 1}`),
      });
  }
}

function judgeRows(context: RuleContext): RuleRun | null {
  const { columns, rowKey } = context.profile;
  const cell = columns.find((column) => column.role === 'sample-name')?.index ?? rowKey[0];
  if (cell === undefined) return null;
  const firstLines = new Map<string, number>();
  return {
    row(data) {
      const name = data.row.cell(cell) ?? '';
      if (name === '' || data.summary) return;
      const firstLine = firstLines.get(name);
      if (firstLine === undefined) firstLines.set(ownedText(name), data.row.line);
      else context.atCell(data, cell, { code: 'duplicate-sample', message: message(name, `on line ${firstLine + 1}`) });
    },
  };
}

function message(name: string, place: string): string {
  const what = name.trim() === '' ? 'A sample without a name' : `The sample ${shown(name)}`;
  return `${what} stands already ${place}. Give each sample a name of its own, or remove the copy.`;
}
