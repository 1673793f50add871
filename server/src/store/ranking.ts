import { sql } from 'drizzle-orm';
import type { RankedRow, Ranking } from '../ingest/datasetStore.ts';
import type { Database } from './database.ts';
import { findRevision } from './revision.ts';
import { datasetFeature } from './schema.ts';

/**
 * The rows of a dataset as it is now that come first in a ranking; equal ones in the table's order.
 * @throws notFound
 */
export async function rankRows(
  database: Database,
  id: string,
  ranking: Ranking,
  limit: number,
): Promise<readonly RankedRow[]> {
  const { revision } = await findRevision(database, id, undefined);
  const { rows } = await database.queries.execute<{ name: string; figure: number }>(
    ranking.by === 'smallest'
      ? smallestFirst(id, revision, ranking.column, limit)
      : largestSpreadFirst(id, revision, ranking, limit),
  );
  return rows.map(({ name, figure }) => ({ name, figure }));
}

/** Arrays count from 1. */
function smallestFirst(id: string, revision: number, column: number, limit: number) {
  const figure = sql`${datasetFeature.values}[${column + 1}::integer]`;
  return sql`
    SELECT ${datasetFeature.rawName} AS name, ${figure} AS figure FROM ${datasetFeature}
    WHERE ${datasetFeature.datasetId} = ${id} AND ${datasetFeature.revision} = ${revision} AND ${figure} IS NOT NULL
    ORDER BY ${figure}, ${datasetFeature.rowIndex} LIMIT ${limit}`;
}

function largestSpreadFirst(
  id: string,
  revision: number,
  { columns, ofLogarithms }: Extract<Ranking, { readonly by: 'spread' }>,
  limit: number,
) {
  const [first, last] = [Math.min(...columns), Math.max(...columns)];
  const slice = sql`${datasetFeature.values}[${first + 1}::integer:${last + 1}::integer]`;
  // Most tables have a quantity's columns side by side. bigint, as ordinals are, so that they are looked up by hash.
  const places = sql`${sql.param(columns.map((column) => column - first + 1))}::bigint[]`;
  const isOne = last - first + 1 === columns.length ? sql`true` : sql`value.ordinal = ANY (${places})`;
  const value = sql`value.number`;
  // The logarithm of a number that is not positive would be an error.
  const counted = ofLogarithms ? sql`CASE WHEN ${value} > 0 THEN ln(${value}) / ln(2::float8) END` : value;
  return sql`
    SELECT ${datasetFeature.rawName} AS name, spread.figure AS figure
    FROM ${datasetFeature}
    CROSS JOIN LATERAL (
      SELECT stddev_samp(${counted}) AS figure, count(${counted}) AS present
      FROM unnest(${slice}) WITH ORDINALITY AS value (number, ordinal)
      WHERE ${isOne}
    ) AS spread
    WHERE ${datasetFeature.datasetId} = ${id} AND ${datasetFeature.revision} = ${revision}
      AND spread.figure IS NOT NULL AND 2 * spread.present >= ${columns.length}
    ORDER BY spread.figure DESC, ${datasetFeature.rowIndex} LIMIT ${limit}`;
}
