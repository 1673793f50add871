import { DrizzleQueryError } from 'drizzle-orm/errors';
import type { NodePgDatabase } from 'drizzle-orm/node-postgres';
import type pg from 'pg';
import type { AmprentaError } from '#shared/errors.ts';
import { toPostgresError } from './connectionError.ts';
import type { ServerTarget } from './target.ts';

/** An open database: its pool, and the same for queries that drizzle builds. */
export interface Database {
  readonly target: ServerTarget;
  readonly pool: pg.Pool;
  readonly queries: NodePgDatabase;
}

/** Turns whatever a query threw into the error that a person reads; it tells neither the query nor its parameters. */
export function toStoreError(thrown: unknown, target: ServerTarget): AmprentaError {
  // drizzle's own message prints the query with its parameters.
  return toPostgresError(thrown instanceof DrizzleQueryError ? (thrown.cause ?? thrown.name) : thrown, target);
}
