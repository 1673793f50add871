import { connect } from './connect.ts';
import { toStoreError } from './database.ts';
import { countMigrations } from './migrate.ts';
import type { ServerTarget } from './target.ts';

/** What a server says of itself, and how far the schema of its database is. */
export interface ServerReport {
  /** As the server gives it: `18.1 (Debian 18.1-1.pgdg13+1)`. */
  readonly version: string;
  /** Migrations that this program knows, and those of them that the database has. */
  readonly migrations: { readonly known: number; readonly applied: number };
}

/**
 * Asks a server for its version and its schema; changes nothing but that a missing database is made.
 * @throws unavailable, unauthorized, notConfigured or notFound, with the guide's four checks
 */
export async function reportServer(target: ServerTarget): Promise<ServerReport> {
  const pool = await connect(target, { maxConnections: 1 });
  try {
    const { rows } = await pool.query<{ version: string }>("SELECT current_setting('server_version') AS version");
    return { version: rows[0]?.version ?? 'unknown', migrations: await countMigrations({ pool }) };
  } catch (thrown) {
    throw toStoreError(thrown, target);
  } finally {
    await pool.end();
  }
}
