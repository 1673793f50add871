import type { Fix, TextEdit } from '#shared/diagnostics.ts';
import type { Column } from '../../profiles/profile.ts';
import { writeCell } from '../../table/cells.ts';
import { ownedText } from '../../table/ownedText.ts';
import { cellKinds } from '../../values/cellKind.ts';
import type { DataRow } from '../../values/dataRows.ts';
import { numericColumns } from '../../values/rowValues.ts';
import { columnTitle, holdsMeasurements, shown } from '../columnKinds.ts';
import { type OffsetList, startOffsetList } from '../offsetList.ts';
import type { Place } from '../place.ts';
import type { Rule, RuleContext } from '../rule.ts';

/**
 * Ways of writing "missing" that other programs read as such without being told.
 * Sources: R's read.table (`na.strings`), pandas.read_csv (`na_values`).
 */
const usualTokens = new Set(['', 'NA', 'N/A', 'n/a', 'NaN', 'nan', '-NaN', '-nan', 'NULL', 'null', 'None', '<NA>']);
const spreadsheetNa = '#N/A';

/** One way in which a column writes "missing". */
interface Spelling {
  /** The cell as written, quotes and blanks included. */
  readonly raw: string;
  readonly token: string;
  readonly first: Place;
  readonly starts: OffsetList;
}

/** The spellings of one column, by the cell as written. */
type ColumnSpellings = Map<string, Spelling>;

/**
 * A column of a measured quantity that writes "missing" in several ways, or in one that other programs don't know: one
 * finding a column. `#N/A`, a spreadsheet's word for it, is only information, once a table.
 * Silent: words that the layout's tool writes, alone or beside empty cells; cells that a short row does not have;
 * statistics, where NA is lawful.
 */
export const missingToken: Rule = {
  codes: ['missing-token'],
  start(context) {
    const { profile } = context;
    if (!holdsMeasurements(profile)) return null;
    const columns = numericColumns(profile);
    const spellings: (ColumnSpellings | undefined)[] = columns.map(() => undefined);
    return {
      row(data) {
        if (!data.values.gaps && !data.values.irregular) return;
        const { kinds, starts, ends } = data.values;
        for (let position = 0; position < columns.length; position++) {
          const kind = kinds[position];
          if (kind !== cellKinds.empty && kind !== cellKinds.missingToken && kind !== cellKinds.notDetected) continue;
          const start = starts[position] as number;
          const column = columns[position] as Column;
          if (column.role !== 'value' || start < 0) continue;
          let ofColumn = spellings[position];
          if (!ofColumn) {
            ofColumn = new Map();
            spellings[position] = ofColumn;
          }
          note(context, ofColumn, data, column.index, data.row.text.slice(start, ends[position]), start);
        }
      },
      end() {
        reportColumns(context, columns, spellings);
      },
    };
  },
};

function note(
  context: RuleContext,
  ofColumn: ColumnSpellings,
  data: DataRow,
  cell: number,
  raw: string,
  start: number,
): void {
  let spelling = ofColumn.get(raw);
  if (!spelling) {
    const token = ownedText((data.row.cells[cell] ?? '').trim());
    spelling = { raw: ownedText(raw), token, first: context.placeOf(data.row, cell, null), starts: startOffsetList() };
    ofColumn.set(spelling.raw, spelling);
  }
  spelling.starts.push(data.row.start + start);
}

function reportColumns(
  context: RuleContext,
  columns: readonly Column[],
  spellings: readonly (ColumnSpellings | undefined)[],
): void {
  const { missingTokens } = context.profile.customs;
  const isOwn = (token: string): boolean => missingTokens.includes(token) || (token === '' && missingTokens.length > 0);
  const isUsual = (token: string): boolean => usualTokens.has(token) || isOwn(token);
  const ofTable = commonestToken(
    spellings.flatMap((ofColumn) => [...(ofColumn?.values() ?? [])]),
    isUsual,
  );
  let spreadsheetPlace: Place | null = null;
  for (const [position, column] of columns.entries()) {
    const all = [...(spellings[position]?.values() ?? [])];
    const tokens = new Set(all.map((spelling) => spelling.token));
    const foreign = [...tokens].filter((token) => !isOwn(token));
    if (foreign.length === 0) continue;
    if (tokens.size === 1 && foreign[0] === spreadsheetNa) {
      const place = all[0]?.first ?? null;
      if (place && (!spreadsheetPlace || place.start < spreadsheetPlace.start)) spreadsheetPlace = place;
      continue;
    }
    if (tokens.size === 1 && usualTokens.has(foreign[0] ?? '')) continue;
    reportColumn(context, column, all, commonestToken(all, isUsual) ?? ofTable ?? '');
  }
  if (spreadsheetPlace) {
    context.atPlace(spreadsheetPlace, {
      code: 'missing-token',
      severity: 'information',
      message: `"${spreadsheetNa}" is a spreadsheet's word for a missing value and counts as missing.`,
    });
  }
}

/** The token that stands in most cells, among those that may be written everywhere; null where there is none. */
function commonestToken(spellings: readonly Spelling[], mayBeWritten: (token: string) => boolean): string | null {
  const counts = countTokens(spellings.filter(({ token }) => mayBeWritten(token)));
  let commonest: string | null = null;
  for (const [token, count] of counts)
    if (commonest === null || count > (counts.get(commonest) ?? 0)) commonest = token;
  return commonest;
}

function countTokens(spellings: readonly Spelling[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { token, starts } of spellings) counts.set(token, (counts.get(token) ?? 0) + starts.length);
  return counts;
}

function reportColumn(context: RuleContext, column: Column, all: readonly Spelling[], target: string): void {
  const affected = all.filter(({ token }) => token !== target);
  const [first] = affected.map((spelling) => spelling.first).sort((one, other) => one.start - other.start);
  if (!first) return;
  const ways = [...countTokens(all)].map(([token, count]) => `${naming(token)} (${count})`);
  const title = `Write ${target === '' ? 'every missing value of this column as an empty cell' : `every missing value of this column as ${target}`}`;
  const newText = writeCell(target, context.profile.dialect.delimiter);
  context.atPlace(first, {
    code: 'missing-token',
    message:
      ways.length > 1
        ? `${columnTitle(column)} writes missing values in several ways: ${ways.join(', ')}. They all count as missing; write them in one way.`
        : `${columnTitle(column)} writes missing values as ${ways.join('')}, which other programs read as text. It counts as missing; leave the cell empty or write NA.`,
    fixes: [unify(title, affected, newText)],
  });
}

function naming(token: string): string {
  return token === '' ? 'empty cells' : shown(token);
}

function unify(title: string, affected: readonly Spelling[], newText: string): Fix {
  return {
    title,
    safe: true,
    get edits(): readonly TextEdit[] {
      return affected
        .flatMap(({ raw, starts }) => Array.from(starts, (start) => ({ start, end: start + raw.length, newText })))
        .sort((one, other) => one.start - other.start);
    },
  };
}
