import { drizzle } from 'drizzle-orm/node-postgres';
import type { DatasetStore } from '../ingest/datasetStore.ts';
import { watchChanges } from './changes.ts';
import { readStoredColumns } from './columns.ts';
import { connect } from './connect.ts';
import { deleteDataset, findContent } from './content.ts';
import { type Database, toStoreError } from './database.ts';
import { outline, show } from './details.ts';
import { countByOmicsType, find, list } from './listing.ts';
import { listFindings, listSamples } from './lists.ts';
import { readMatrix } from './matrix.ts';
import { migrate } from './migrate.ts';
import { readOriginal } from './original.ts';
import { rankRows } from './ranking.ts';
import { save } from './save.ts';
import { readSourceStates } from './sourceStates.ts';
import type { ServerTarget } from './target.ts';

/**
 * Opens the store of datasets in a Postgres database, whose schema is brought up to date first.
 * @throws unavailable, unauthorized, notConfigured or notFound where the database can't be used; conflict where a newer
 * version of the program set it up
 */
export async function openStore(target: ServerTarget): Promise<DatasetStore> {
  const pool = await connect(target);
  const database: Database = { target, pool, queries: drizzle(pool) };
  const told = async <T>(work: Promise<T>): Promise<T> => {
    try {
      return await work;
    } catch (thrown) {
      throw toStoreError(thrown, target);
    }
  };
  try {
    await told(migrate(database));
  } catch (thrown) {
    await pool.end();
    throw thrown;
  }
  return {
    findContent: (sha256) => told(findContent(database, sha256)),
    save: (draft, options = {}) => told(save(database, draft, options)),
    list: (query) => told(list(database, query)),
    countByOmicsType: (filter) => told(countByOmicsType(database, filter)),
    find: (id) => told(find(database, id)),
    show: (id) => told(show(database, id)),
    outline: (id) => told(outline(database, id)),
    columns: (id) => told(readStoredColumns(database, id)),
    samples: (id, page) => told(listSamples(database, id, page)),
    findings: (id, page) => told(listFindings(database, id, page)),
    rankRows: (id, ranking, limit) => told(rankRows(database, id, ranking, limit)),
    async *original(id, revision) {
      try {
        yield* readOriginal(database, id, revision);
      } catch (thrown) {
        throw toStoreError(thrown, target);
      }
    },
    sourceStates: (keys) => told(readSourceStates(database, keys)),
    watch: (listener) => told(watchChanges(database, listener)),
    matrix: (id, revision) => told(readMatrix(database, id, revision)),
    delete: (id) => told(deleteDataset(database, id)),
    close: () => pool.end(),
  };
}
