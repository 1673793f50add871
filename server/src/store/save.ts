import { and, eq, sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/node-postgres';
import { AmprentaError } from '#shared/errors.ts';
import type { SaveResult } from '../ingest/datasetStore.ts';
import type { Draft, DraftFacts } from '../ingest/draft.ts';
import { lockNumber, lockUntilEnd } from './advisoryLock.ts';
import { notifyChange } from './changes.ts';
import type { Database } from './database.ts';
import { findPlace, followSource } from './place.ts';
import { newRevision, saveColumns, saveFacts } from './saveFacts.ts';
import { saveFile } from './saveFile.ts';
import { saveFindings } from './saveFindings.ts';
import { type SaveOptions, saveRows, type WrittenRows } from './saveRows.ts';
import { datasetFile } from './schema.ts';
import { noteSource } from './sources.ts';
import { inTransaction } from './transaction.ts';

/**
 * Stores a draft in one transaction: all of it or nothing. Whoever saves the same source or the same bytes at the same
 * time waits until the first is done, and then finds what the first has stored.
 * @throws cancelled when `options.signal` is aborted, conflict when the file's bytes are not the draft's any more
 */
export async function save(database: Database, draft: Draft, options: SaveOptions): Promise<SaveResult> {
  const source = lockNumber('source', draft.sourceKey);
  const content = lockNumber('content', draft.sha256);
  return await inTransaction<SaveResult>(
    database,
    {
      signal: options.signal,
      isCommitted: (result) => waitAndLook(database, content, draft.sha256, result),
    },
    async (client) => {
      await lockUntilEnd(client, [source, content]);
      const queries = drizzle(client);
      const place = await findPlace(queries, draft);
      if (place.status === 'unchanged') {
        await followSource(queries, place, draft.sourceKey);
      } else {
        const revision = newRevision(place);
        const written = await saveRows(client, revision, draft, options);
        const facts = draft.facts();
        checkRows(written, facts, draft.path);
        await saveFacts(queries, revision, draft, facts);
        await saveColumns(client, revision, facts);
        await saveFindings(client, revision, facts, options.signal);
        await saveFile(client, revision, draft, options.signal);
      }
      await noteSource(queries, place, { key: draft.sourceKey, path: draft.path });
      await notifyChange(queries);
      return { datasetId: place.datasetId, status: place.status, revision: place.revision };
    },
  );
}

/** @throws bug where the rows are not those that the draft tells of */
function checkRows({ rows, columns, annotations }: WrittenRows, facts: DraftFacts, path: string): void {
  if (rows !== facts.rowCount) {
    throw new AmprentaError(
      'bug',
      `${path}: ${rows} rows came and ${facts.rowCount} were counted; nothing was stored. Please report this.`,
    );
  }
  if (rows > 0 && (columns !== facts.columns.length || annotations !== facts.annotationColumns.length)) {
    throw new AmprentaError(
      'bug',
      `${path}: the rows do not have one cell a column; nothing was stored. Please report this.`,
    );
  }
}

/** Waits for the transaction's lock, which comes free however it ended, and looks whether the revision is there. */
async function waitAndLook(database: Database, lock: bigint, sha256: string, result: SaveResult): Promise<boolean> {
  // What was there before proves nothing.
  if (result.status === 'unchanged') return false;
  return await database.queries.transaction(async (queries) => {
    await queries.execute(sql`SELECT pg_advisory_xact_lock(${lock})`);
    const found = await queries
      .select({ revision: datasetFile.revision })
      .from(datasetFile)
      .where(
        and(
          eq(datasetFile.datasetId, result.datasetId),
          eq(datasetFile.revision, result.revision),
          eq(datasetFile.sha256, sha256),
        ),
      );
    return found.length > 0;
  });
}
