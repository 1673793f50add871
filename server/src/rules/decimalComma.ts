import type { Fix } from '#shared/diagnostics.ts';
import type { Column } from '../profiles/profile.ts';
import { cellSpans } from '../table/cells.ts';
import { cellKinds } from '../values/cellKind.ts';
import type { DataRow } from '../values/dataRows.ts';
import { numericColumns } from '../values/rowValues.ts';
import { columnTitle, holdsMeasurements, shown } from './columnKinds.ts';
import { type OffsetList, startOffsetList } from './offsetList.ts';
import type { Place, Report, Rule, RuleContext, RuleRun } from './rule.ts';
import { hasTwoReadings, watchSeparators } from './separatorUse.ts';

/** The numbers of one column that are written with a comma. */
interface CommaColumn {
  readonly column: Column;
  /** Of the first of them. */
  readonly place: Place;
  readonly example: string;
  /** Offsets of the commas in the decoded text. */
  readonly commas: OffsetList;
  /** Every comma has three digits behind it that could be a group of thousands. */
  twoReadings: boolean;
}

/**
 * Columns of numbers that are mostly written with a decimal comma: one finding a column. An error only where every
 * number of the table has exactly three digits behind its comma, so that it may part thousands.
 * Silent: columns with single such numbers among others, which are not-a-number's or thousands-separator's.
 */
export const decimalComma: Rule = {
  codes: ['decimal-comma'],
  start(context) {
    if (!holdsMeasurements(context.profile)) return null;
    return context.profile.decimalSeparator === ',' ? judgeCommaTable(context) : judgePointTable(context);
  },
};

/** The table as a whole writes commas, so that every number has to be looked at. */
function judgeCommaTable(context: RuleContext): RuleRun {
  const columns = numericColumns(context.profile);
  const found = startCommaColumns(context);
  return {
    row(data) {
      let spans: ReturnType<typeof cellSpans> | null = null;
      for (let position = 0; position < columns.length; position++) {
        const kind = data.values.kinds[position];
        if (kind !== cellKinds.number && kind !== cellKinds.spacedNumber) continue;
        const column = columns[position];
        const text = data.row.cells[column?.index ?? -1] ?? '';
        if (!column || !text.includes(',')) continue;
        spans ??= cellSpans(data.row, context.profile.dialect.delimiter);
        found.add(position, column, data, text, spans(column.index).start);
      }
    },
    end() {
      const all = found.columns();
      const unsure = all.every((column) => column.twoReadings);
      for (const column of all) context.atPlace(column.place, unsure ? unsureReport(column) : report(column));
    },
  };
}

/** The table writes points; a column may do otherwise. */
function judgePointTable(context: RuleContext): RuleRun {
  const columns = numericColumns(context.profile);
  const found = startCommaColumns(context);
  const watch = watchSeparators(context);
  return {
    irregularRow(data) {
      watch.irregularRow(data);
      let spans: ReturnType<typeof cellSpans> | null = null;
      for (const [position, { kind }] of data.values.readings) {
        if (kind !== cellKinds.otherSeparator && kind !== cellKinds.thousands) continue;
        const column = columns[position];
        const text = data.row.cells[column?.index ?? -1] ?? '';
        if (!column || !text.includes(',')) continue;
        spans ??= cellSpans(data.row, context.profile.dialect.delimiter);
        found.add(position, column, data, text, spans(column.index).start);
      }
    },
    end() {
      for (let position = 0; position < columns.length; position++) {
        const column = found.of(position);
        const use = watch.useOf(position);
        if (!column || use === 'own') continue;
        context.atPlace(column.place, use === 'either' ? unsureReport(column) : report(column));
      }
    },
  };
}

interface CommaColumns {
  add(position: number, column: Column, data: DataRow, text: string, start: number): void;
  of(position: number): CommaColumn | undefined;
  columns(): readonly CommaColumn[];
}

function startCommaColumns(context: RuleContext): CommaColumns {
  const byPosition = new Map<number, CommaColumn>();
  return {
    add(position, column, data, text, start) {
      let own = byPosition.get(position);
      if (!own) {
        const place = { ...context.placeOf(data.row, column.index, null) };
        own = { column, place, example: shown(text), commas: startOffsetList(), twoReadings: true };
        byPosition.set(position, own);
      }
      own.commas.push(data.row.start + data.row.text.indexOf(',', start));
      own.twoReadings &&= hasTwoReadings(text);
    },
    of: (position) => byPosition.get(position),
    columns: () => [...byPosition.values()],
  };
}

function report(column: CommaColumn): Report {
  return {
    code: 'decimal-comma',
    message: `${columnTitle(column.column)} writes numbers with a decimal comma (${column.example}). They are read as such; write points to be read alike everywhere.`,
    fixes: [rewrite(column, 'Write decimal points in this column', '.', true)],
  };
}

function unsureReport(column: CommaColumn): Report {
  return {
    code: 'decimal-comma',
    severity: 'error',
    blocks: true,
    message: `${columnTitle(column.column)} has exactly three digits behind every comma (${column.example}): it could part decimals or thousands. Say which it is.`,
    fixes: [
      rewrite(column, 'The comma parts decimals: write points in this column', '.', false),
      rewrite(column, 'The comma parts thousands: remove it in this column', '', false),
    ],
  };
}

function rewrite({ commas }: CommaColumn, title: string, newText: string, safe: boolean): Fix {
  return {
    title,
    safe,
    get edits() {
      return Array.from(commas, (start) => ({ start, end: start + 1, newText }));
    },
  };
}
