import type { ByteSource } from './byteSource.ts';
import { decode } from './decode.ts';
import type { EncodingReport } from './encoding.ts';
import type { Row } from './row.ts';
import { type Dialect, startRows } from './rowReader.ts';

/** What a full pass over a table is told besides its source. */
export interface ReadOptions {
  readonly encoding: Pick<EncodingReport, 'encoding' | 'bomBytes'>;
  readonly dialect: Dialect;
  readonly signal?: AbortSignal;
  /** Called after each piece of the file with the bytes read so far. */
  readonly onProgress?: (bytesRead: number) => void;
  /** Sees each piece of the file's bytes before it is decoded. */
  readonly onBytes?: (piece: Uint8Array) => void;
  /** Awaited between pieces, so that whoever takes the rows can let a slow receiver catch up. */
  readonly afterPiece?: () => Promise<void> | undefined;
}

/**
 * Reads every record of a table from its first line, piece by piece; `onRow` answers false to stop early.
 * @throws AbortError when `signal` is aborted
 */
export async function readRows(source: ByteSource, options: ReadOptions, onRow: (row: Row) => boolean): Promise<void> {
  const reader = startRows(options.dialect, onRow);
  for await (const piece of decode(counted(source, options), options.encoding)) {
    if (!reader.push(piece.text, piece.ascii)) return;
    const pause = options.afterPiece?.();
    if (pause) await pause;
  }
  reader.end();
}

async function* counted(source: ByteSource, options: ReadOptions): AsyncGenerator<Uint8Array> {
  let bytesRead = 0;
  for await (const piece of source.bytes(options.signal)) {
    options.onBytes?.(piece);
    yield piece;
    bytesRead += piece.length;
    options.onProgress?.(bytesRead);
  }
}
