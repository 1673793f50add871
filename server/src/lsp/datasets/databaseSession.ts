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
  /** Whether the database is open, or being opened. */
  isOpen(): boolean;
  /** As people read it, without a password. @throws invalidInput where the configuration can't be read */
  name(): string;
  /** Ends the connections. */
  release(): Promise<void>;
}

/** Who is told of what others do with the database. */
export interface SessionListener {
  /** Told what takes time, and what is changed on disk. */
  readonly log: (message: string) => void;
  /** Datasets were stored, changed or removed by anyone. */
  readonly onChange: () => void;
  /** The database that was open went away. */
  readonly onLost: () => void;
}

/** A database that is open, or about to be. */
interface Opening {
  readonly config: Config;
  readonly database: Promise<OpenDatabase>;
}

/**
 * Starts a session without opening anything.
 * @param folder the workspace's folder, whose .env is read; null for the working directory
 */
export function startDatabaseSession(
  folder: string | null,
  { log, onChange, onLost }: SessionListener,
): DatabaseSession {
  let opening: Opening | null = null;

  const read = (): Config => readConfig(folder === null ? process.env : { ...process.env, INIT_CWD: folder });
  const open = (): Opening => {
    const config = read();
    // The driver takes a tenth of a second to load, which a server that only validates need not wait for.
    const database = import('../../compose.ts').then(({ openDatabase }) => openDatabase(config, { log }));
    const opened: Opening = { config, database: database.then((reached) => watched(reached, () => lose(opened))) };
    opened.database.catch(() => forget(opened));
    return opened;
  };
  /** An open database that tells of changes until it is released. */
  const watched = async (reached: OpenDatabase, onGone: () => void): Promise<OpenDatabase> => {
    try {
      const watch = await reached.store.watch({ onChange, onLost: onGone });
      return {
        store: reached.store,
        async release() {
          await watch.close();
          await reached.release();
        },
      };
    } catch (thrown) {
      await reached.release();
      throw thrown;
    }
  };
  const lose = (gone: Opening): void => {
    if (opening !== gone) return;
    opening = null;
    void letGo(gone).catch((failure: unknown) => log(toAmprentaError(failure).message));
    onLost();
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
    isOpen: () => opening !== null,
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
