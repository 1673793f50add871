import { and, desc, eq } from 'drizzle-orm';
import type { OmicsType } from '#shared/dataset.ts';
import type { DatasetSummary } from '../ingest/datasetStore.ts';
import type { Database } from './database.ts';
import { dataset, datasetRevision } from './schema.ts';

/** The columns of a {@link DatasetSummary}, of a dataset joined with its current revision. */
export const summaryColumns = {
  id: dataset.id,
  name: dataset.name,
  omicsType: datasetRevision.omicsType,
  profile: datasetRevision.profile,
  shape: datasetRevision.shape,
  features: datasetRevision.featureCount,
  columns: datasetRevision.columnCount,
  revision: dataset.revision,
  createdAt: dataset.createdAt,
  updatedAt: dataset.updatedAt,
};

/** What joins a dataset with its current revision. */
export const currentRevision = and(
  eq(datasetRevision.datasetId, dataset.id),
  eq(datasetRevision.revision, dataset.revision),
);

/** The datasets as they are now, newest first. */
export async function list(
  { queries }: Database,
  filter: { readonly omicsType?: OmicsType } = {},
): Promise<readonly DatasetSummary[]> {
  return await queries
    .select(summaryColumns)
    .from(dataset)
    .innerJoin(datasetRevision, currentRevision)
    .where(filter.omicsType === undefined ? undefined : eq(datasetRevision.omicsType, filter.omicsType))
    .orderBy(desc(dataset.createdAt), desc(dataset.id));
}
