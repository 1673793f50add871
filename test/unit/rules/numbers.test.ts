import { describe, expect, it } from 'vitest';
import { findingsOf, found, marked, mend, spoiled } from './judged.ts';

describe('not-a-number', () => {
  it('is an error that blocks, at the cell, with its value in the message', async () => {
    const text = spoiled({ 3: 'BRCA1\t11\thigh\t31' });
    const [finding, ...others] = await findingsOf(text);
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ code: 'not-a-number', severity: 'error', blocks: true, cell: 2, row: 1 });
    expect(finding?.message).toContain('"high"');
    expect(finding && marked(text, finding)).toBe('high');
  });

  it('is silent for words for missing, censored values, Filtered, and infinite values', async () => {
    const cells = ['NA', '<LOD', '< 0.05', '>ULOQ', 'BLQ', 'Filtered', 'Inf'];
    for (const cell of cells) {
      expect(
        (await found(spoiled({ 3: `BRCA1\t11\t${cell}\t31` }))).filter((line) => line.includes('not-a-number')),
      ).toEqual([]);
    }
  });

  it('finds a number with a decimal comma among numbers with points, and offers no safe fix', async () => {
    const text = spoiled({ 2: 'TP53\t10.5\t20.5\t30.5', 3: 'BRCA1\t11\t21,5\t31' });
    const [finding, ...others] = await findingsOf(text);
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ code: 'not-a-number', cell: 2 });
    expect(finding?.fixes.map(({ title, safe }) => [title, safe])).toEqual([['Write 21.5', false]]);
  });

  it('judges no column of an annotation table', async () => {
    expect(await found(spoiled({ 3: 'BRCA1\t11\thigh\t31' }), () => ({ shape: 'annotation' }))).toEqual([]);
  });
});

describe('spreadsheet-error', () => {
  it.each(['#DIV/0!', '#NAME?', '#REF!', '#VALUE!', '#NUM!', '#NULL!'])('finds %s, which blocks', async (cell) => {
    const [finding, ...others] = await findingsOf(spoiled({ 3: `BRCA1\t11\t${cell}\t31` }));
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ code: 'spreadsheet-error', severity: 'error', blocks: true, cell: 2 });
  });

  it('is found in the row key', async () => {
    expect(await found(spoiled({ 3: '#NAME?\t11\t21\t31' }))).toEqual(['3:1 spreadsheet-error error']);
  });
});

describe('missing-token', () => {
  it('is information once a table for #N/A', async () => {
    expect(await found(spoiled({ 3: 'BRCA1\t11\t#N/A\t#N/A', 4: 'EGFR\t#N/A\t22\t32' }))).toEqual([
      '3:3 missing-token information',
    ]);
  });

  it('is a warning at the first cell that is written otherwise than most of its column, whose fix unifies them', async () => {
    const text = spoiled({
      2: 'TP53\t10\tNA\t30',
      3: 'BRCA1\t11\tnull\t31',
      4: 'EGFR\t12\tNA\t32',
      5: 'MYC\t13\tnull\t33',
      6: 'KRAS\t14\tNA\t34',
    });
    const [finding, ...others] = await findingsOf(text);
    expect(others).toEqual([]);
    expect(finding).toMatchObject({
      code: 'missing-token',
      severity: 'warning',
      blocks: false,
      cell: 2,
      range: { startLine: 2 },
    });
    expect(finding && mend(text, finding)).toBe(text.replaceAll('null', 'NA'));
  });

  it('finds an unusual word, n.d. among them, and writes what the table writes elsewhere', async () => {
    const text = spoiled({ 3: 'BRCA1\t11\tn.d.\t31', 4: 'EGFR\tNaN\t22\t32' });
    const [finding, ...others] = await findingsOf(text);
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ code: 'missing-token', severity: 'warning', cell: 2 });
    expect(finding && mend(text, finding)).toBe(text.replace('n.d.', 'NaN'));
  });

  it('leaves a cell empty where the table has no other word', async () => {
    const text = spoiled({ 3: 'BRCA1\t11\tn.d.\t31' });
    const [finding] = await findingsOf(text);
    expect(finding && mend(text, finding)).toBe(text.replace('n.d.', ''));
  });

  it('is silent for one usual word, and for another one in another column', async () => {
    expect(await found(spoiled({ 3: 'BRCA1\t11\tNA\t31', 4: 'EGFR\t\t22\t32', 5: 'MYC\t13\tNA\tnull' }))).toEqual([]);
  });

  it("is silent for the words of the layout's tool beside empty cells", async () => {
    const text = spoiled({ 3: 'BRCA1\t11\t#N/A\t31', 4: 'EGFR\t12\t\t32', 5: 'MYC\t13\tn.d.\t33' });
    expect(await found(text, ({ customs }) => ({ customs: { ...customs, missingTokens: ['#N/A', 'n.d.'] } }))).toEqual(
      [],
    );
  });

  it('is silent for cells that a short row does not have', async () => {
    const text = spoiled({ 3: 'BRCA1\t11', 4: 'EGFR\t12\t22\tNA' });
    const short = await found(text, ({ customs }) => ({ customs: { ...customs, shortRows: true } }));
    expect(short).toEqual(['3:0 ragged-row information']);
  });
});

describe('decimal-comma', () => {
  const german = 'gene;S1;S2\nTP53;1,25;2\nBRCA1;3,5;4,5\nEGFR;5,75;6,5\nMYC;7,5;8,25\n';

  it('is a warning at the first such number of each column, whose fix converts the column', async () => {
    const findings = await findingsOf(german);
    expect(
      findings.map(({ code, severity, blocks, cell, range }) => [code, severity, blocks, cell, range.startLine]),
    ).toEqual([
      ['decimal-comma', 'warning', false, 1, 1],
      ['decimal-comma', 'warning', false, 2, 2],
    ]);
    const [first, second] = findings;
    expect(second && first && mend(mend(german, first), second)).toBe(german.replaceAll(',', '.'));
  });

  it('is an error that blocks, with both readings offered, where every comma has exactly three digits behind it', async () => {
    const text = 'gene;S1;S2\nTP53;1,250;2,000\nBRCA1;3,500;4,500\nEGFR;5,750;6,500\n';
    const [finding] = await findingsOf(text);
    expect(finding).toMatchObject({ code: 'decimal-comma', severity: 'error', blocks: true, cell: 1 });
    expect(finding?.fixes.map(({ safe, edits }) => [safe, edits.length, edits[0]?.newText])).toEqual([
      [false, 3, '.'],
      [false, 3, ''],
    ]);
  });

  it('is told of quoted numbers where the comma parts cells', async () => {
    const text = 'gene,S1,S2\nTP53,"1,25",1.5\nBRCA1,"3,5",2.5\nEGFR,"5,75",3.5\n';
    const [finding, ...others] = await findingsOf(text);
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ code: 'decimal-comma', severity: 'warning', cell: 1, range: { startLine: 1 } });
    expect(finding && mend(text, finding)).toBe(
      text.replace('1,25', '1.25').replace('3,5', '3.5').replace('5,75', '5.75'),
    );
  });

  it('is silent for lists of ids', async () => {
    expect(await found(spoiled({ 3: '1276408,1493881522131\t11\t21\t31' }))).toEqual([]);
  });
});

describe('thousands-separator', () => {
  it.each(['1,234', '1 234', "1'234", '1,234,567.5'])(
    'finds %s among plain numbers, which its fix writes plainly',
    async (cell) => {
      const text = spoiled({ 3: `BRCA1\t11\t${cell}\t31` });
      const [finding, ...others] = await findingsOf(text);
      expect(others).toEqual([]);
      expect(finding).toMatchObject({ code: 'thousands-separator', severity: 'error', blocks: true, cell: 2, row: 1 });
      expect(finding && mend(text, finding)).toBe(spoiled({ 3: `BRCA1\t11\t${cell.replace(/[^\d.]/g, '')}\t31` }));
    },
  );

  it('takes a point for it where the comma is the decimal separator', async () => {
    const text = `gene;S1;S2\nTP53;1,25;2,5\nBRCA1;3,5;1.234,5\nEGFR;5,75;6,5\nMYC;7,5;8,25\n${'KRAS;9,5;9,75\n'.repeat(9)}`;
    expect((await found(text)).filter((line) => line.includes('thousands'))).toEqual(['3:3 thousands-separator error']);
  });

  it('is no finding for a comma behind a zero', async () => {
    expect(await found(spoiled({ 3: 'BRCA1\t11\t0,234\t31' }))).toEqual(['3:3 not-a-number error']);
  });
});

describe('non-finite', () => {
  it('is an error that blocks in a measured quantity', async () => {
    const [finding, ...others] = await findingsOf(spoiled({ 3: 'BRCA1\t11\t-Inf\t31' }));
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ code: 'non-finite', severity: 'error', blocks: true, cell: 2 });
  });

  it('is information in a statistic, where something was divided by zero', async () => {
    const text =
      'gene\tlogFC\tAveExpr\tt\tP.Value\tadj.P.Val\tB\nTP53\tInf\t3\t2.2\t0.01\t0.02\t1\nEGFR\t-1.5\t3\t2.2\t0.01\t0.02\t1\n';
    const [finding, ...others] = await findingsOf(text);
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ code: 'non-finite', severity: 'information', blocks: false, cell: 1 });
  });

  it('is information in a quantity that is a ratio', async () => {
    const ratios = await found(spoiled({ 3: 'BRCA1\t11\tInf\t31' }), ({ quantities }) => ({
      quantities: quantities.map((quantity) => ({ ...quantity, name: 'Ratio H/L' })),
    }));
    expect(ratios).toEqual(['3:3 non-finite information']);
  });
});
