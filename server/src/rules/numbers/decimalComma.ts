import type { Fix } from '#shared/diagnostics.ts';
import type { Column } from '../../profiles/profile.ts';
import { cellKinds } from '../../values/cellKind.ts';
import type { DataRow } from '../../values/dataRows.ts';
import { kindBit, numericColumns } from '../../values/rowValues.ts';
import { columnTitle, holdsMeasurements, shown } from '../columnKinds.ts';
import { type OffsetList, startOffsetList } from '../offsetList.ts';
import type { Place } from '../place.ts';
import type { Report, Rule, RuleContext, RuleRun } from '../rule.ts';
import { hasTwoReadings, watchSeparators } from './separatorUse.ts';

const commaKinds = kindBit(cellKinds.otherSeparator) | kindBit(cellKinds.thousands);

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
  const found = startCommaColumns(context, columns);
  return {
    row(data) {
      const { kinds, starts, ends } = data.values;
      for (let position = 0; position < columns.length; position++) {
        const kind = kinds[position];
        if (kind !== cellKinds.number && kind !== cellKinds.spacedNumber) continue;
        found.add(position, data, starts[position] ?? 0, ends[position] ?? 0);
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
  const found = startCommaColumns(context, columns);
  const watch = watchSeparators(context);
  return {
    irregularRow(data) {
      const { irregularKinds, readings, starts, ends } = data.values;
      if ((irregularKinds & commaKinds) === 0) return;
      watch.irregularRow(data);
      for (const [position, { kind }] of readings) {
        if (kind !== cellKinds.otherSeparator && kind !== cellKinds.thousands) continue;
        found.add(position, data, starts[position] ?? 0, ends[position] ?? 0);
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
  /** Takes in the cell that stands from `start` to `end` in the row's text, if a comma is in it. */
  add(position: number, data: DataRow, start: number, end: number): void;
  of(position: number): CommaColumn | undefined;
  columns(): readonly CommaColumn[];
}

function startCommaColumns(context: RuleContext, columns: readonly Column[]): CommaColumns {
  const byPosition = new Map<number, CommaColumn>();
  return {
    add(position, { row }, start, end) {
      const at = row.text.indexOf(',', start);
      const column = columns[position];
      if (at < 0 || at >= end || !column) return;
      let own = byPosition.get(position);
      if (!own) {
        const example = shown(row.text.slice(start, end).replaceAll('"', ''));
        const place = context.placeOf(row, column.index, null);
        own = { column, place, example, commas: startOffsetList(), twoReadings: true };
        byPosition.set(position, own);
      }
      own.commas.push(row.start + at);
      if (own.twoReadings) own.twoReadings = hasTwoReadings(row.text.slice(start, end).replaceAll('"', ''));
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
