import { AmprentaError } from '#shared/errors.ts';
import type {
  DatasetContents,
  DatasetGroup,
  DatasetItem,
  DatasetPageParams,
  FindingItem,
  ListDatasetsParams,
  Page,
  SampleItem,
  TopFeatures,
} from '#shared/protocol/datasets.ts';
import { findTopFeatures } from '../../explore/topFeatures.ts';
import type { DatasetSummary } from '../../ingest/datasetStore.ts';
import type { DatabaseSession } from './databaseSession.ts';

const longestPage = 1_000;

/** The omics types that have datasets with this text, counted. @throws as opening the database */
export function groupItems(session: DatabaseSession, text: string): Promise<readonly DatasetGroup[]> {
  return session.use((store) => store.countByOmicsType({ text }));
}

/** A stretch of the datasets. @throws invalidInput, and as opening the database */
export async function listItems(session: DatabaseSession, params: ListDatasetsParams): Promise<readonly DatasetItem[]> {
  const { text, omicsType, sort } = params;
  const query = { text, sort, ...(omicsType !== undefined && { omicsType }), ...usablePage(params) };
  return (await session.use((store) => store.list(query))).map(itemOf);
}

/** One dataset. @throws notFound, and as opening the database */
export async function findItem(session: DatabaseSession, id: string): Promise<DatasetItem> {
  return itemOf(await session.use((store) => store.find(id)));
}

/** What the explorer shows of one dataset before its lists are opened. @throws notFound, and as opening the database */
export async function showContents(session: DatabaseSession, id: string): Promise<DatasetContents> {
  const { samples, quantities, statistics, findings, sources } = await session.use((store) => store.outline(id));
  return {
    samples,
    quantities: quantities.map(({ name, primary, samples: count }) => ({ name, primary, samples: count })),
    statistics,
    findings,
    sources: sources.map(({ path, revision, sha256 }) => ({ path, revision, sha256 })),
  };
}

/** A stretch of a dataset's samples. @throws notFound, invalidInput, and as opening the database */
export async function listSampleItems(
  session: DatabaseSession,
  params: DatasetPageParams,
): Promise<readonly SampleItem[]> {
  const found = await session.use((store) => store.samples(params.id, usablePage(params)));
  return found.map(({ ordinal: _ordinal, ...item }) => item);
}

/** A stretch of a dataset's findings. @throws notFound, invalidInput, and as opening the database */
export async function listFindingItems(
  session: DatabaseSession,
  params: DatasetPageParams,
): Promise<readonly FindingItem[]> {
  const found = await session.use((store) => store.findings(params.id, usablePage(params)));
  return found.map(({ code, severity, line, column, message }) => ({ code, severity, line, column, message }));
}

/** The features of a dataset that stand out. @throws notFound, and as opening the database */
export function listTopItems(session: DatabaseSession, id: string, limit: number): Promise<TopFeatures> {
  return session.use((store) => findTopFeatures(store, id, Math.min(limit, longestPage)));
}

function usablePage({ skip, limit }: Page): Page {
  const isUsable = Number.isInteger(skip) && skip >= 0 && Number.isInteger(limit) && limit >= 0 && limit <= longestPage;
  if (isUsable) return { skip, limit };
  throw new AmprentaError('invalidInput', `A list is read in stretches of up to ${longestPage} entries, from 0 on.`);
}

function itemOf(dataset: DatasetSummary): DatasetItem {
  const { id, name, omicsType, profile, features, columns, revision, createdAt, updatedAt } = dataset;
  const times = { createdAt: createdAt.toISOString(), updatedAt: updatedAt.toISOString() };
  return { id, name, omicsType, profile, features, columns, revision, ...times };
}
