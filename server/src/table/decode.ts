import { isAscii } from 'node:buffer';
import type { Encoding } from '#shared/dataset.ts';
import type { EncodingReport } from './encoding.ts';

/** A piece of decoded text, without byte order mark. */
export interface TextPiece {
  readonly text: string;
  /** True where every character is ASCII, so that nothing invisible can hide in it. */
  readonly ascii: boolean;
}

/** Decodes bytes piece by piece; what can't be decoded becomes U+FFFD (and `undecodable` of the report says so). */
export async function* decode(
  bytes: AsyncIterable<Uint8Array>,
  report: Pick<EncodingReport, 'encoding' | 'bomBytes'>,
): AsyncGenerator<TextPiece> {
  const decoder = pieceDecoder(report.encoding);
  let skip = report.bomBytes;
  for await (const piece of bytes) {
    const content = skip > 0 ? piece.subarray(skip) : piece;
    skip -= piece.length - content.length;
    if (content.length > 0) yield decoder.push(content);
  }
  const rest = decoder.end();
  if (rest !== '') yield { text: rest, ascii: false };
}

interface PieceDecoder {
  push(piece: Uint8Array): TextPiece;
  end(): string;
}

function pieceDecoder(encoding: Encoding): PieceDecoder {
  // TextDecoder's "iso-8859-1" is Windows-1252 (WHATWG Encoding Standard); true Latin-1 is Buffer's.
  if (encoding === 'iso-8859-1') {
    return { push: (piece) => ({ text: latin1(piece), ascii: isAscii(piece) }), end: () => '' };
  }
  const decoder = new TextDecoder(encoding === 'utf-8-bom' ? 'utf-8' : encoding, { ignoreBOM: true });
  const singleUnit = encoding === 'utf-8' || encoding === 'utf-8-bom' || encoding === 'windows-1252';
  let pending = false;
  return {
    push(piece) {
      // An ASCII piece needs no decoder and becomes a one-byte string; only a character cut in two forbids it.
      if (singleUnit && !pending && isAscii(piece)) return { text: latin1(piece), ascii: true };
      pending = (piece[piece.length - 1] ?? 0) >= 0x80;
      return { text: decoder.decode(piece, { stream: true }), ascii: false };
    },
    end: () => decoder.decode(),
  };
}

function latin1(piece: Uint8Array): string {
  return Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength).toString('latin1');
}
