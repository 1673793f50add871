import { toAmprentaError } from '#shared/errors.ts';
import type { OpenDatabase } from '../../compose.ts';
import { type Config, readConfig } from '../../config.ts';
import type { DatasetStore } from '../../ingest/datasetStore.ts';

/** The configured database, opened when it is first needed and kept open. */
export interface DatabaseSession {
  /**
   * Does something with the store. Where the database has gone away it is opened anew the next time.
   * @throws what opening throws, and what `use` throws
   */
  use<Result>(use: (store: DatasetStore, config: Config) => Promise<Result>): Promise<Result>;
  /** As people read it, without a password. @throws invalidInput where the configuration can't be read */
  name(): string;
  /** Ends the connections. */
  release(): Promise<void>;
}

/** A database that is open, or about to be. */
interface Opening {
  readonly config: Config;
  readonly database: Promise<OpenDatabase>;
}

/**
 * Starts a session without opening anything.
 * @param folder the workspace's folder, whose .env is read; null for the working directory
 * @param log told what takes time, and what is changed on disk
 */
export function startDatabaseSession(folder: string | null, log: (message: string) => void): DatabaseSession {
  let opening: Opening | null = null;

  const read = (): Config => readConfig(folder === null ? process.env : { ...process.env, INIT_CWD: folder });
  const open = (): Opening => {
    const config = read();
    // The driver takes a tenth of a second to load, which a server that only validates need not wait for.
    const database = import('../../compose.ts').then(({ openDatabase }) => openDatabase(config, { log }));
    const opened = { config, database };
    database.catch(() => forget(opened));
    return opened;
  };
  const forget = (gone: Opening): void => {
    if (opening === gone) opening = null;
  };
  const letGo = async ({ database }: Opening): Promise<void> => {
    await database.then(
      ({ release }) => release(),
      () => undefined,
    );
  };

  return {
    async use(use) {
      opening ??= open();
      const current = opening;
      const { store } = await current.database;
      try {
        return await use(store, current.config);
      } catch (thrown) {
        if (toAmprentaError(thrown).kind === 'unavailable' && opening === current) {
          opening = null;
          void letGo(current).catch((failure: unknown) => log(toAmprentaError(failure).message));
        }
        throw thrown;
      }
    },
    name() {
      const { database } = opening?.config ?? read();
      if (database.kind === 'embedded') return 'embedded Postgres';
      return `${database.user}@${database.host}:${database.port}/${database.database}`;
    },
    async release() {
      const current = opening;
      opening = null;
      if (current) await letGo(current);
    },
  };
}
