import { and, asc, count, desc, eq, isNull, or, type SQL, sql } from 'drizzle-orm';
import type { DatasetSort } from '#shared/dataset.ts';
import type { DatasetQuery, DatasetSummary, OmicsCount } from '../ingest/datasetStore.ts';
import type { Database } from './database.ts';
import { missingDataset } from './missingDataset.ts';
import { dataset, datasetRevision } from './schema.ts';
import { isUuid } from './uuid.ts';

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

/** The datasets as they are now; the newest first unless the query says otherwise. */
export async function list({ queries }: Database, query: DatasetQuery = {}): Promise<readonly DatasetSummary[]> {
  const { sort = 'created', skip, limit } = query;
  const selected = queries
    .select(summaryColumns)
    .from(dataset)
    .innerJoin(datasetRevision, currentRevision)
    .where(and(ofOmicsType(query), matching(query)))
    // The id makes the order one and the same for every page.
    .orderBy(...orders[sort], desc(dataset.id))
    .$dynamic();
  if (limit !== undefined) selected.limit(limit);
  if (skip !== undefined) selected.offset(skip);
  return await selected;
}

/** How many datasets of each omics type there are as they are now. */
export async function countByOmicsType(
  { queries }: Database,
  filter: Pick<DatasetQuery, 'text'> = {},
): Promise<readonly OmicsCount[]> {
  return await queries
    .select({ omicsType: datasetRevision.omicsType, datasets: count() })
    .from(dataset)
    .innerJoin(datasetRevision, currentRevision)
    .where(matching(filter))
    .groupBy(datasetRevision.omicsType);
}

/**
 * One dataset as a list has it.
 * @throws notFound
 */
export async function find({ queries }: Database, id: string): Promise<DatasetSummary> {
  if (!isUuid(id)) throw missingDataset(id);
  const [found] = await queries
    .select(summaryColumns)
    .from(dataset)
    .innerJoin(datasetRevision, currentRevision)
    .where(eq(dataset.id, id));
  if (!found) throw missingDataset(id);
  return found;
}

const orders: Readonly<Record<DatasetSort, readonly SQL[]>> = {
  created: [desc(dataset.createdAt)],
  updated: [desc(dataset.updatedAt)],
  name: [asc(sql`lower(${dataset.name})`), asc(dataset.name)],
  features: [desc(datasetRevision.featureCount)],
};

function ofOmicsType({ omicsType }: DatasetQuery): SQL | undefined {
  if (omicsType === undefined) return undefined;
  return omicsType === null ? isNull(datasetRevision.omicsType) : eq(datasetRevision.omicsType, omicsType);
}

/** Layouts are matched as people read them, too: without their dashes. */
function matching({ text = '' }: Pick<DatasetQuery, 'text'>): SQL | undefined {
  const sought = text.trim().toLowerCase();
  if (sought === '') return undefined;
  return or(
    sql`strpos(lower(${dataset.name}), ${sought}) > 0`,
    sql`strpos(${datasetRevision.profile}, ${sought}) > 0`,
    sql`strpos(replace(${datasetRevision.profile}, '-', ' '), ${sought}) > 0`,
    sql`strpos(${dataset.id}::text, ${sought}) = 1`,
  );
}
