import { and, count, eq } from 'drizzle-orm';
import type { NodePgDatabase } from 'drizzle-orm/node-postgres';
import type { DatasetDetails, DatasetOutline } from '../ingest/datasetStore.ts';
import { type ColumnsOf, quantitiesOf, readColumns, statisticsOf } from './columns.ts';
import type { Database } from './database.ts';
import { currentRevision, summaryColumns } from './listing.ts';
import { readFindings, readSamples, readSources } from './lists.ts';
import { missingDataset } from './missingDataset.ts';
import { dataset, datasetFinding, datasetRevision, sample } from './schema.ts';
import { isUuid } from './uuid.ts';

const moment = { isolationLevel: 'repeatable read', accessMode: 'read only' } as const;

/**
 * Everything about a dataset's current revision but its values, as of one moment.
 * @throws notFound
 */
export async function show({ queries }: Database, id: string): Promise<DatasetDetails> {
  if (!isUuid(id)) throw missingDataset(id);
  return await queries.transaction((reading) => readDetails(reading, id), moment);
}

/**
 * The same in numbers, without its lists, as of one moment.
 * @throws notFound
 */
export async function outline({ queries }: Database, id: string): Promise<DatasetOutline> {
  if (!isUuid(id)) throw missingDataset(id);
  return await queries.transaction(async (reading) => {
    const [current] = await reading
      .select({ id: dataset.id, revision: dataset.revision })
      .from(dataset)
      .where(eq(dataset.id, id));
    if (!current) throw missingDataset(id);
    return await readOutline(reading, current);
  }, moment);
}

async function readDetails(queries: NodePgDatabase, id: string): Promise<DatasetDetails> {
  const [facts] = await queries
    .select({
      ...summaryColumns,
      confidence: datasetRevision.confidence,
      evidence: datasetRevision.evidence,
      encoding: datasetRevision.encoding,
      delimiter: datasetRevision.delimiter,
      overrides: datasetRevision.overrides,
      taxon: datasetRevision.taxon,
      organism: datasetRevision.organism,
      organismEvidence: datasetRevision.organismEvidence,
      rows: datasetRevision.rowCount,
      values: datasetRevision.valueCount,
      missingFraction: datasetRevision.missingFraction,
    })
    .from(dataset)
    .innerJoin(datasetRevision, currentRevision)
    .where(eq(dataset.id, id));
  if (!facts) throw missingDataset(id);
  const columns = await readColumns(queries, facts);
  return {
    ...facts,
    samples: await readSamples(queries, facts),
    quantities: quantitiesOf(columns),
    statistics: statisticsOf(columns),
    findings: await readFindings(queries, facts),
    sources: await readSources(queries, id),
  };
}

async function readOutline(queries: NodePgDatabase, of: ColumnsOf): Promise<DatasetOutline> {
  const columns = await readColumns(queries, of);
  const ofRevision = and(eq(datasetFinding.datasetId, of.id), eq(datasetFinding.revision, of.revision));
  const findings = await queries
    .select({ severity: datasetFinding.severity, found: count() })
    .from(datasetFinding)
    .where(ofRevision)
    .groupBy(datasetFinding.severity);
  const counted = new Map(findings.map(({ severity, found }) => [severity, found]));
  return {
    samples: await queries.$count(sample, and(eq(sample.datasetId, of.id), eq(sample.revision, of.revision))),
    quantities: quantitiesOf(columns),
    statistics: statisticsOf(columns),
    findings: {
      error: counted.get('error') ?? 0,
      warning: counted.get('warning') ?? 0,
      information: counted.get('information') ?? 0,
    },
    sources: await readSources(queries, of.id),
  };
}
