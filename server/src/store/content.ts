import { desc, eq } from 'drizzle-orm';
import { notifyChange } from './changes.ts';
import type { Database } from './database.ts';
import { missingDataset } from './missingDataset.ts';
import { dataset, datasetFile } from './schema.ts';
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
    .orderBy(desc(datasetFile.revision))
    .limit(1);
  return found ?? null;
}

/**
 * Removes a dataset with all its revisions; features, which other datasets share, stay.
 * @throws notFound
 */
export async function deleteDataset({ queries }: Database, id: string): Promise<void> {
  if (!isUuid(id)) throw missingDataset(id);
  await queries.transaction(async (deleting) => {
    const deleted = await deleting.delete(dataset).where(eq(dataset.id, id)).returning({ id: dataset.id });
    if (deleted.length === 0) throw missingDataset(id);
    await notifyChange(deleting);
  });
}
