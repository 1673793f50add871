import { type CellKind, cellKinds } from '../values/cellKind.ts';
import type { DataRow } from '../values/dataRows.ts';

/** How many cells of each kind every column of numbers has had so far; positions are those of `numericColumns`. */
export interface KindCounts {
  row(data: DataRow): void;
  of(position: number, kind: CellKind): number;
}

const kinds = Object.keys(cellKinds).length;

/** Starts counting; rows of nothing but plain numbers, which are nearly all, cost one addition. */
export function startKindCounts(columns: number): KindCounts {
  const counts = new Float64Array(columns * kinds);
  let plainRows = 0;
  return {
    row({ values }) {
      if (!values.irregular && !values.gaps) {
        plainRows++;
        return;
      }
      for (let position = 0; position < columns; position++) {
        const at = position * kinds + (values.kinds[position] ?? 0);
        counts[at] = (counts[at] ?? 0) + 1;
      }
    },
    of: (position, kind) => (counts[position * kinds + kind] ?? 0) + (kind === cellKinds.number ? plainRows : 0),
  };
}
