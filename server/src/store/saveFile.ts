import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { constants, zstdCompress } from 'node:zlib';
import type { PoolClient } from 'pg';
import { AmprentaError } from '#shared/errors.ts';
import type { Draft } from '../ingest/draft.ts';
import { BinaryRows } from './copyBinary.ts';
import { copyIn } from './copyIn.ts';
import type { NewRevision } from './saveFacts.ts';

/** So much of the file makes one chunk: small enough to hold, large enough that zstd finds what repeats. */
const chunkBytes = 1024 * 1024;

/** Of tables of numbers, level 1 made 1 MB 2.2 times smaller in 3 ms; the default level 3 made it 2.1 times smaller in 18 ms. */
const compression = { params: { [constants.ZSTD_c_compressionLevel]: 1 } };

const compress = promisify(zstdCompress);
const columnNames = ['dataset_id', 'revision', 'ordinal', 'bytes'];

/**
 * Writes the file's bytes, and makes sure that they are those the draft was made from.
 * @throws conflict where the file has other bytes by now
 */
export async function saveFile(
  client: PoolClient,
  of: NewRevision,
  draft: Draft,
  signal: AbortSignal | undefined,
): Promise<void> {
  const hash = createHash('sha256');
  const rows = new BinaryRows(2 * chunkBytes);
  await copyIn(
    client,
    'dataset_file_chunk',
    columnNames,
    chunkPieces(rows, of, draft, hash, signal),
    signal,
    rows.giveBack,
  );
  if (hash.digest('hex') === draft.sha256) return;
  throw new AmprentaError(
    'conflict',
    `${draft.path} changed while it was read; nothing was stored. Ingest it again when it is written completely.`,
  );
}

async function* chunkPieces(
  rows: BinaryRows,
  of: NewRevision,
  draft: Draft,
  hash: { update(bytes: Uint8Array): void },
  signal: AbortSignal | undefined,
): AsyncGenerator<Buffer> {
  let ordinal = 0;
  for await (const bytes of compressed(draft.bytes(signal), hash)) {
    rows.row(columnNames.length);
    rows.revision(of);
    rows.integer(ordinal++);
    rows.bytes(bytes);
    yield* rows.take();
  }
  yield* rows.end();
}

/** Compresses a chunk, in a thread of its own, while the next one is read and hashed. */
async function* compressed(
  source: AsyncIterable<Uint8Array>,
  hash: { update(bytes: Uint8Array): void },
): AsyncGenerator<Buffer> {
  let ahead: Promise<Buffer> | null = null;
  try {
    for await (const chunk of inChunks(source)) {
      const compressing = compress(chunk, compression);
      hash.update(chunk);
      if (ahead) yield await ahead;
      ahead = compressing;
    }
    if (ahead) yield await ahead;
  } finally {
    await Promise.allSettled([ahead]);
  }
}

/** The bytes in chunks, each of which is valid until the one after the next is asked for. */
async function* inChunks(source: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  // Two by turns: while one is compressed the other is filled. A copy, because the source may fill its piece anew.
  let chunk = Buffer.allocUnsafeSlow(chunkBytes);
  let other = Buffer.allocUnsafeSlow(chunkBytes);
  let size = 0;
  for await (const piece of source) {
    for (let from = 0; from < piece.length; ) {
      const taken = piece.subarray(from, from + chunkBytes - size);
      chunk.set(taken, size);
      size += taken.length;
      from += taken.length;
      if (size < chunkBytes) continue;
      yield chunk;
      [chunk, other] = [other, chunk];
      size = 0;
    }
  }
  if (size > 0) yield chunk.subarray(0, size);
}
