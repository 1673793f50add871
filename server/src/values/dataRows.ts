import type { Profile } from '../profiles/profile.ts';
import type { ByteSource } from '../table/byteSource.ts';
import { isBlankRow } from '../table/head.ts';
import { ownedText } from '../table/ownedText.ts';
import { readRows } from '../table/readRows.ts';
import type { Row } from '../table/row.ts';
import { type RowValues, rowValueReader } from './rowValues.ts';

/** One data row, read by its profile. `values` is filled anew for each row. */
export interface DataRow {
  readonly row: Row;
  /** Data row, 0-based; blank and metadata lines are not counted, summary rows are. */
  readonly index: number;
  /** The row key's cells joined by `+`, in a text that may be kept; empty where the table has no key. */
  readonly key: string;
  /** True for a row that summarises others (`__no_feature`, `N_unmapped`, Total). */
  readonly summary: boolean;
  readonly values: RowValues;
}

/** Who is told of each record of a table. */
export interface DataVisitor {
  row(data: DataRow): void;
  /** A record before the data: the lines above the header, the header itself. */
  before?(row: Row): void;
  /** A record without content, before the next data row; those behind the last one are not told of. */
  blank?(row: Row): void;
}

/** How a full pass over a table is made. */
export interface PassOptions {
  readonly signal?: AbortSignal;
  /** Called after each piece of the file with the bytes read so far. */
  readonly onProgress?: (bytesRead: number) => void;
  /** Sees each piece of the file's bytes before it is decoded. */
  readonly onBytes?: (piece: Uint8Array) => void;
  /** Awaited between pieces. */
  readonly afterPiece?: () => Promise<void> | undefined;
}

/**
 * Key cells that summarise in any table.
 * Sources: HTSeq-count's special counters (`__no_feature` …), STAR's ReadsPerGene.out.tab (`N_unmapped` …), and the
 * words people write under a column.
 */
const summaryKey =
  /^(?:__(?:no_feature|ambiguous|too_low_aQual|not_aligned|alignment_not_unique)|N_(?:unmapped|multimapping|noFeature|ambiguous)|(?:grand |sub)?totals?|sum)$/i;

/** Tells whether a row key's first cell summarises instead of naming a feature. */
export function isSummaryKey(profile: Pick<Profile, 'customs'>, firstKeyCell: string): boolean {
  if (profile.customs.summaryRow?.test(firstKeyCell)) return true;
  return firstKeyCell.length <= 24 && summaryKey.test(firstKeyCell);
}

/**
 * Makes a function that joins a row's key cells by `+`. Nearly every key is kept by several, so that it is copied here,
 * once for them all.
 */
export function rowKeyReader(profile: Pick<Profile, 'rowKey'>): (row: Pick<Row, 'cell'>) => string {
  const [only] = profile.rowKey;
  if (only === undefined) return () => '';
  if (profile.rowKey.length === 1) return (row) => ownedText(row.cell(only) ?? '');
  return (row) => profile.rowKey.map((index) => row.cell(index) ?? '').join('+');
}

/**
 * Reads a table from its first data row to its last and tells `visitor` of each record.
 * @throws AbortError when `signal` is aborted
 */
export async function readDataRows(
  source: ByteSource,
  profile: Profile,
  visitor: DataVisitor,
  options: PassOptions = {},
): Promise<void> {
  const readValues = rowValueReader(profile);
  const keyOf = rowKeyReader(profile);
  const firstKey = profile.rowKey[0] ?? -1;
  const blanks: Row[] = [];
  let index = 0;
  const onRow = (row: Row): boolean => {
    if (row.line < profile.dataLine) {
      visitor.before?.(row);
      return true;
    }
    if (isBlankRow(row)) {
      if (visitor.blank) blanks.push(row);
      return true;
    }
    if (profile.isMetadataRow?.(row)) return true;
    for (const blank of blanks.splice(0)) visitor.blank?.(blank);
    const key = keyOf(row);
    const summary = isSummaryKey(profile, (firstKey < 0 ? undefined : row.cell(firstKey)) ?? '');
    visitor.row({ row, index, key, summary, values: readValues(row) });
    index++;
    return true;
  };
  const { encoding, bomBytes, dialect } = profile;
  await readRows(source, { ...options, encoding: { encoding, bomBytes }, dialect }, onRow);
}
