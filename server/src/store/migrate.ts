import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { PoolClient } from 'pg';
import { z } from 'zod';
import { AmprentaError } from '#shared/errors.ts';
import { lockNumber, lockUntilEnd } from './advisoryLock.ts';
import { triedText } from './connectionError.ts';
import type { Database } from './database.ts';
import { readDriverError } from './driverError.ts';

/** drizzle-kit's list of migrations, oldest first. */
const journalSchema = z.object({ entries: z.array(z.object({ tag: z.string() })) });

const undefinedTable = '42P01';

/** Beside this file, in the source tree as in the bundle; one up, where a bundle keeps its chunks in a folder. */
function migrationsFolder(): string {
  const folders = ['./migrations/', '../migrations/'].map((name) => fileURLToPath(new URL(name, import.meta.url)));
  const found = folders.find((folder) => existsSync(`${folder}meta/_journal.json`));
  if (found === undefined) {
    throw new AmprentaError('bug', `The migrations are missing: neither ${folders.join(' nor ')} has them. Reinstall.`);
  }
  return found;
}

/**
 * Brings a database to the schema that this program knows; one query where it is there already. Any number of processes
 * may do it at once, and it is all done or nothing.
 * @param last tag of the last migration to run; the newest unless told
 * @throws conflict where a newer version of the program set the database up
 */
export async function migrate(database: Database, last?: string): Promise<void> {
  const folder = migrationsFolder();
  const tags = readJournal(folder);
  const wanted = last === undefined ? tags : tags.slice(0, tags.indexOf(last) + 1);
  if (missing(wanted, await readApplied(database), tags, database).length === 0) return;
  const client = await database.pool.connect();
  let isSound = false;
  try {
    await client.query('BEGIN');
    // drizzle-kit writes some names with the schema and some without.
    await client.query('SET LOCAL search_path TO public');
    await lockUntilEnd(client, [lockNumber('schema', 'migrations')]);
    await client.query(
      'CREATE TABLE IF NOT EXISTS amprenta_migration (tag text PRIMARY KEY, applied_at timestamptz NOT NULL DEFAULT now())',
    );
    for (const tag of missing(wanted, await readTags(client), tags, database)) {
      await apply(client, tag, readFileSync(`${folder}${tag}.sql`, 'utf8'));
    }
    await client.query('COMMIT');
    isSound = true;
  } finally {
    // A connection that is closed within a transaction takes it back.
    client.release(!isSound);
  }
}

/** How many migrations this program knows, and how many of them a database has; changes nothing. */
export async function countMigrations(
  database: Pick<Database, 'pool'>,
): Promise<{ readonly known: number; readonly applied: number }> {
  const known = readJournal(migrationsFolder());
  const applied = await readApplied(database);
  return { known: known.length, applied: known.filter((tag) => applied.includes(tag)).length };
}

function readJournal(folder: string): readonly string[] {
  const journal = journalSchema.parse(JSON.parse(readFileSync(`${folder}meta/_journal.json`, 'utf8')));
  return journal.entries.map(({ tag }) => tag);
}

async function readApplied(database: Pick<Database, 'pool'>): Promise<readonly string[]> {
  try {
    return await readTags(database.pool);
  } catch (thrown) {
    if (readDriverError(thrown)?.code === undefinedTable) return [];
    throw thrown;
  }
}

async function readTags(queryable: Pick<PoolClient, 'query'>): Promise<readonly string[]> {
  const { rows } = await queryable.query<{ tag: string }>('SELECT tag FROM amprenta_migration');
  return rows.map(({ tag }) => tag);
}

async function apply(client: PoolClient, tag: string, text: string): Promise<void> {
  for (const statement of text.split('--> statement-breakpoint')) await client.query(statement);
  await client.query('INSERT INTO amprenta_migration (tag) VALUES ($1)', [tag]);
}

function missing(
  wanted: readonly string[],
  applied: readonly string[],
  known: readonly string[],
  { target }: Database,
): readonly string[] {
  const unknown = applied.find((tag) => !known.includes(tag));
  if (unknown !== undefined) {
    throw new AmprentaError(
      'conflict',
      `The database was set up by a newer version of this program (${unknown}), which this one could damage. ` +
        `Update this program, or name another database. ${triedText(target)}`,
    );
  }
  return wanted.filter((tag) => !applied.includes(tag));
}
