import { isDeepStrictEqual } from 'node:util';
import { toAmprentaError } from '#shared/errors.ts';
import type { OpenDatabase } from '../../compose.ts';
import type { Secrets } from '../../config/settingText.ts';
import { type Config, readConfig } from '../../config.ts';
import type { Environment } from '../../files/givenPath.ts';
import type { DatasetStore } from '../../ingest/datasetStore.ts';

/** The configured database, opened when it is first needed and kept open. */
export interface DatabaseSession {
  /**
   * Does something with the store. Where the database has gone away it is opened anew the next time.
   * @throws what opening throws, and what `use` throws
   */
  use<Result>(use: (store: DatasetStore, config: Config) => Promise<Result>): Promise<Result>;
  /** In which the configuration is read. */
  readonly environment: Environment;
  /** Whether the database is open, or being opened. */
  isOpen(): boolean;
  /** As people read it, without a password. @throws invalidInput where the configuration can't be read */
  name(): string;
  /** Whether it is a server of the person's own. @throws as name */
  isOwnServer(): boolean;
  /**
   * Takes what the editor keeps as secrets. Where that changes the configuration, an open database is left when what is
   * under way there has ended, and the next use opens anew.
   */
  setSecrets(secrets: Secrets): void;
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
  /** What is under way there. */
  readonly uses: Set<Promise<unknown>>;
}

/**
 * Starts a session without opening anything.
 * @param folder the workspace's folder, whose .env is read; null for the working directory
 */
export function startDatabaseSession(
  folder: string | null,
  { log, onChange, onLost }: SessionListener,
): DatabaseSession {
  const environment: Environment = folder === null ? process.env : { ...process.env, INIT_CWD: folder };
  /** Databases that are being left. */
  const leaving = new Set<Promise<void>>();
  let opening: Opening | null = null;
  let secrets: Secrets = {};

  const read = (): Config => readConfig(environment, secrets);
  const open = (): Opening => {
    const config = read();
    // The driver takes a tenth of a second to load, which a server that only validates need not wait for.
    const database = import('../../compose.ts').then(({ openDatabase }) => openDatabase(config, { log }));
    const watching = database.then((reached) => watched(reached, () => lose(opened)));
    const opened: Opening = { config, database: watching, uses: new Set() };
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
    leave(gone);
    onLost();
  };
  /** A configuration that can't be read any more is told by the next use. */
  const isSame = (config: Config): boolean => {
    try {
      return isDeepStrictEqual(read(), config);
    } catch {
      return false;
    }
  };
  const forget = (gone: Opening): void => {
    if (opening === gone) opening = null;
  };
  /** The next use opens anew; nobody waits for the old one to be gone. */
  const leave = (left: Opening, until: Promise<unknown> = Promise.resolve()): void => {
    forget(left);
    const gone = until
      .then(() => letGo(left))
      .catch((failure: unknown) => log(toAmprentaError(failure).message))
      .finally(() => leaving.delete(gone));
    leaving.add(gone);
  };
  const letGo = async ({ database }: Opening): Promise<void> => {
    await database.then(
      ({ release }) => release(),
      () => undefined,
    );
  };

  return {
    environment,
    async use(use) {
      opening ??= open();
      const current = opening;
      const using = current.database.then(({ store }) => use(store, current.config));
      current.uses.add(using);
      try {
        return await using;
      } catch (thrown) {
        if (toAmprentaError(thrown).kind === 'unavailable' && opening === current) leave(current);
        throw thrown;
      } finally {
        current.uses.delete(using);
      }
    },
    isOpen: () => opening !== null,
    name() {
      const { database } = opening?.config ?? read();
      if (database.kind === 'embedded') return 'embedded Postgres';
      return `${database.user}@${database.host}:${database.port}/${database.database}`;
    },
    isOwnServer: () => (opening?.config ?? read()).database.kind === 'server',
    setSecrets(given) {
      secrets = given;
      const current = opening;
      if (current !== null && !isSame(current.config)) leave(current, Promise.allSettled(current.uses));
    },
    async release() {
      const current = opening;
      opening = null;
      await Promise.all(leaving);
      if (current) await letGo(current);
    },
  };
}
