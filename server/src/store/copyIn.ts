import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { PoolClient } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { untilAborted } from '../files/untilAborted.ts';
import { tellWhenSent } from './sentPieces.ts';

/** So much may wait for the server before the source is held back, in bytes; enough that neither waits for the other. */
const waitingBytes = 1024 * 1024;

/**
 * Copies rows in COPY's binary format into columns of a table, on a connection whose transaction is the caller's. When
 * `pieces` throws or `signal` is aborted the server is told, and it throws away what it was given.
 * `onSent` is told of each piece that the operating system has taken, whose memory may serve again.
 * `table` and `columns` are written into the statement, which takes no parameters: they are names from this program.
 * @returns how many rows the server took
 */
export async function copyIn(
  client: PoolClient,
  table: string,
  columns: readonly string[],
  pieces: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  signal?: AbortSignal,
  onSent?: (piece: Buffer) => void,
): Promise<number> {
  const names = columns.map((column) => `"${column}"`).join(', ');
  const sink = client.query(
    copyFrom(`COPY "${table}" (${names}) FROM STDIN (FORMAT binary)`, { highWaterMark: waitingBytes }),
  );
  if (onSent) tellWhenSent(sink, onSent);
  await pipeline(Readable.from(untilAborted(pieces, signal), { objectMode: true, highWaterMark: 1 }), sink);
  return sink.rowCount;
}
