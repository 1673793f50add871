import { and, asc, eq } from 'drizzle-orm';
import { AmprentaError } from '#shared/errors.ts';
import type { Matrix, MatrixRow } from '../ingest/datasetStore.ts';
import { readNumbers } from './arrayBinary.ts';
import { writeCells } from './cellText.ts';
import { type Database, toStoreError } from './database.ts';
import { readMarkBits } from './markBits.ts';
import { findRevision, type StoredRevision } from './revision.ts';
import { datasetColumn } from './schema.ts';
import type { FlagGroup } from './valueFlags.ts';

/** About so many values are fetched at once, whatever the number of columns. */
const batchValues = 200_000;
const largestBatchRows = 2_000;

interface StoredRow {
  readonly row_index: number;
  readonly row_key: string;
  readonly raw_name: string;
  readonly annotations: readonly (string | null)[];
  readonly numbers: Buffer;
  readonly value_flags: readonly FlagGroup[] | null;
  readonly marks: number | null;
}

/**
 * The stored matrix of a revision, the current one unless told.
 * @throws notFound
 */
export async function readMatrix(database: Database, id: string, revision: number | undefined): Promise<Matrix> {
  const of = await findRevision(database, id, revision);
  const columns = await database.queries
    .select({
      name: datasetColumn.name,
      decimalSeparator: datasetColumn.decimalSeparator,
      missingToken: datasetColumn.missingToken,
    })
    .from(datasetColumn)
    .where(and(eq(datasetColumn.datasetId, of.datasetId), eq(datasetColumn.revision, of.revision)))
    .orderBy(asc(datasetColumn.ordinal));
  const missingTokens = columns.map(({ missingToken }) => missingToken);
  return {
    annotationColumns: of.annotationColumns,
    columns: columns.map(({ name, decimalSeparator }) => ({ name, decimalSeparator })),
    rows: (signal) => readRows(database, of, missingTokens, signal),
  };
}

/**
 * In batches, each by the key that follows the last: no transaction stays open while the reader takes its time. That a
 * dataset is deleted meanwhile shows in the count.
 */
async function* readRows(
  database: Database,
  of: StoredRevision,
  missingTokens: readonly string[],
  signal: AbortSignal | undefined,
): AsyncGenerator<readonly MatrixRow[]> {
  const batchRows = Math.min(largestBatchRows, Math.max(1, Math.floor(batchValues / (missingTokens.length + 1))));
  let after = -1;
  let rowsRead = 0;
  for (;;) {
    if (signal?.aborted) throw new AmprentaError('cancelled', 'Cancelled.');
    const batch = await readBatch(database, of, after, batchRows);
    rowsRead += batch.length;
    const last = batch.at(-1);
    if (!last) break;
    yield batch.map((row) => ({
      rowKey: row.row_key,
      rawName: row.raw_name,
      annotations: row.annotations,
      marks: row.marks === null ? null : readMarkBits(row.marks),
      cells: writeCells(readNumbers(row.numbers), row.value_flags, missingTokens),
    }));
    if (batch.length < batchRows) break;
    after = last.row_index;
  }
  if (rowsRead === of.rowCount) return;
  throw new AmprentaError('conflict', `Dataset ${of.datasetId} was deleted while it was read.`);
}

async function readBatch(
  { pool, target }: Database,
  of: StoredRevision,
  after: number,
  rows: number,
): Promise<readonly StoredRow[]> {
  try {
    // The array's binary form: exact whatever extra_float_digits is set to, and as fast as its text.
    const result = await pool.query<StoredRow>(
      `SELECT row_index, row_key, raw_name, annotations, array_send("values") AS numbers, value_flags, marks
       FROM dataset_feature WHERE dataset_id = $1 AND revision = $2 AND row_index > $3 ORDER BY row_index LIMIT $4`,
      [of.datasetId, of.revision, after, rows],
    );
    return result.rows;
  } catch (thrown) {
    throw toStoreError(thrown, target);
  }
}
