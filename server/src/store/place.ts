import { randomUUID } from 'node:crypto';
import { and, asc, desc, eq, max, sql } from 'drizzle-orm';
import type { NodePgDatabase } from 'drizzle-orm/node-postgres';
import type { Draft } from '../ingest/draft.ts';
import { dataset, datasetFile, datasetRevision, datasetSource } from './schema.ts';

/** Where a draft is to go. */
export type Place =
  | { readonly status: 'created' | 'updated'; readonly datasetId: string; readonly revision: number }
  /** Its bytes are there already, as the named revision; `current` is the dataset's revision at present. */
  | { readonly status: 'unchanged'; readonly datasetId: string; readonly revision: number; readonly current: number };

/**
 * Finds where a draft is to go: bytes that are stored stay where they are unless a person reads them otherwise, a known
 * source gets its next revision, and all else is new. The dataset's row is locked, so that it is neither deleted nor
 * changed before the transaction ends; source and bytes have to be locked by the caller.
 */
export async function findPlace(
  queries: NodePgDatabase,
  draft: Pick<Draft, 'sha256' | 'sourceKey' | 'readAnew'>,
): Promise<Place> {
  const [stored] = await queries
    .select({ datasetId: datasetFile.datasetId, revision: datasetFile.revision, current: dataset.revision })
    .from(datasetFile)
    .innerJoin(dataset, eq(dataset.id, datasetFile.datasetId))
    .where(eq(datasetFile.sha256, draft.sha256))
    .orderBy(desc(datasetFile.revision))
    .limit(1)
    .for('update', { of: dataset });
  if (stored && draft.readAnew) return nextRevision(queries, stored.datasetId);
  if (stored) return { status: 'unchanged', ...stored };
  // A source belongs to the dataset it was first added to, also when it had another one's bytes for a while.
  const [known] = await queries
    .select({ datasetId: datasetSource.datasetId })
    .from(datasetSource)
    .innerJoin(dataset, eq(dataset.id, datasetSource.datasetId))
    .where(eq(datasetSource.key, draft.sourceKey))
    .orderBy(asc(datasetSource.addedAt))
    .limit(1)
    .for('update', { of: dataset });
  if (!known) return { status: 'created', datasetId: randomUUID(), revision: 1 };
  return nextRevision(queries, known.datasetId);
}

async function nextRevision(queries: NodePgDatabase, datasetId: string): Promise<Place> {
  const [newest] = await queries
    .select({ revision: max(datasetRevision.revision) })
    .from(datasetRevision)
    .where(eq(datasetRevision.datasetId, datasetId));
  return { status: 'updated', datasetId, revision: (newest?.revision ?? 0) + 1 };
}

/**
 * Makes a stored revision the dataset's current one again where its source went back to it: the source had the current
 * revision's bytes until now. Another source with old bytes (a backup copy) changes nothing.
 */
export async function followSource(
  queries: NodePgDatabase,
  place: Extract<Place, { status: 'unchanged' }>,
  sourceKey: string,
): Promise<void> {
  if (place.revision === place.current) return;
  const [last] = await queries
    .select({ revision: datasetSource.revision })
    .from(datasetSource)
    .where(and(eq(datasetSource.datasetId, place.datasetId), eq(datasetSource.key, sourceKey)))
    .orderBy(desc(datasetSource.seenAt))
    .limit(1);
  if (last?.revision !== place.current) return;
  await queries
    .update(dataset)
    .set({ revision: place.revision, updatedAt: sql`now()` })
    .where(eq(dataset.id, place.datasetId));
}
