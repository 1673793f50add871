import type { Fix } from '#shared/diagnostics.ts';
import { cellSpan } from '../../table/cells.ts';
import type { DataRow } from '../../values/dataRows.ts';
import type { Rule, RuleContext } from '../rule.ts';

/**
 * Rows with fewer or more cells than the header. What a cut-off row lacks nobody knows, so filling it up is offered and
 * never done unasked; empty cells beyond the header lose nothing when they are removed.
 * Neither is offered where a quote of the row is read as a character: by its new length the row may be read otherwise.
 * Silent: rows that lack only cells of columns without a name and a meaning.
 */
export const raggedRow: Rule = {
  codes: ['ragged-row'],
  start(context) {
    const { columns, customs } = context.profile;
    const width = columns.length;
    if (width === 0) return null;
    const needed = columns.findLastIndex((column) => column.name !== '' || column.role !== 'annotation') + 1;
    return {
      row(data) {
        const cells = data.values.cellCount;
        if (cells === width || (cells >= needed && cells < width)) return;
        if (cells < needed) reportShort(context, data, width - cells, customs.shortRows);
        else reportLong(context, data, width);
      },
    };
  },
};

function reportShort(context: RuleContext, data: DataRow, missing: number, usual: boolean): void {
  const { cells, text, start } = data.row;
  const fill: Fix = {
    title: `Fill the row up with ${counted(missing, 'empty cell')}`,
    safe: usual,
    edits: [
      {
        start: start + text.length,
        end: start + text.length,
        newText: context.profile.dialect.delimiter.repeat(missing),
      },
    ],
  };
  const width = cells.length + missing;
  context.atRow(data, {
    code: 'ragged-row',
    message: usual
      ? `The row has ${cells.length} of ${width} cells: the tool leaves out empty cells at the end. They count as missing.`
      : `The row has ${cells.length} cells where the header has ${width}: it was cut off. Complete it, or remove it.`,
    ...(usual ? { severity: 'information', blocks: false } : {}),
    fixes: data.row.quoteUnclosed ? [] : [fill],
  });
}

function reportLong(context: RuleContext, data: DataRow, width: number): void {
  const { row } = data;
  const extra = row.cells.length - width;
  if (row.cells.slice(width).some((cell) => cell.trim() !== '')) {
    context.atRow(data, {
      code: 'ragged-row',
      message: `The row has ${row.cells.length} cells where the header has ${width}. Remove what is too much, or put a cell that holds the delimiter in quotes.`,
    });
    return;
  }
  const { end } = cellSpan(row, context.profile.dialect.delimiter, width - 1);
  const trim: Fix = {
    title: `Remove ${counted(extra, 'empty cell')} at the end`,
    safe: true,
    edits: [{ start: row.start + end, end: row.start + row.text.length, newText: '' }],
  };
  context.atRow(data, {
    code: 'ragged-row',
    severity: 'information',
    blocks: false,
    message: `The row has ${counted(extra, 'empty cell')} more than the header.`,
    fixes: row.quoteUnclosed ? [] : [trim],
  });
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
