import { describe, expect, it } from 'vitest';
import { encodeText } from '../../../server/src/fixes/encodeText.ts';
import { type FixedTable, type FixOptions, fixToFixedPoint } from '../../../server/src/fixes/fixToFixedPoint.ts';
import { type ByteSource, bytesSource } from '../../../server/src/table/byteSource.ts';
import { decode } from '../../../server/src/table/decode.ts';
import { readPieces } from './pieces.ts';

const fix = (bytes: Uint8Array | string, options?: FixOptions): Promise<FixedTable> =>
  fixToFixedPoint(bytesSource('table.csv', typeof bytes === 'string' ? Buffer.from(bytes) : bytes, 11), options);
const bytesOf = async (fixed: FixedTable): Promise<Buffer> => Buffer.concat(await readPieces(fixed.bytes()));
const textOf = async (fixed: FixedTable): Promise<string> => (await bytesOf(fixed)).toString('utf8');

const sound = 'gene\tS1\tS2\nTP53\t1\t2\nBRCA1\t3\t4\nEGFR\t5\t6\n';

describe('fixToFixedPoint', () => {
  it('leaves a sound table as it is', async () => {
    const fixed = await fix(sound);
    expect(fixed).toMatchObject({ changed: false, rounds: 0 });
    expect(await textOf(fixed)).toBe(sound);
    expect(await readPieces(fixed.diff())).toEqual([]);
  });

  it('mends what only shows after another fix', async () => {
    const fixed = await fix(sound.replace('BRCA1', '"BRCA1').replace('EGFR', '\u200b EGFR'));
    expect(await textOf(fixed)).toBe(sound.replace('BRCA1', '"BRCA1"'));
    expect(fixed.rounds).toBe(2);
    expect(Object.fromEntries(fixed.mended)).toEqual({
      'unclosed-quote': 1,
      'invisible-character': 1,
      'outer-space': 1,
    });
    expect(fixed.findings).toEqual([]);
  });

  it('shows all rounds as one diff of the original', async () => {
    const fixed = await fix(sound.replace('EGFR', '\u200b EGFR'));
    expect((await readPieces(fixed.diff())).join('')).toBe(
      '--- table.csv\n+++ table.csv\n@@ -1,4 +1,4 @@\n gene\tS1\tS2\n TP53\t1\t2\n BRCA1\t3\t4\n-\u200b EGFR\t5\t6\n+EGFR\t5\t6\n',
    );
  });

  it('mends only what it is asked for', async () => {
    const text = sound.replace('TP53', 'TP53 ').replace('BRCA1', '\nBRCA1');
    const fixed = await fix(text, { codes: ['blank-row'] });
    expect(await textOf(fixed)).toBe(text.replace('\n\n', '\n'));
    expect(fixed.findings.map(({ code }) => code)).toEqual(['outer-space']);
  });

  it('mends nothing of a code that a person has turned off, also where it is shown because it blocks', async () => {
    const text = sound.replace('TP53', 'TP53 ').replace('BRCA1', '\nBRCA1');
    expect(await textOf(await fix(text, { levels: { 'outer-space': 'off' } }))).toBe(text.replace('\n\n', '\n'));
    const blocked = sound.replace('BRCA1', '"BRCA1');
    expect((await fix(blocked)).mended.get('unclosed-quote')).toBe(1);
    const off = await fix(blocked, { levels: { 'unclosed-quote': 'off' } });
    expect([off.changed, off.findings.map(({ code }) => code)]).toEqual([false, ['unclosed-quote']]);
  });

  it('keeps encoding, byte order mark, line ends and a missing last one', async () => {
    const text = sound.replace('TP53', 'Müller – €').replace('BRCA1', ' BRCA1').replaceAll('\n', '\r\n').trimEnd();
    const mended = text.replace(' BRCA1', 'BRCA1');
    const encodings = [
      { encoding: 'utf-8', bomBytes: 0 },
      { encoding: 'utf-8-bom', bomBytes: 3 },
      { encoding: 'utf-16le', bomBytes: 2 },
      { encoding: 'utf-16be', bomBytes: 2 },
      { encoding: 'windows-1252', bomBytes: 0 },
    ] as const;
    for (const encoding of encodings) {
      const encode = async (whole: string): Promise<Buffer> =>
        Buffer.concat(await readPieces(encodeText(one(whole), encoding)));
      const fixed = await fix(await encode(text), { codes: ['outer-space'] });
      expect(await bytesOf(fixed), encoding.encoding).toEqual(await encode(mended));
    }
  });

  it('removes a byte order mark and saves other encodings as UTF-8 where those are mended', async () => {
    const text = sound.replace('TP53', 'Müller');
    for (const bytes of [
      Buffer.from(`\ufeff${text}`),
      Buffer.from(`\ufeff${text}`, 'utf16le'),
      Buffer.from(text, 'latin1'),
    ]) {
      expect(await textOf(await fix(bytes))).toBe(text);
    }
  });

  it('says in the diff that the encoding changes', async () => {
    const diff = (await readPieces((await fix(Buffer.from(sound.replace('TP53', 'Müller'), 'latin1'))).diff())).join(
      '',
    );
    expect(diff).toBe('table.csv: windows-1252 becomes utf-8\n');
  });

  it('never writes a file again whose bytes are no text', async () => {
    const damaged = Buffer.concat([Buffer.from(`\ufeff${sound.replace('TP53', 'TP53 ')}`), Buffer.from([0xff])]);
    const fixed = await fix(damaged);
    expect(fixed.changed).toBe(false);
    expect(await bytesOf(fixed)).toEqual(damaged);
  });

  it('saves as UTF-8 what would be read as UTF-8 once the byte is gone that told it from that', async () => {
    const text = sound.replace('TP53', 'Ã\u00ad©');
    const fixed = await fix(Buffer.from(text, 'latin1'), { codes: ['invisible-character'] });
    expect(await textOf(fixed)).toBe(sound.replace('TP53', 'Ã©'));
  });

  it('is cancelled by a signal', async () => {
    await expect(fix(sound, { signal: AbortSignal.abort() })).rejects.toMatchObject({ name: 'AbortError' });
  });

  it('writes a file while it reads it, and not after', async () => {
    let piecesRead = 0;
    const row = 'ENSG00000000001 \t12345.67\t23456.78\t34567.89\n';
    const source: ByteSource = {
      name: 'large.tsv',
      sizeBytes: row.length * 20_000,
      async *bytes() {
        piecesRead = 0;
        yield Buffer.from('gene\tS1\tS2\tS3\n');
        for (; piecesRead < 20; piecesRead++) yield Buffer.from(row.repeat(1000));
      },
    };
    const fixed = await fixToFixedPoint(source, { codes: ['outer-space'] });
    expect(fixed.mended.get('outer-space')).toBe(20_000);
    let written = 0;
    for await (const piece of fixed.bytes()) {
      written += piece.length;
      expect(piecesRead).toBeLessThanOrEqual(Math.ceil(written / row.length / 1000) + 1);
    }
    expect(written).toBe('gene\tS1\tS2\tS3\n'.length + 20_000 * (row.length - 1));
  });
});

async function* one(text: string): AsyncGenerator<string> {
  yield text;
}

describe('encodeText', () => {
  it('writes every character of an encoding as the bytes it was read from', async () => {
    const all = Uint8Array.from({ length: 256 }, (_, byte) => byte);
    const defined = all.filter((byte) => ![0x81, 0x8d, 0x8f, 0x90, 0x9d].includes(byte));
    for (const [encoding, bytes] of [
      ['iso-8859-1', all],
      ['windows-1252', defined],
    ] as const) {
      const texts = await readPieces(decode(bytesSource('all', bytes).bytes(), { encoding, bomBytes: 0 }));
      const encoded = await readPieces(
        encodeText(one(texts.map(({ text }) => text).join('')), { encoding, bomBytes: 0 }),
      );
      expect(Buffer.concat(encoded)).toEqual(Buffer.from(bytes));
    }
  });

  it('refuses a character that the encoding does not have, and names it', async () => {
    await expect(readPieces(encodeText(one('λ'), { encoding: 'windows-1252', bomBytes: 0 }))).rejects.toThrow('"λ"');
  });
});
