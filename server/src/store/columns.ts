import { and, asc, eq } from 'drizzle-orm';
import type { NodePgDatabase } from 'drizzle-orm/node-postgres';
import type { StoredColumn, StoredQuantity } from '../ingest/datasetStore.ts';
import type { Database } from './database.ts';
import { findRevision } from './revision.ts';
import { datasetColumn } from './schema.ts';

/** A stored column with what its quantity is told from. */
export type ColumnFacts = StoredColumn & Pick<typeof datasetColumn.$inferSelect, 'sampleOrdinal' | 'unit'>;

/** Which revision's columns are read. */
export interface ColumnsOf {
  readonly id: string;
  readonly revision: number;
}

/**
 * The columns of numbers of a dataset's current revision, in their order.
 * @throws notFound
 */
export async function readStoredColumns(database: Database, id: string): Promise<readonly StoredColumn[]> {
  const { revision } = await findRevision(database, id, undefined);
  const columns = await readColumns(database.queries, { id, revision });
  return columns.map(({ sampleOrdinal: _sample, unit: _unit, ...column }) => column);
}

/** The columns of a revision with all that is told of them, in their order. */
export async function readColumns(queries: NodePgDatabase, of: ColumnsOf): Promise<readonly ColumnFacts[]> {
  return await queries
    .select({
      ordinal: datasetColumn.ordinal,
      name: datasetColumn.name,
      role: datasetColumn.role,
      quantity: datasetColumn.quantity,
      primary: datasetColumn.isPrimary,
      scale: datasetColumn.scale,
      sampleOrdinal: datasetColumn.sampleOrdinal,
      unit: datasetColumn.unit,
    })
    .from(datasetColumn)
    .where(and(eq(datasetColumn.datasetId, of.id), eq(datasetColumn.revision, of.revision)))
    .orderBy(asc(datasetColumn.ordinal));
}

/** One entry a quantity, in the order of their first columns. */
export function quantitiesOf(columns: readonly ColumnFacts[]): readonly StoredQuantity[] {
  const found = new Map<string | null, { readonly first: ColumnFacts; readonly samples: Set<number | null> }>();
  for (const column of columns) {
    if (column.role !== 'sample') continue;
    const entry = found.get(column.quantity) ?? { first: column, samples: new Set() };
    entry.samples.add(column.sampleOrdinal);
    found.set(column.quantity, entry);
  }
  return [...found].map(([name, { first, samples }]) => ({
    name,
    primary: first.primary,
    unit: first.unit,
    scale: first.scale,
    samples: samples.size,
  }));
}

/** The names of the figures of comparisons, in their order. */
export const statisticsOf = (columns: readonly ColumnFacts[]): readonly string[] =>
  columns.filter(({ role }) => role === 'statistic').map(({ name }) => name);
