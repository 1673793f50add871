import { and, eq, sql } from 'drizzle-orm';
import type { Database } from './database.ts';
import { missingDataset } from './missingDataset.ts';
import { dataset, datasetRevision } from './schema.ts';
import { isUuid } from './uuid.ts';

/** A stored revision, as far as reading its rows needs it. */
export interface StoredRevision {
  readonly datasetId: string;
  readonly revision: number;
  readonly annotationColumns: readonly string[];
  readonly rowCount: number;
}

const largestInteger = 2 ** 31 - 1;

/**
 * Finds a revision of a dataset, the current one unless told.
 * @throws notFound
 */
export async function findRevision(
  { queries }: Database,
  id: string,
  revision: number | undefined,
): Promise<StoredRevision> {
  if (!isUuid(id)) throw missingDataset(id);
  if (revision !== undefined && !(Number.isInteger(revision) && Math.abs(revision) <= largestInteger)) {
    throw missingDataset(id, revision);
  }
  const [found] = await queries
    .select({
      datasetId: datasetRevision.datasetId,
      revision: datasetRevision.revision,
      annotationColumns: datasetRevision.annotationColumns,
      rowCount: datasetRevision.rowCount,
    })
    .from(dataset)
    .innerJoin(
      datasetRevision,
      and(
        eq(datasetRevision.datasetId, dataset.id),
        eq(datasetRevision.revision, revision === undefined ? dataset.revision : sql`${revision}::integer`),
      ),
    )
    .where(eq(dataset.id, id));
  if (!found) throw missingDataset(id, revision);
  return found;
}
