import { setImmediate as otherWork } from 'node:timers/promises';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { ByteSource } from '../../table/byteSource.ts';
import type { EncodingReport } from '../../table/encoding.ts';

/** An open document as a source of bytes, and how far its positions lie from those of the table in it. */
export interface DocumentSource extends ByteSource {
  /** 1 where the text itself begins with a byte order mark, which is not of the table; an editor usually strips it. */
  readonly markUnits: 0 | 1;
}

/** How an open document's bytes are written. */
export const documentEncoding: EncodingReport = { encoding: 'utf-8', bomBytes: 0, undecodable: false };

/** About 5 ms of judging: as long as other requests may have to wait. */
const pieceBytes = 256 << 10;

/**
 * The text that a document has now. Between pieces everything else gets its turn, so that a newer text can abort a pass
 * over an older one.
 */
export function documentSource(document: TextDocument): DocumentSource {
  const text = document.getText();
  const markUnits = text.startsWith('\ufeff') ? 1 : 0;
  const content = Buffer.from(text.slice(markUnits), 'utf8');
  return {
    name: document.uri,
    sizeBytes: content.length,
    markUnits,
    async *bytes(signal) {
      for (let at = 0; at < content.length; at += pieceBytes) {
        if (at > 0) await otherWork();
        signal?.throwIfAborted();
        yield content.subarray(at, at + pieceBytes);
      }
    },
  };
}
