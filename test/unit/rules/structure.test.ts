import { describe, expect, it } from 'vitest';
import { findingsOf, found, marked, mend, soundLines, spoiled } from './judged.ts';

describe('a sound table', () => {
  it('has no finding', async () => {
    expect(await found(spoiled({}))).toEqual([]);
  });

  it('has no finding with line ends of CRLF, of CR, and without a last one', async () => {
    for (const end of ['\r\n', '\r', '\n']) expect(await found(soundLines.join(end))).toEqual([]);
  });
});

describe('ragged-row', () => {
  it('is an error that blocks for a row that is cut off, marks the whole line and offers no safe fix', async () => {
    const [finding] = await findingsOf(spoiled({ 3: 'BRCA1\t11' }));
    expect(finding).toMatchObject({ code: 'ragged-row', severity: 'error', blocks: true, cell: -1, row: 1 });
    expect(finding?.range).toEqual({ startLine: 2, startColumn: 0, endLine: 2, endColumn: 8 });
    expect(finding?.fixes.map(({ safe }) => safe)).toEqual([false]);
  });

  it('is an error for content beyond the last column', async () => {
    expect(await found(spoiled({ 4: 'EGFR\t12\t22\t32\t99' }))).toEqual(['4:0 ragged-row error']);
  });

  it('is information for empty cells beyond the last column, which its fix removes', async () => {
    const text = spoiled({ 4: 'EGFR\t12\t22\t32\t\t' });
    const [finding, ...others] = await findingsOf(text);
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ code: 'ragged-row', severity: 'information', blocks: false, cell: -1 });
    expect(finding && mend(text, finding)).toBe(spoiled({}));
  });

  it('is information where the layout leaves out empty cells at the end, which its fix fills in', async () => {
    const text = spoiled({ 4: 'EGFR\t12' });
    const [finding] = await findingsOf(text, ({ customs }) => ({ customs: { ...customs, shortRows: true } }));
    expect(finding).toMatchObject({ code: 'ragged-row', severity: 'information', blocks: false });
    expect(finding && mend(text, finding)).toBe(spoiled({ 4: 'EGFR\t12\t\t' }));
  });

  it('offers no filling up of a row with a quote inside a word, which by its new length would be read otherwise', async () => {
    const lines = soundLines.map((line, at) => (at === 0 ? `${line}\tS4` : line));
    const told = await findingsOf(`${lines.join('\n').replace('EGFR\t12', 'EGFR\t"1"2')}\n`);
    const fixesOfRows = told.filter(({ code }) => code === 'ragged-row').map(({ row, fixes }) => [row, fixes.length]);
    expect(fixesOfRows).toEqual(soundLines.slice(1).map((_, row) => [row, row === 2 ? 0 : 1]));
  });

  it('is silent for rows that lack only a column that the header does not name', async () => {
    const lines = soundLines.map((line, at) => (at === 0 ? `${line}\t` : line));
    expect((await found(`${lines.join('\n')}\n`)).filter((line) => line.includes('ragged'))).toEqual([]);
  });
});

describe('unclosed-quote', () => {
  it('stands where the quote opens, blocks, says nothing else of that row, and is closed by its fix', async () => {
    const text = spoiled({ 4: '"EGFR\t12\t22\t32' });
    const [finding, ...others] = await findingsOf(text);
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ code: 'unclosed-quote', severity: 'error', blocks: true, cell: 0, row: 2 });
    expect(finding && marked(text, finding)).toBe('"EGFR');
    expect(finding && mend(text, finding)).toBe(spoiled({ 4: '"EGFR"\t12\t22\t32' }));
  });

  it('is found once where a quote swallows the lines up to the next one', async () => {
    expect(await found(spoiled({ 3: '"BRCA1\t11\t21\t31', 5: 'MYC"\t13\t23\t33' }))).toEqual([
      '3:1 unclosed-quote error',
    ]);
  });

  it('is found in the header', async () => {
    expect(await found(spoiled({ 1: 'gene\t"S1\tS2\tS3' }))).toContain('1:2 unclosed-quote error');
  });

  it('offers no safe fix where the quote may have opened around delimiters', async () => {
    const [finding] = await findingsOf('id,a,b\nx,1,2\ny,3,4\nz,"5,6,7,8\nw,5,6\n');
    expect(finding?.code).toBe('unclosed-quote');
    expect(finding?.fixes.some(({ safe }) => safe)).toBe(false);
  });

  it('is silent for quoted line breaks, inner quotes and quoted text that more text follows', async () => {
    expect(
      await found(
        spoiled({ 3: '"BRCA1\n(alias)"\t11\t21\t31', 4: '5"-EGFR\t12\t22\t32', 5: '"MYC" like\t13\t23\t33' }),
      ),
    ).toEqual([]);
  });
});

describe('blank-row', () => {
  it('is found between rows, marks the line, and is removed by its fix with its line end', async () => {
    const text = soundLines.join('\r\n').replace('EGFR', '\t\t\t\r\nEGFR').concat('\r\n');
    const [finding, ...others] = await findingsOf(text);
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ code: 'blank-row', severity: 'warning', blocks: false, cell: -1, row: null });
    expect(finding?.range).toMatchObject({ startLine: 3, endLine: 3 });
    expect(finding && mend(text, finding)).toBe(soundLines.join('\r\n').concat('\r\n'));
  });

  it('is silent behind the last row', async () => {
    expect(await found(`${spoiled({})}\n\t\t\t\n`)).toEqual([]);
  });
});

describe('empty-table, no-feature-column, no-sample-column', () => {
  it('calls a file without a row empty, at line 1, cell 1, and says nothing else', async () => {
    for (const text of ['', '\n\n', 'gene\tS1\tS2\n', 'gene\tS1\tS2'])
      expect(await found(text)).toEqual(['1:1 empty-table error']);
  });

  it('calls a table in which nothing is measured one without a sample column', async () => {
    expect(await found('gene\tnote\nTP53\tgood\nBRCA1\tbad\nEGFR\tbad\n')).toEqual(['1:1 no-sample-column error']);
  });

  it('calls a table of numbers without names one without a feature column', async () => {
    expect(await found(spoiled({}), () => ({ rowKey: [] }))).toEqual(['1:1 no-feature-column error']);
  });

  it('takes CAS numbers for what identifies the rows where nothing else does', async () => {
    const numbers = ['50-99-7', '56-41-7', '56-84-8', '56-86-0', '60-18-4', '61-90-5', '63-68-3', '72-18-4'];
    const rows = numbers.map((number, at) => `${number},${at + 120}.5,${at + 130}.25,${at + 140}.75`);
    expect(await found(`CAS,S1,S2,S3\n${rows.join('\n')}\n`)).toEqual([]);
  });

  it('takes the statistics of a results table for measured', async () => {
    const text =
      'gene\tlogFC\tAveExpr\tt\tP.Value\tadj.P.Val\tB\nTP53\t1.5\t3\t2.2\t0.01\t0.02\t1\nEGFR\t-1.5\t3\t2.2\t0.01\t0.02\t1\n';
    expect(await found(text)).toEqual([]);
  });

  it('asks a sample sheet for neither', async () => {
    expect(await found(spoiled({}), () => ({ shape: 'sample-sheet', columns: [], rowKey: [] }))).toEqual([]);
  });
});

describe('summary-row', () => {
  it('is found at the key of each summarising row', async () => {
    expect(await found(spoiled({ 5: '__no_feature\t13\t23\t33', 6: 'Total\t14\t24\t34' }))).toEqual([
      '5:1 summary-row warning',
      '6:1 summary-row warning',
    ]);
  });

  it('is silent for names that only begin like one', async () => {
    expect(await found(spoiled({ 5: 'TOTALLY1\t13\t23\t33', 6: 'SUMO1\t14\t24\t34' }))).toEqual([]);
  });
});
