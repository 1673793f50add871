import { groupingColumns } from '../../sheets/grouping.ts';
import { agreedFacts, factsOfCells, saidIn } from '../../sheets/sampleFacts.ts';
import { tellColumns } from '../../sheets/sheetColumns.ts';
import { ownedText } from '../../table/ownedText.ts';
import type { DataRow } from '../../values/dataRows.ts';
import type { Place } from '../place.ts';
import type { RuleContext } from '../rule.ts';
import type { DesignedSample } from './designRule.ts';

/** Collects what a sample sheet tells of its samples while it is read. */
export interface SheetDesign {
  row(data: DataRow): void;
  /** One a sample: rows of one name (lanes, fractions) are one. */
  end(): readonly DesignedSample[];
}

/** A sample's rows, with where its first one tells what. */
interface SheetRows {
  readonly rows: ReadonlyMap<number, string>[];
  readonly places: DesignedSample['places'];
}

/** Starts collecting; null where the table is no sample sheet, or tells nothing of its samples. */
export function startSheetDesign({ profile, placeOf }: Pick<RuleContext, 'profile' | 'placeOf'>): SheetDesign | null {
  if (profile.shape !== 'sample-sheet') return null;
  const header = profile.columns.map(({ name }) => name);
  const own = profile.columns.findIndex(({ role }) => role === 'sample-name');
  const told = tellColumns(header, own >= 0 ? own : (profile.rowKey[0] ?? -1));
  const naming = told.names[0] ?? -1;
  const telling = [...told.group, told.batch, told.injectionOrder, told.kind].filter((column) => column >= 0);
  if (naming < 0 || telling.length === 0) return null;
  const found = new Map<string, SheetRows>();
  return {
    row({ row, index, summary }) {
      const name = (row.cell(naming) ?? '').trim();
      if (summary || name === '') return;
      const cells = new Map(telling.map((column) => [column, ownedText(row.cell(column) ?? '')]));
      const known = found.get(name);
      if (known) {
        known.rows.push(cells);
        return;
      }
      const placeAt = (column: number | undefined): Place | null =>
        column === undefined || column < 0 ? null : placeOf(row, column, index);
      const places = {
        group: placeAt(told.group[0]),
        batch: placeAt(told.batch),
        injectionOrder: placeAt(told.injectionOrder),
      };
      found.set(ownedText(name), { rows: [cells], places });
    },
    end() {
      const readerOf = (cells: ReadonlyMap<number, string> | undefined) => (column: number) =>
        saidIn(cells?.get(column), profile.overrides.valueTokens);
      const firstRows = [...found.values()].map(({ rows }) => readerOf(rows[0]));
      const columns = { ...told, group: groupingColumns(told.group, header, firstRows) };
      return [...found].map(([name, { rows, places }]) => ({
        facts: agreedFacts(rows.map((cells) => factsOfCells(columns, name, readerOf(cells)))),
        places,
      }));
    },
  };
}
