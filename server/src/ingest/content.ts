import { createHash } from 'node:crypto';
import type { ByteSource } from '../table/byteSource.ts';

/** The SHA-256 of a source's bytes, lower-case hexadecimal. */
export async function hashContent(source: ByteSource, signal?: AbortSignal): Promise<string> {
  const hash = createHash('sha256');
  for await (const piece of source.bytes(signal)) hash.update(piece);
  return hash.digest('hex');
}
