import { sql } from 'drizzle-orm';
import type { NodePgDatabase } from 'drizzle-orm/node-postgres';
import { datasetSource } from './schema.ts';
import { namedUuid, uuidBytes, uuidText } from './uuid.ts';

/** The UUID namespace of sources; drawn once at random. */
const sourceNamespace = uuidBytes('5b6c9f5e-3d1b-4d53-9d0c-0d8d5a7f4c11');

/** Notes that a revision's bytes are found under a key and path now. */
export async function noteSource(
  queries: NodePgDatabase,
  revision: { readonly datasetId: string; readonly revision: number },
  source: { readonly key: string; readonly path: string },
): Promise<void> {
  // Not now(): that is when the transaction began, which may be before another's that held the source's lock.
  const seenAt = sql`clock_timestamp()`;
  await queries
    .insert(datasetSource)
    .values({
      datasetId: revision.datasetId,
      id: uuidText(namedUuid(sourceNamespace, JSON.stringify([revision.revision, source.key, source.path]))),
      revision: revision.revision,
      key: source.key,
      path: source.path,
      addedAt: seenAt,
      seenAt,
    })
    .onConflictDoUpdate({ target: [datasetSource.datasetId, datasetSource.id], set: { seenAt } });
}
