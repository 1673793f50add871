import { and, asc, eq } from 'drizzle-orm';
import type { NodePgDatabase } from 'drizzle-orm/node-postgres';
import type { DatasetDetails, StoredFinding, StoredQuantity, StoredSource } from '../ingest/datasetStore.ts';
import type { DraftSample } from '../ingest/draft.ts';
import type { Database } from './database.ts';
import { currentRevision, summaryColumns } from './listing.ts';
import { missingDataset } from './missingDataset.ts';
import {
  dataset,
  datasetColumn,
  datasetFile,
  datasetFinding,
  datasetRevision,
  datasetSource,
  sample,
} from './schema.ts';
import { isUuid } from './uuid.ts';

/**
 * Everything about a dataset's current revision but its values, as of one moment.
 * @throws notFound
 */
export async function show({ queries }: Database, id: string): Promise<DatasetDetails> {
  if (!isUuid(id)) throw missingDataset(id);
  const moment = { isolationLevel: 'repeatable read', accessMode: 'read only' } as const;
  return await queries.transaction((reading) => readDetails(reading, id), moment);
}

async function readDetails(queries: NodePgDatabase, id: string): Promise<DatasetDetails> {
  const [facts] = await queries
    .select({
      ...summaryColumns,
      confidence: datasetRevision.confidence,
      evidence: datasetRevision.evidence,
      encoding: datasetRevision.encoding,
      delimiter: datasetRevision.delimiter,
      rows: datasetRevision.rowCount,
      values: datasetRevision.valueCount,
      missingFraction: datasetRevision.missingFraction,
    })
    .from(dataset)
    .innerJoin(datasetRevision, currentRevision)
    .where(eq(dataset.id, id));
  if (!facts) throw missingDataset(id);
  const columns = await readColumns(queries, facts);
  return {
    ...facts,
    samples: await readSamples(queries, facts),
    quantities: quantitiesOf(columns),
    statistics: columns.filter(({ role }) => role === 'statistic').map(({ name }) => name),
    findings: await readFindings(queries, facts),
    sources: await readSources(queries, id),
  };
}

interface RevisionOf {
  readonly id: string;
  readonly revision: number;
}

type StoredColumn = Pick<
  typeof datasetColumn.$inferSelect,
  'name' | 'role' | 'sampleOrdinal' | 'quantity' | 'isPrimary' | 'unit' | 'scale'
>;

async function readColumns(queries: NodePgDatabase, of: RevisionOf): Promise<readonly StoredColumn[]> {
  return await queries
    .select({
      name: datasetColumn.name,
      role: datasetColumn.role,
      sampleOrdinal: datasetColumn.sampleOrdinal,
      quantity: datasetColumn.quantity,
      isPrimary: datasetColumn.isPrimary,
      unit: datasetColumn.unit,
      scale: datasetColumn.scale,
    })
    .from(datasetColumn)
    .where(and(eq(datasetColumn.datasetId, of.id), eq(datasetColumn.revision, of.revision)))
    .orderBy(asc(datasetColumn.ordinal));
}

/** One entry a quantity, in the order of their first columns. */
function quantitiesOf(columns: readonly StoredColumn[]): readonly StoredQuantity[] {
  const found = new Map<string | null, { readonly first: StoredColumn; readonly samples: Set<number | null> }>();
  for (const column of columns) {
    if (column.role !== 'sample') continue;
    const entry = found.get(column.quantity) ?? { first: column, samples: new Set() };
    entry.samples.add(column.sampleOrdinal);
    found.set(column.quantity, entry);
  }
  return [...found].map(([name, { first, samples }]) => ({
    name,
    primary: first.isPrimary,
    unit: first.unit,
    scale: first.scale,
    samples: samples.size,
  }));
}

async function readSamples(queries: NodePgDatabase, of: RevisionOf): Promise<readonly DraftSample[]> {
  return await queries
    .select({ ordinal: sample.ordinal, name: sample.name, metadata: sample.metadata })
    .from(sample)
    .where(and(eq(sample.datasetId, of.id), eq(sample.revision, of.revision)))
    .orderBy(asc(sample.ordinal));
}

async function readFindings(queries: NodePgDatabase, of: RevisionOf): Promise<readonly StoredFinding[]> {
  const found = await queries
    .select()
    .from(datasetFinding)
    .where(and(eq(datasetFinding.datasetId, of.id), eq(datasetFinding.revision, of.revision)))
    .orderBy(asc(datasetFinding.ordinal));
  return found.map(({ code, severity, startLine, startColumn, endLine, endColumn, cell, message }) => ({
    code,
    severity,
    line: startLine + 1,
    column: startColumn + 1,
    endLine: endLine + 1,
    endColumn: endColumn + 1,
    cell: cell + 1,
    message,
  }));
}

/** Of all revisions, in the order in which they were added. */
async function readSources(queries: NodePgDatabase, id: string): Promise<readonly StoredSource[]> {
  return await queries
    .select({
      key: datasetSource.key,
      path: datasetSource.path,
      sha256: datasetFile.sha256,
      sizeBytes: datasetFile.sizeBytes,
      revision: datasetSource.revision,
      addedAt: datasetSource.addedAt,
    })
    .from(datasetSource)
    .innerJoin(
      datasetFile,
      and(eq(datasetFile.datasetId, datasetSource.datasetId), eq(datasetFile.revision, datasetSource.revision)),
    )
    .where(eq(datasetSource.datasetId, id))
    .orderBy(asc(datasetSource.addedAt), asc(datasetSource.id));
}
