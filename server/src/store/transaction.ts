import pg from 'pg';
import { AmprentaError } from '#shared/errors.ts';
import { clientConfig } from './connect.ts';
import type { Database } from './database.ts';

/** How a transaction ends early, and how its end is made out when the server's answer got lost. */
export interface TransactionOptions<T> {
  readonly signal?: AbortSignal | undefined;
  /**
   * Asked when COMMIT failed: whether the work is there all the same. It may look only once the transaction has ended,
   * for which it can wait for a lock that the transaction holds.
   */
  readonly isCommitted: (result: T) => Promise<boolean>;
}

/**
 * Runs work in one transaction: it is committed, or rolled back before the rejection. An abort ends what runs on the
 * server at that moment. A connection on which anything failed is not used again.
 * @throws cancelled when `signal` is aborted
 */
export async function inTransaction<T>(
  database: Database,
  options: TransactionOptions<T>,
  work: (client: pg.PoolClient) => Promise<T>,
): Promise<T> {
  const { signal, isCommitted } = options;
  if (signal?.aborted) throw cancelled();
  const client = await database.pool.connect();
  let isSound = false;
  let cancelling: CancelOnAbort | null = null;
  try {
    await client.query('BEGIN');
    if (signal) cancelling = await cancelOnAbort(database, client, signal);
    const result = await work(client);
    if (signal?.aborted) throw cancelled();
    await commit(client, () => isCommitted(result));
    isSound = true;
    return result;
  } catch (thrown) {
    await client.query('ROLLBACK').catch(() => undefined);
    throw signal?.aborted ? cancelled(thrown) : thrown;
  } finally {
    const wasCancelled = (await cancelling?.end()) ?? false;
    client.release(!isSound || wasCancelled);
  }
}

async function commit(client: pg.PoolClient, isCommitted: () => Promise<boolean>): Promise<void> {
  try {
    await client.query('COMMIT');
  } catch (thrown) {
    // Without an answer nobody knows; the database does.
    if (!(await isCommitted().catch(() => false))) throw thrown;
  }
}

interface CancelOnAbort {
  /** Stops listening; true where a cancel request was sent, which has arrived by then. */
  end(): Promise<boolean>;
}

async function cancelOnAbort(database: Database, client: pg.PoolClient, signal: AbortSignal): Promise<CancelOnAbort> {
  const { rows } = await client.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
  const pid = rows[0]?.pid;
  let sent: Promise<void> | null = null;
  const onAbort = () => {
    sent = cancelBackend(database, pid);
  };
  signal.addEventListener('abort', onAbort, { once: true });
  if (signal.aborted) onAbort();
  return {
    async end() {
      signal.removeEventListener('abort', onAbort);
      await sent;
      return sent !== null;
    },
  };
}

/** On a connection of its own: the pool's may all be waiting for the very thing that is to be cancelled. */
async function cancelBackend(database: Database, pid: number | undefined): Promise<void> {
  const canceller = new pg.Client(clientConfig(database.target));
  canceller.on('error', () => undefined);
  try {
    await canceller.connect();
    await canceller.query('SELECT pg_cancel_backend($1)', [pid]);
  } catch {
    // The connection is lost, or there is none to be had; the work then ends by itself or with its connection.
  } finally {
    await canceller.end().catch(() => undefined);
  }
}

function cancelled(cause?: unknown): AmprentaError {
  return new AmprentaError('cancelled', 'Cancelled; nothing was stored.', { cause });
}
