import { and, desc, eq, inArray } from 'drizzle-orm';
import type { SourceState } from '../ingest/datasetStore.ts';
import type { Database } from './database.ts';
import { dataset, datasetFile, datasetSource } from './schema.ts';

/** What was last stored under each of these keys; keys under which nothing is stored are left out. */
export async function readSourceStates(
  { queries }: Database,
  keys: readonly string[],
): Promise<readonly SourceState[]> {
  if (keys.length === 0) return [];
  return await queries
    .selectDistinctOn([datasetSource.key], {
      key: datasetSource.key,
      datasetId: datasetSource.datasetId,
      name: dataset.name,
      revision: datasetSource.revision,
      sha256: datasetFile.sha256,
      sizeBytes: datasetFile.sizeBytes,
    })
    .from(datasetSource)
    .innerJoin(dataset, eq(dataset.id, datasetSource.datasetId))
    .innerJoin(
      datasetFile,
      and(eq(datasetFile.datasetId, datasetSource.datasetId), eq(datasetFile.revision, datasetSource.revision)),
    )
    .where(inArray(datasetSource.key, [...keys]))
    .orderBy(datasetSource.key, desc(datasetSource.seenAt));
}
