import { describe, expect, it } from 'vitest';
import { bytesSource } from '../../../server/src/table/byteSource.ts';
import { decode } from '../../../server/src/table/decode.ts';
import { detectEncoding } from '../../../server/src/table/encoding.ts';

const text = 'Sample,µg/ml,naïve\nA,1.5,2\n';
const utf16be = (content: string) => Buffer.from(content, 'utf16le').swap16();

async function read(bytes: Uint8Array, pieceBytes?: number) {
  const source = bytesSource('x', bytes, pieceBytes);
  const report = await detectEncoding(source);
  let decoded = '';
  for await (const piece of decode(source.bytes(), report)) decoded += piece.text;
  return { ...report, decoded };
}

describe('detectEncoding', () => {
  it.each([
    ['utf-8', Buffer.from(text, 'utf8')],
    ['utf-8-bom', Buffer.from(`\ufeff${text}`, 'utf8')],
    ['utf-16le', Buffer.from(`\ufeff${text}`, 'utf16le')],
    ['utf-16be', utf16be(`\ufeff${text}`)],
    ['utf-16le', Buffer.from(text, 'utf16le')],
    ['utf-16be', utf16be(text)],
    ['windows-1252', Buffer.from(text, 'latin1')],
  ])('tells %s and decodes it without byte order mark, cut anywhere', async (encoding, bytes) => {
    for (const pieceBytes of [1, 2, 3, 7, 1 << 20]) {
      expect(await read(bytes, pieceBytes)).toMatchObject({ encoding, decoded: text, undecodable: false });
    }
  });

  it('reads the euro sign and typographic quotes of Windows-1252', async () => {
    expect(await read(Buffer.from([0x80, 0x2c, 0x93, 0x61, 0x94]))).toMatchObject({
      encoding: 'windows-1252',
      decoded: '€,“a”',
    });
  });

  it('takes ISO-8859-1 only where a byte has no Windows-1252 character', async () => {
    expect(await read(Buffer.from([0x61, 0x81, 0xe9]))).toMatchObject({
      encoding: 'iso-8859-1',
      decoded: 'a\u0081é',
    });
  });

  it('says that a file with a UTF-8 byte order mark and other bytes cannot be decoded', async () => {
    expect(await read(Buffer.from([0xef, 0xbb, 0xbf, 0x61, 0xe9, 0x62]))).toMatchObject({
      encoding: 'utf-8-bom',
      undecodable: true,
    });
  });

  it('says that a file with NUL bytes is no text', async () => {
    expect((await read(Buffer.from([0x50, 0x4b, 3, 4, 0, 0, 8, 0]))).undecodable).toBe(true);
  });
});
