import { sql } from 'drizzle-orm';
import type { NodePgDatabase } from 'drizzle-orm/node-postgres';
import type { PoolClient } from 'pg';
import type { Draft, DraftFacts } from '../ingest/draft.ts';
import { BinaryRows } from './copyBinary.ts';
import { copyIn } from './copyIn.ts';
import type { Place } from './place.ts';
import { dataset, datasetFile, datasetRevision } from './schema.ts';
import { storableJson } from './storableText.ts';
import { uuidBytes } from './uuid.ts';

/** A revision that is being written: its key in both forms. */
export interface NewRevision {
  readonly datasetId: string;
  readonly datasetIdBytes: Buffer;
  readonly revision: number;
}

/** The key of the revision that a draft is to become. */
export function newRevision({ datasetId, revision }: Exclude<Place, { status: 'unchanged' }>): NewRevision {
  return { datasetId, datasetIdBytes: uuidBytes(datasetId), revision };
}

/** Writes the dataset and the facts of its new revision, to which all but the rows refers. */
export async function saveFacts(
  queries: NodePgDatabase,
  { datasetId, revision }: NewRevision,
  draft: Draft,
  facts: DraftFacts,
): Promise<void> {
  await queries
    .insert(dataset)
    .values({ id: datasetId, name: draft.name, revision })
    .onConflictDoUpdate({ target: dataset.id, set: { name: draft.name, revision, updatedAt: sql`now()` } });
  await queries.insert(datasetRevision).values({
    datasetId,
    revision,
    omicsType: draft.omicsType,
    profile: draft.profile,
    confidence: draft.confidence,
    evidence: draft.evidence,
    shape: draft.shape,
    encoding: draft.encoding,
    delimiter: draft.delimiter,
    headerLine: draft.headerLine,
    overrides: draft.overrides,
    taxon: facts.taxon,
    organism: facts.organism,
    organismEvidence: facts.organismEvidence,
    annotationColumns: [...facts.annotationColumns],
    featureCount: facts.featureCount,
    columnCount: facts.columns.length,
    rowCount: facts.rowCount,
    valueCount: facts.valueCount,
    missingFraction: facts.missingFraction,
    rejectedRows: facts.rejectedRows,
  });
  await queries.insert(datasetFile).values({ datasetId, revision, sha256: draft.sha256, sizeBytes: draft.sizeBytes });
}

/** Writes the revision's samples and columns. */
export async function saveColumns(client: PoolClient, of: NewRevision, facts: DraftFacts): Promise<void> {
  const samples = new BinaryRows();
  for (const sample of facts.samples) {
    samples.row(sampleColumnNames.length);
    samples.revision(of);
    samples.integer(sample.ordinal);
    samples.text(sample.name);
    samples.json(storableJson(sample.metadata));
    samples.text(sample.group);
    samples.text(sample.subject);
    samples.text(sample.timepoint);
    samples.text(sample.batch);
    samples.integer(sample.injectionOrder);
    samples.text(sample.technicalReplicateOf);
    samples.text(sample.kind);
  }
  await copyIn(client, 'sample', sampleColumnNames, samples.end());
  const columns = new BinaryRows();
  for (const column of facts.columns) {
    columns.row(columnNames.length);
    columns.revision(of);
    columns.integer(column.ordinal);
    columns.text(column.name);
    columns.text(column.role);
    columns.integer(column.sample);
    columns.text(column.quantity);
    columns.boolean(column.primary);
    columns.text(column.unit);
    columns.text(column.scale);
    columns.boolean(column.zeroIsMissing);
    columns.text(column.decimalSeparator);
    columns.text(column.missingToken);
  }
  await copyIn(client, 'dataset_column', columnNames, columns.end());
}

const sampleColumnNames = [
  'dataset_id',
  'revision',
  'ordinal',
  'name',
  'metadata',
  'group',
  'subject',
  'timepoint',
  'batch',
  'injection_order',
  'technical_replicate_of',
  'kind',
];

const columnNames = [
  'dataset_id',
  'revision',
  'ordinal',
  'name',
  'role',
  'sample_ordinal',
  'quantity',
  'is_primary',
  'unit',
  'scale',
  'zero_is_missing',
  'decimal_separator',
  'missing_token',
];
