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

/** UTF-16 units: about 1 ms of judging. A request waits for several pieces, of each table that is being judged. */
const pieceUnits = 64 << 10;

/**
 * The text that a document has now. Between pieces everything else gets its turn, so that a newer text can abort a pass
 * over an older one; a piece is encoded when it is asked for, because encoding a large text at once would make others
 * wait.
 */
export function documentSource(document: TextDocument): DocumentSource {
  const text = document.getText();
  const markUnits = text.startsWith('\ufeff') ? 1 : 0;
  return {
    name: document.uri,
    get sizeBytes() {
      return Buffer.byteLength(text.slice(markUnits), 'utf8');
    },
    markUnits,
    async *bytes(signal) {
      for (let at: number = markUnits; at < text.length; ) {
        if (at > markUnits) await otherWork();
        signal?.throwIfAborted();
        const end = at + pieceUnits;
        // A character of two units is never cut.
        const next = isHighSurrogate(text.charCodeAt(end - 1)) ? end + 1 : end;
        yield Buffer.from(text.slice(at, next), 'utf8');
        at = next;
      }
    },
  };
}

function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}
