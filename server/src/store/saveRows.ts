import type { PoolClient } from 'pg';
import { AmprentaError } from '#shared/errors.ts';
import type { SaveProgress } from '../ingest/datasetStore.ts';
import type { Draft, DraftRow } from '../ingest/draft.ts';
import { BinaryRows } from './copyBinary.ts';
import { copyIn } from './copyIn.ts';
import { FeatureIds } from './featureIds.ts';
import type { NewRevision } from './saveFacts.ts';
import { storableJson } from './storableText.ts';
import { groupFlags } from './valueFlags.ts';

const columnNames = [
  'dataset_id',
  'revision',
  'row_index',
  'row_key',
  'raw_name',
  'feature_id',
  'annotations',
  'values',
  'value_flags',
];

const memberColumnNames = ['dataset_id', 'revision', 'row_index', 'rank', 'role', 'feature_id'];

/** What a save is told besides the draft. */
export interface SaveOptions {
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: SaveProgress) => void;
}

/**
 * Writes the rows with their values while the draft reads them, then the members of groups and the features.
 * @returns how many rows were written
 */
export async function saveRows(
  client: PoolClient,
  of: NewRevision,
  draft: Draft,
  options: SaveOptions,
): Promise<number> {
  const features = new FeatureIds();
  const members = new BinaryRows();
  const pieces = rowPieces(of, draft, options, features, members);
  const rowsWritten = await copyIn(client, 'dataset_feature', columnNames, pieces, options.signal);
  await copyIn(client, 'dataset_feature_member', memberColumnNames, members.end(), options.signal);
  await features.save(client);
  return rowsWritten;
}

async function* rowPieces(
  of: NewRevision,
  draft: Draft,
  { signal, onProgress }: SaveOptions,
  features: FeatureIds,
  members: BinaryRows,
): AsyncGenerator<Buffer> {
  const rows = new BinaryRows();
  let rowsWritten = 0;
  for await (const batch of draft.rows(signal)) {
    for (const row of batch) {
      writeRow(rows, of, draft, row, features);
      writeMembers(members, of, row, features);
      for (const piece of rows.take()) yield piece;
    }
    rowsWritten += batch.length;
    onProgress?.({ rowsWritten, rowCount: draft.rowCount });
  }
  yield* rows.end();
}

function writeRow(rows: BinaryRows, of: NewRevision, draft: Draft, row: DraftRow, features: FeatureIds): void {
  if (row.values.length !== draft.columns.length || row.annotations.length !== draft.annotationColumns.length) {
    throw new AmprentaError('bug', `Row ${row.rowIndex} of ${draft.path} does not have one cell a column.`);
  }
  const flags = groupFlags(row.flags);
  rows.row(columnNames.length);
  rows.revision(of);
  rows.integer(row.rowIndex);
  rows.text(row.rowKey);
  rows.text(row.rawName);
  rows.bytes(row.feature && features.of(row.feature));
  rows.texts(row.annotations);
  rows.numbers(row.values);
  rows.json(flags && storableJson(flags));
}

function writeMembers(members: BinaryRows, of: NewRevision, row: DraftRow, features: FeatureIds): void {
  for (const { feature, rank, role } of row.members) {
    members.row(memberColumnNames.length);
    members.revision(of);
    members.integer(row.rowIndex);
    members.integer(rank);
    members.text(role);
    members.bytes(features.of(feature));
  }
}
