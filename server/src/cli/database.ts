import { AmprentaError } from '#shared/errors.ts';
import { type Config, readConfig } from '../config.ts';
import type { DatasetStore } from '../ingest/datasetStore.ts';
import { CommandFailure, exitCodes } from './exit.ts';
import type { Terminal } from './terminal.ts';

/**
 * Opens the configured database for as long as `use` takes. What `use` does not find there is "nothing found by id", where
 * a database that is not found is a command that could not be attempted.
 */
export async function withStore<Result>(
  terminal: Terminal,
  use: (store: DatasetStore, config: Config) => Promise<Result>,
  signal?: AbortSignal,
): Promise<Result> {
  const config = readConfig();
  // The driver takes a tenth of a second to load, which commands without a database need not wait for.
  const { openDatabase } = await import('../compose.ts');
  const database = await openDatabase(config, { log: terminal.note, ...(signal ? { signal } : {}) });
  try {
    return await use(database.store, config);
  } catch (thrown) {
    if (!(thrown instanceof AmprentaError) || thrown.kind !== 'notFound') throw thrown;
    throw new CommandFailure(exitCodes.found, thrown.kind, thrown.message, { cause: thrown });
  } finally {
    await database.release();
  }
}
