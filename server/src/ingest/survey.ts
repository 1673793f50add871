import type { Profile } from '../profiles/profile.ts';
import { type CellKind, cellKinds } from '../values/cellKind.ts';
import type { DataRow, DataVisitor } from '../values/dataRows.ts';
import { numericColumns } from '../values/rowValues.ts';
import { isStoredNumber } from './storedValue.ts';

/** What a table's rows amount to. */
export interface Survey {
  /** Rows that are stored. */
  readonly rows: number;
  /** Distinct row keys among them, summary rows not counted. */
  readonly keys: number;
  /** Cells stored with a number. */
  readonly values: number;
  /** Share of the primary quantity's cells that are stored without a number, 0 to 1; 0 where there are none. */
  readonly missingFraction: number;
  /** The word for "missing" that each numeric column writes most often; empty where it leaves cells empty. */
  readonly missingTokens: readonly string[];
}

/** Surveys the rows that it is told of, but for the rejected ones. */
export function startSurvey(profile: Profile, rejected: ReadonlySet<number>): DataVisitor & { end(): Survey } {
  const columns = numericColumns(profile);
  const primary = profile.quantities.findIndex((quantity) => quantity.primary);
  const zeroIsMissing = columns.map((column) => zeroCounts(profile, column.quantity));
  const ofPrimary = columns.map((column) => column.role === 'value' && column.quantity === primary);
  const tokens: Map<string, number>[] = columns.map(() => new Map());
  const keys = new Set<string>();
  let rows = 0;
  let values = 0;
  let primaryCells = 0;
  let primaryMissing = 0;

  const countRow = ({ row, values: { kinds, numbers } }: DataRow): void => {
    for (let position = 0; position < columns.length; position++) {
      const kind = kinds[position] as CellKind;
      const stored =
        kind === cellKinds.number ? !(zeroIsMissing[position] && numbers[position] === 0) : isStoredNumber(kind);
      if (stored) values++;
      if (kind === cellKinds.missingToken || kind === cellKinds.empty) {
        countToken(tokens[position], row.cell(columns[position]?.index ?? -1) ?? '');
      }
      if (!ofPrimary[position]) continue;
      primaryCells++;
      if (!stored) primaryMissing++;
    }
  };

  return {
    row(data) {
      if (rejected.has(data.index)) return;
      rows++;
      if (!data.summary) keys.add(data.key);
      countRow(data);
    },
    end: () => ({
      rows,
      keys: keys.size,
      values,
      missingFraction: primaryCells === 0 ? 0 : primaryMissing / primaryCells,
      missingTokens: tokens.map(commonest),
    }),
  };
}

/** True where the tool writes 0 for "not detected" in a column of this quantity. */
export function zeroCounts(profile: Profile, quantity: number | undefined): boolean {
  return quantity !== undefined && (profile.quantities[quantity]?.zeroIsMissing ?? false);
}

function countToken(counts: Map<string, number> | undefined, token: string): void {
  counts?.set(token, (counts.get(token) ?? 0) + 1);
}

function commonest(counts: ReadonlyMap<string, number>): string {
  let token = '';
  let most = 0;
  for (const [candidate, count] of counts) {
    if (count <= most) continue;
    token = candidate;
    most = count;
  }
  return token;
}
