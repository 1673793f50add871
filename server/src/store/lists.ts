import { and, asc, eq, sql } from 'drizzle-orm';
import type { NodePgDatabase } from 'drizzle-orm/node-postgres';
import type { ListPage, StoredFinding, StoredSource } from '../ingest/datasetStore.ts';
import type { DraftSample } from '../ingest/draft.ts';
import type { ColumnsOf } from './columns.ts';
import type { Database } from './database.ts';
import { findRevision } from './revision.ts';
import { datasetFile, datasetFinding, datasetSource, sample } from './schema.ts';

/**
 * Some of a dataset's samples as they are now, in the table's order.
 * @throws notFound
 */
export async function listSamples(database: Database, id: string, page: ListPage): Promise<readonly DraftSample[]> {
  const { revision } = await findRevision(database, id, undefined);
  return await selectSamples(database.queries, { id, revision }).limit(page.limit).offset(page.skip);
}

/**
 * Some of a dataset's findings as they are now, the gravest first, then by place.
 * @throws notFound
 */
export async function listFindings(database: Database, id: string, page: ListPage): Promise<readonly StoredFinding[]> {
  const { revision } = await findRevision(database, id, undefined);
  const { severity, startLine, startColumn, ordinal } = datasetFinding;
  const gravity = sql`array_position(array['error', 'warning', 'information'], ${severity})`;
  const found = await database.queries
    .select()
    .from(datasetFinding)
    .where(and(eq(datasetFinding.datasetId, id), eq(datasetFinding.revision, revision)))
    .orderBy(gravity, asc(startLine), asc(startColumn), asc(ordinal))
    .limit(page.limit)
    .offset(page.skip);
  return found.map(findingOf);
}

/** All samples of a revision, in the table's order. */
export async function readSamples(queries: NodePgDatabase, of: ColumnsOf): Promise<readonly DraftSample[]> {
  return await selectSamples(queries, of);
}

/** All findings of a revision, in the order in which they were found. */
export async function readFindings(queries: NodePgDatabase, of: ColumnsOf): Promise<readonly StoredFinding[]> {
  const found = await queries
    .select()
    .from(datasetFinding)
    .where(and(eq(datasetFinding.datasetId, of.id), eq(datasetFinding.revision, of.revision)))
    .orderBy(asc(datasetFinding.ordinal));
  return found.map(findingOf);
}

/** The sources of all revisions, in the order in which they were added. */
export async function readSources(queries: NodePgDatabase, id: string): Promise<readonly StoredSource[]> {
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

const selectSamples = (queries: NodePgDatabase, of: ColumnsOf) =>
  queries
    .select({
      ordinal: sample.ordinal,
      name: sample.name,
      group: sample.group,
      subject: sample.subject,
      timepoint: sample.timepoint,
      batch: sample.batch,
      injectionOrder: sample.injectionOrder,
      technicalReplicateOf: sample.technicalReplicateOf,
      kind: sample.kind,
      metadata: sample.metadata,
    })
    .from(sample)
    .where(and(eq(sample.datasetId, of.id), eq(sample.revision, of.revision)))
    .orderBy(asc(sample.ordinal))
    .$dynamic();

/** Stored positions count from 0, people from 1. */
function findingOf(found: typeof datasetFinding.$inferSelect): StoredFinding {
  const { code, severity, startLine, startColumn, endLine, endColumn, cell, message } = found;
  return {
    code,
    severity,
    line: startLine + 1,
    column: startColumn + 1,
    endLine: endLine + 1,
    endColumn: endColumn + 1,
    cell: cell + 1,
    message,
  };
}
