import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { zstdDecompress } from 'node:zlib';
import { and, eq } from 'drizzle-orm';
import { AmprentaError } from '#shared/errors.ts';
import type { Database } from './database.ts';
import { missingDataset } from './missingDataset.ts';
import { findRevision } from './revision.ts';
import { datasetFile, datasetFileChunk } from './schema.ts';

const decompress = promisify(zstdDecompress);

/**
 * A revision's file, chunk by chunk as it was stored; the current revision unless told. The last chunk is given out only
 * if all of them together are the file that was ingested.
 * @throws notFound
 */
export async function* readOriginal(
  database: Database,
  id: string,
  revision: number | undefined,
): AsyncGenerator<Uint8Array> {
  const of = await findRevision(database, id, revision);
  const [file] = await database.queries
    .select({ sha256: datasetFile.sha256 })
    .from(datasetFile)
    .where(and(eq(datasetFile.datasetId, id), eq(datasetFile.revision, of.revision)));
  if (!file) throw missingDataset(id, revision);
  const hash = createHash('sha256');
  let last: Uint8Array | null = null;
  for (let ordinal = 0; ; ordinal++) {
    const chunk = await readChunk(database, id, of.revision, ordinal);
    if (chunk === null) break;
    hash.update(chunk);
    if (last !== null) yield last;
    last = chunk;
  }
  if (hash.digest('hex') !== file.sha256) {
    throw new AmprentaError(
      'conflict',
      `The stored file of dataset ${id}, revision ${of.revision}, is not what was ingested any more: it was deleted ` +
        'while it was read, or the database is damaged.',
    );
  }
  if (last !== null) yield last;
}

async function readChunk(
  { queries }: Database,
  datasetId: string,
  revision: number,
  ordinal: number,
): Promise<Buffer | null> {
  const [chunk] = await queries
    .select({ bytes: datasetFileChunk.bytes })
    .from(datasetFileChunk)
    .where(
      and(
        eq(datasetFileChunk.datasetId, datasetId),
        eq(datasetFileChunk.revision, revision),
        eq(datasetFileChunk.ordinal, ordinal),
      ),
    );
  return chunk ? await decompress(chunk.bytes) : null;
}
