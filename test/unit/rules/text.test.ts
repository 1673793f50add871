import { describe, expect, it } from 'vitest';
import { findingsOf, found, marked, mend, spoiled } from './judged.ts';

describe('outer-space', () => {
  it('marks the cell with its blanks, and its fix removes them and nothing else', async () => {
    const text = spoiled({ 3: 'BRCA1 \t11\t21\t31' });
    const [finding, ...others] = await findingsOf(text);
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ code: 'outer-space', severity: 'warning', blocks: false, cell: 0 });
    expect(finding && marked(text, finding)).toBe('BRCA1 ');
    expect(finding && mend(text, finding)).toBe(spoiled({}));
  });

  it('is found in the header, around numbers, in quotes and in cells of nothing but blanks', async () => {
    const text = spoiled({
      1: 'gene\tS1\t S2\tS3',
      3: 'BRCA1\t 11\t21\t31',
      4: '"EGFR "\t12\t22\t32',
      5: 'MYC\t13\t  \t33',
    });
    expect(await found(text)).toEqual([
      '1:3 outer-space warning',
      '3:2 outer-space warning',
      '4:1 outer-space warning',
      '5:3 outer-space warning',
    ]);
  });

  it('keeps a quoted cell quoted where it has to be', async () => {
    const text = 'name,S1,S2\n" a, b",1,2\nc,3,4\nd,5,6\n';
    const [finding] = await findingsOf(text);
    expect(finding && mend(text, finding)).toBe('name,S1,S2\n"a, b",1,2\nc,3,4\nd,5,6\n');
  });

  it('is silent for blanks inside a cell', async () => {
    expect(await found(spoiled({ 3: 'BRCA  1\t11\t21\t31' }))).toEqual([]);
  });
});

describe('invisible-character', () => {
  it.each([
    ['a no-break space', '\u00a0'],
    ['a zero-width space', '\u200b'],
    ['a soft hyphen', '\u00ad'],
    ['a byte order mark', '\ufeff'],
    ['a control character', '\u0007'],
  ])('finds %s at the edge of a cell, and its fix removes it', async (_, character) => {
    const text = spoiled({ 3: `BRCA1${character}\t11\t21\t31` });
    const [finding, ...others] = await findingsOf(text);
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ code: 'invisible-character', severity: 'warning', cell: 0 });
    expect(finding && mend(text, finding)).toBe(spoiled({}));
  });

  it('puts a plain blank where a wide one parts words', async () => {
    const text = spoiled({ 3: 'breast\u00a0cancer\u200b1\t11\t21\t31' });
    const [finding] = await findingsOf(text);
    expect(finding && mend(text, finding)).toBe(spoiled({ 3: 'breast cancer1\t11\t21\t31' }));
  });

  it('is found beside a number and in the header', async () => {
    expect(await found(spoiled({ 1: 'gene\tS1\tS2\u200b\tS3', 3: 'BRCA1\t11\u00a0\t21\t31' }))).toEqual([
      '1:3 invisible-character warning',
      '3:2 invisible-character warning',
    ]);
  });

  it('leaves a no-break space between digits to thousands-separator', async () => {
    expect(await found(spoiled({ 3: 'BRCA1\t1\u00a0100\t21\t31' }))).toEqual(['3:2 thousands-separator error']);
  });
});

describe('bom, encoding-not-utf8', () => {
  it('calls a byte order mark before UTF-8 information, at line 1, cell 1', async () => {
    const [finding, ...others] = await findingsOf(Buffer.from(`\ufeff${spoiled({})}`, 'utf8'));
    expect(others).toEqual([]);
    expect(finding).toMatchObject({
      code: 'bom',
      severity: 'information',
      cell: 0,
      range: { startLine: 0, startColumn: 0 },
    });
    expect(finding?.fixes).toMatchObject([{ safe: true, edits: [], saveAs: 'utf-8' }]);
  });

  it('finds Windows-1252, Latin-1 and UTF-16, whose mark is no finding of its own', async () => {
    const text = spoiled({ 3: 'Müller\t11\t21\t31' });
    for (const bytes of [
      Buffer.from(text, 'latin1'),
      Buffer.concat([Buffer.from(text, 'latin1'), Buffer.from('X\x81\t1\t2\t3\n', 'latin1')]),
      Buffer.from(`\ufeff${text}`, 'utf16le'),
      Buffer.from(`\ufeff${text}`, 'utf16le').swap16(),
    ]) {
      const [finding, ...others] = await findingsOf(bytes);
      expect(others).toEqual([]);
      expect(finding).toMatchObject({ code: 'encoding-not-utf8', severity: 'warning', blocks: false, cell: 0 });
      expect(finding?.fixes).toMatchObject([{ safe: true, saveAs: 'utf-8' }]);
    }
  });

  it('is an error that blocks, with no fix, where bytes are no text', async () => {
    for (const bytes of [
      Buffer.from(spoiled({ 3: 'BRCA\u0000\t11\t21\t31' })),
      Buffer.concat([Buffer.from(`\ufeff${spoiled({})}`), Buffer.from([0xff, 0xfe])]),
      Buffer.concat([Buffer.from(`\ufeff${spoiled({})}`, 'utf16le'), Buffer.from([0x00, 0xd8, 0x41, 0x00])]),
    ]) {
      const finding = (await findingsOf(bytes)).find(({ code }) => code === 'encoding-not-utf8');
      expect(finding).toMatchObject({ severity: 'error', blocks: true, fixes: [] });
    }
  });

  it('is silent for ASCII and for UTF-8 without a mark', async () => {
    expect(await found(spoiled({ 3: 'Müller\t11\t21\t31' }))).toEqual([]);
  });
});
