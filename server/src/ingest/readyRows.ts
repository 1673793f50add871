import type { DraftColumn, DraftRow, TableSample } from './draft.ts';
import type { RowCollector, ShapeFacts } from './rowCollector.ts';

/** The rows of a table that had to be turned round as a whole, and what they amount to. */
export interface TurnedTable {
  readonly samples: readonly TableSample[];
  readonly columns: readonly DraftColumn[];
  readonly annotationColumns: readonly string[];
  readonly rows: readonly DraftRow[];
  /** As of {@link ShapeFacts}. */
  readonly missingFraction?: number;
}

/** Makes a collector out of one that gathers everything and turns it round at the end. */
export function collectWhole(gather: RowCollector['row'], turn: () => TurnedTable): RowCollector {
  let ready: readonly DraftRow[] = [];
  return {
    row: gather,
    take() {
      const taken = ready;
      ready = [];
      return taken;
    },
    end() {
      const { rows, ...facts } = turn();
      ready = rows;
      return { ...facts, ...count(rows) };
    },
  };
}

function count(rows: readonly DraftRow[]): Pick<ShapeFacts, 'featureCount' | 'rowCount' | 'valueCount'> {
  let valueCount = 0;
  for (const { values } of rows) for (const value of values) if (!Number.isNaN(value)) valueCount++;
  return { featureCount: new Set(rows.map((row) => row.rawName)).size, rowCount: rows.length, valueCount };
}
