import { eq } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/node-postgres';
import { lockNumber, lockUntilEnd } from './advisoryLock.ts';
import type { Database } from './database.ts';
import { missingDataset } from './missingDataset.ts';
import { dataset, datasetFile } from './schema.ts';
import { noteSource } from './sources.ts';
import { inTransaction } from './transaction.ts';
import { isUuid } from './uuid.ts';

/** The dataset and revision that hold the bytes of a hash, or null. */
export async function findContent(
  { queries }: Database,
  sha256: string,
): Promise<{ readonly datasetId: string; readonly revision: number } | null> {
  const [found] = await queries
    .select({ datasetId: datasetFile.datasetId, revision: datasetFile.revision })
    .from(datasetFile)
    .where(eq(datasetFile.sha256, sha256))
    .limit(1);
  return found ?? null;
}

/**
 * Notes that the bytes of a dataset's current revision are found under a further key or path.
 * @throws notFound
 */
export async function addSource(
  database: Database,
  datasetId: string,
  source: { readonly key: string; readonly path: string },
): Promise<void> {
  if (!isUuid(datasetId)) throw missingDataset(datasetId);
  await inTransaction(database, { isCommitted: async () => false }, async (client) => {
    await lockUntilEnd(client, [lockNumber('source', source.key)]);
    const queries = drizzle(client);
    const [found] = await queries
      .select({ revision: dataset.revision })
      .from(dataset)
      .where(eq(dataset.id, datasetId))
      .for('update');
    if (!found) throw missingDataset(datasetId);
    await noteSource(queries, { datasetId, revision: found.revision }, source);
  });
}

/**
 * Removes a dataset with all its revisions; features, which other datasets share, stay.
 * @throws notFound
 */
export async function deleteDataset({ queries }: Database, id: string): Promise<void> {
  if (!isUuid(id)) throw missingDataset(id);
  const deleted = await queries.delete(dataset).where(eq(dataset.id, id)).returning({ id: dataset.id });
  if (deleted.length === 0) throw missingDataset(id);
}
