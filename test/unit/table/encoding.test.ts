import { describe, expect, it } from 'vitest';
import { bytesSource } from '../../../server/src/table/byteSource.ts';
import { decode } from '../../../server/src/table/decode.ts';
import { detectEncoding, detectHeadEncoding } from '../../../server/src/table/encoding.ts';

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

describe('the encoding of a head', () => {
  const long = text.repeat(400);

  it.each([
    ['utf-8', Buffer.from(long, 'utf8')],
    ['utf-8-bom', Buffer.from(`\ufeff${long}`, 'utf8')],
    ['utf-16le', Buffer.from(`\ufeff${long}`, 'utf16le')],
    ['windows-1252', Buffer.from(long, 'latin1')],
  ])('is told as %s wherever the head ends, also within a character', async (encoding, bytes) => {
    for (let end = 5_000; end < 5_030; end++) {
      const report = await detectHeadEncoding(bytesSource('x', bytes, end), end);
      expect(report).toMatchObject({ encoding, undecodable: false });
    }
  });

  it('looks at no byte behind it', async () => {
    const bytes = Buffer.concat([Buffer.from(long, 'utf8'), Buffer.from([0xe9, 0x0a])]);
    const source = bytesSource('x', bytes, 1_000);
    expect((await detectHeadEncoding(source, 6_000)).encoding).toBe('utf-8');
    expect((await detectEncoding(source)).encoding).toBe('windows-1252');
  });
});
