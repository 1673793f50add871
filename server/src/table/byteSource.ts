/**
 * Where a table's bytes come from. A source can be read again from the start, so a table is never held whole in memory.
 */

/** Bytes that can be read from the start as often as needed. */
export interface ByteSource {
  /** The name that people are shown: the path as it was given, or a document's name. */
  readonly name: string;
  /** Number of bytes at the time the source was opened. */
  readonly sizeBytes: number;
  /** The bytes from the start, in pieces that are valid until the next one is asked for; `signal` ends the reading with an AbortError. */
  bytes(signal?: AbortSignal): AsyncIterable<Uint8Array>;
}

/** A source over bytes that are in memory already, given out in pieces as a file would be. */
export function bytesSource(name: string, content: Uint8Array, pieceBytes = 1 << 20): ByteSource {
  return {
    name,
    sizeBytes: content.length,
    async *bytes(signal) {
      for (let at = 0; at < content.length; at += pieceBytes) {
        signal?.throwIfAborted();
        yield content.subarray(at, at + pieceBytes);
      }
    },
  };
}

/** A source over a text, as an editor's document holds it: UTF-8 without byte order mark. */
export function textSource(name: string, text: string): ByteSource {
  return bytesSource(name, Buffer.from(text, 'utf8'));
}
