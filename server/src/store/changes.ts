import { sql } from 'drizzle-orm';
import type { NodePgDatabase } from 'drizzle-orm/node-postgres';
import { clientConfig, openClient } from './client.ts';
import type { Database } from './database.ts';

/** The channel on which changes of datasets are told; fixed, because it is part of what databases of all versions share. */
const channel = 'amprenta_datasets';

/** Who is told of changes by anyone who uses the same database. */
export interface ChangeListener {
  readonly onChange: () => void;
  /** The connection is gone; nothing more is told. */
  readonly onLost: () => void;
}

/** Tells everyone who watches, when the transaction commits. */
export async function notifyChange(queries: NodePgDatabase): Promise<void> {
  await queries.execute(sql`SELECT pg_notify(${channel}, '')`);
}

/**
 * Listens on a connection of its own until it is closed.
 * @throws the driver's error where no connection can be made
 */
export async function watchChanges(
  { target }: Database,
  listener: ChangeListener,
): Promise<{ close(): Promise<void> }> {
  const client = await openClient(clientConfig(target));
  let isOver = false;
  client.on('notification', () => {
    if (!isOver) listener.onChange();
  });
  client.on('end', () => {
    if (isOver) return;
    isOver = true;
    listener.onLost();
  });
  const close = async (): Promise<void> => {
    isOver = true;
    await client.end().catch(() => undefined);
  };
  try {
    await client.query(`LISTEN ${channel}`);
    return { close };
  } catch (thrown) {
    await close();
    throw thrown;
  }
}
