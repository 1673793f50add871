/** The only place that builds adapters: everything else is handed ports. */
import type { Config, ConfiguredDatabase } from './config.ts';
import type { DatasetStore } from './ingest/datasetStore.ts';
import { defaultDataDir } from './store/embedded/dataDir.ts';
import {
  commandIdleMs,
  type EmbeddedStatus,
  embeddedStatus,
  openEmbedded,
  stopEmbedded,
} from './store/embedded/embeddedServer.ts';
import { openStore } from './store/postgresStore.ts';
import { reportServer, type ServerReport } from './store/serverReport.ts';
import type { DatabaseTarget, ServerTarget } from './store/target.ts';

/** How a database is opened. */
export interface OpenOptions {
  /** Told what takes time, and what is changed on disk. */
  readonly log: (message: string) => void;
  readonly signal?: AbortSignal;
}

/** The configured database, open. */
export interface OpenDatabase {
  readonly store: DatasetStore;
  /** Ends the connections and leaves the embedded server, which stops by itself when nobody uses it. */
  release(): Promise<void>;
}

/** A server that answers, for as long as it is not released. */
interface ReachedServer {
  readonly target: ServerTarget;
  release(): Promise<void>;
}

/**
 * Opens the configured database: the user's own, or the embedded one, which is made and started where that is needed.
 * @throws unavailable, unauthorized, notConfigured or notFound, saying what was tried and what to do; cancelled on abort
 */
export async function openDatabase(
  { database }: Pick<Config, 'database'>,
  options: OpenOptions,
): Promise<OpenDatabase> {
  const server = await reachServer(databaseTarget(database), options);
  try {
    const store = await openStore(server.target);
    return {
      store,
      async release() {
        await store.close();
        await server.release();
      },
    };
  } catch (thrown) {
    await server.release();
    throw thrown;
  }
}

/** Where the configured database is, with the embedded server's own folder where none is set. */
export function databaseTarget(database: ConfiguredDatabase): DatabaseTarget {
  if (database.kind === 'server') return database;
  return { kind: 'embedded', dataDir: database.dataDir ?? defaultDataDir() };
}

async function reachServer(target: DatabaseTarget, { log, signal }: OpenOptions): Promise<ReachedServer> {
  if (target.kind === 'server') return { target, release: async () => undefined };
  return openEmbedded(target.dataDir, { stopAfterIdleMs: commandIdleMs, log, signal });
}

/**
 * Reaches the server of the configured database and asks for its version and its schema.
 * @throws as {@link openDatabase}
 */
export async function inspectDatabase(
  { database }: Pick<Config, 'database'>,
  options: OpenOptions,
): Promise<ServerReport> {
  const server = await reachServer(databaseTarget(database), options);
  try {
    return await reportServer(server.target);
  } finally {
    await server.release();
  }
}

/** The embedded server of a data folder, in the hands of a person. */
export interface EmbeddedControl {
  /** Starts nothing. */
  status(): Promise<EmbeddedStatus>;
  /** Starts it to stay until it is stopped by hand, or until the machine ends. */
  start(options: OpenOptions): Promise<void>;
  /** Stops it whoever uses it; answers whether there was one, and how many used it. */
  stop(): Promise<{ readonly stopped: boolean; readonly users: number }>;
}

/** Gives the embedded server of a data folder into the hands of a person. */
export function controlEmbedded(dataDir: string): EmbeddedControl {
  return {
    status: () => embeddedStatus(dataDir),
    async start({ log, signal }) {
      const server = await openEmbedded(dataDir, { stopAfterIdleMs: commandIdleMs, keepRunning: true, log, signal });
      await server.release();
    },
    stop: () => stopEmbedded(dataDir),
  };
}
