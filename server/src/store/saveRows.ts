import type { PoolClient } from 'pg';
import { AmprentaError } from '#shared/errors.ts';
import type { SaveProgress } from '../ingest/datasetStore.ts';
import type { Draft, DraftRow } from '../ingest/draft.ts';
import { BinaryRows } from './copyBinary.ts';
import { copyIn } from './copyIn.ts';
import { FeatureIds } from './featureIds.ts';
import { writeMarks } from './markBits.ts';
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
  'marks',
];

const memberColumnNames = ['dataset_id', 'revision', 'row_index', 'rank', 'role', 'feature_id'];

/** What a save is told besides the draft. */
export interface SaveOptions {
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: SaveProgress) => void;
}

/** What was written: how many rows, each of how many numbers and annotation cells. */
export interface WrittenRows {
  readonly rows: number;
  readonly columns: number;
  readonly annotations: number;
}

/** Writes the rows with their values while the draft reads them, then the members of groups and the features. */
export async function saveRows(
  client: PoolClient,
  of: NewRevision,
  draft: Draft,
  options: SaveOptions,
): Promise<WrittenRows> {
  const features = new FeatureIds();
  const members = new BinaryRows();
  const width: RowWidth = { columns: -1, annotations: -1 };
  const copied = new BinaryRows();
  const pieces = rowPieces(copied, of, draft, options, features, members, width);
  const rows = await copyIn(client, 'dataset_feature', columnNames, pieces, options.signal, copied.giveBack);
  await copyIn(client, 'dataset_feature_member', memberColumnNames, members.end(), options.signal);
  await features.save(client);
  return { rows, ...width };
}

async function* rowPieces(
  rows: BinaryRows,
  of: NewRevision,
  draft: Draft,
  { signal, onProgress }: SaveOptions,
  features: FeatureIds,
  members: BinaryRows,
  width: RowWidth,
): AsyncGenerator<Buffer> {
  let rowsWritten = 0;
  for await (const batch of draft.rows(signal)) {
    for (const row of batch) {
      checkWidth(width, row, draft.path);
      writeRow(rows, of, row, features);
      writeMembers(members, of, row, features);
      for (const piece of rows.take()) yield piece;
    }
    rowsWritten += batch.length;
    onProgress?.({ rowsWritten });
  }
  yield* rows.end();
}

/** How many cells each row has; -1 until the first one. */
interface RowWidth {
  columns: number;
  annotations: number;
}

/** @throws bug where a row has other cells than the first one */
function checkWidth(width: RowWidth, { values, annotations, rowIndex }: DraftRow, path: string): void {
  if (width.columns < 0) Object.assign(width, { columns: values.length, annotations: annotations.length });
  if (values.length === width.columns && annotations.length === width.annotations) return;
  throw new AmprentaError('bug', `Row ${rowIndex} of ${path} does not have one cell a column.`);
}

function writeRow(rows: BinaryRows, of: NewRevision, row: DraftRow, features: FeatureIds): void {
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
  rows.smallInteger(row.marks && writeMarks(row.marks));
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
