import { createHash } from 'node:crypto';
import type { PoolClient } from 'pg';

/**
 * The number of an advisory lock for a thing that has no row yet (`source`, `content`, `schema`). A chance hit of two
 * names on one number (1 in 2^64) would only make them wait for each other.
 */
export function lockNumber(noun: string, name: string): bigint {
  return createHash('sha256').update(`amprenta ${noun} ${name}`).digest().readBigInt64BE();
}

/** Takes advisory locks until the transaction ends; always in the order of their numbers, so that no two wait in a circle. */
export async function lockUntilEnd(client: PoolClient, numbers: readonly bigint[]): Promise<void> {
  for (const number of [...numbers].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0))) {
    await client.query('SELECT pg_advisory_xact_lock($1)', [number]);
  }
}
