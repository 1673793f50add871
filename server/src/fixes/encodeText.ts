import type { Encoding } from '#shared/dataset.ts';
import { AmprentaError } from '#shared/errors.ts';

/** How a file is written: its encoding, and the bytes of its byte order mark (0: none). */
export interface FileEncoding {
  readonly encoding: Encoding;
  readonly bomBytes: number;
}

/**
 * Encodes a text that comes piece by piece.
 * @throws invalidInput where a character does not exist in the encoding
 */
export async function* encodeText(pieces: AsyncIterable<string>, target: FileEncoding): AsyncGenerator<Uint8Array> {
  if (target.bomBytes > 0) yield encodePiece('\ufeff', target.encoding);
  for await (const piece of pieces) yield encodePiece(piece, target.encoding);
}

function encodePiece(text: string, encoding: Encoding): Uint8Array {
  switch (encoding) {
    case 'utf-8':
    case 'utf-8-bom':
      return Buffer.from(text, 'utf8');
    case 'utf-16le':
      return Buffer.from(text, 'utf16le');
    case 'utf-16be':
      return Buffer.from(text, 'utf16le').swap16();
    case 'iso-8859-1':
      return encodeSingleBytes(text, /[^\u0000-\u00ff]/u, () => undefined);
    case 'windows-1252':
      return encodeSingleBytes(text, /[^\u0000-\u007f\u00a0-\u00ff]/u, (character) => windows1252.get(character));
    default:
      return encoding satisfies never;
  }
}

/** The characters of Windows-1252 whose byte is not their code point. */
const windows1252: ReadonlyMap<string, number> = new Map(
  Array.from({ length: 32 }, (_, at): [string, number] => [
    new TextDecoder('windows-1252').decode(Uint8Array.of(0x80 + at)),
    0x80 + at,
  ]),
);

function encodeSingleBytes(text: string, other: RegExp, byteOf: (character: string) => number | undefined): Uint8Array {
  if (!other.test(text)) return Buffer.from(text, 'latin1');
  const bytes = Buffer.from(text, 'latin1');
  for (let at = 0; at < text.length; at++) {
    const character = text[at] ?? '';
    if (!other.test(character)) continue;
    const byte = byteOf(character);
    if (byte === undefined) {
      throw new AmprentaError(
        'invalidInput',
        `The character ${JSON.stringify(character)} does not exist in the file's encoding. Save the file as UTF-8 first.`,
      );
    }
    bytes[at] = byte;
  }
  return bytes;
}
