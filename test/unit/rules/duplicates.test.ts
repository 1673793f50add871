import { describe, expect, it } from 'vitest';
import { findingsOf, found, spoiled } from './judged.ts';

describe('duplicate-sample', () => {
  it('is an error that blocks, at the header cell of the repeat', async () => {
    const [finding, ...others] = await findingsOf(spoiled({ 1: 'gene\tS1\tS2\tS1' }));
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ code: 'duplicate-sample', severity: 'error', blocks: true, cell: 3, row: null });
    expect(finding?.range).toEqual({ startLine: 0, startColumn: 11, endLine: 0, endColumn: 13 });
  });

  it('is found at the repeated name of a table with a sample a row', async () => {
    const text =
      'sample,group,Glucose,Lactate,Alanine\nA1,x,1.5,2.5,3.5\nA2,x,1.6,2.6,3.6\nA1,y,1.7,2.7,3.7\nA4,y,1.8,2.8,3.8\n';
    expect(await found(text)).toEqual(['2:2 group-too-small information', '4:1 duplicate-sample error']);
  });

  it('is silent where the layout repeats names rightly', async () => {
    const repeats = spoiled({ 1: 'gene\tS1\tS2\tS1' });
    expect(await found(repeats, ({ customs }) => ({ customs: { ...customs, repeatedSamples: true } }))).toEqual([]);
  });

  it('is silent where a name stands once for each of two quantities', async () => {
    const text =
      'Protein IDs\tMajority protein IDs\tIntensity A\tIntensity B\tLFQ intensity A\tLFQ intensity B\nP12345\tP12345\t10\t20\t1\t2\nP12346\tP12346\t30\t40\t3\t4\n';
    expect(await found(text)).toEqual([]);
  });
});

describe('duplicate-feature-id', () => {
  it('is a warning at the key of each repeat with other values', async () => {
    expect(await found(spoiled({ 3: 'TP53\t11\t21\t31', 5: 'TP53\t13\t23\t33' }))).toEqual([
      '3:1 duplicate-feature-id warning',
      '5:1 duplicate-feature-id warning',
    ]);
  });

  it('is an error that does not block where a row is the same in every cell', async () => {
    const [finding, ...others] = await findingsOf(spoiled({ 4: 'TP53\t10\t20\t30' }));
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ code: 'duplicate-feature-id', severity: 'error', blocks: false, cell: 0, row: 2 });
    expect(finding?.message).toContain('line 2');
  });

  it('says whether a repeat was measured otherwise or only described otherwise', async () => {
    const text = [
      'gene,note,S1,S2,S3',
      'TP53,good,10,20,30',
      'TP53,poor,10,20,30',
      'MYC,same,1,2,3',
      'MYC,same,2,1,3',
      'KRAS,same,4,2,3',
    ].join('\n');
    const [described, measured] = await findingsOf(text);
    expect(described?.message).toContain('line 2, with the same values');
    expect(measured?.message).toContain('line 4, with other values');
  });

  it('tells a copy of a repeat from a copy of the first row', async () => {
    const [, copy] = await findingsOf(spoiled({ 3: 'TP53\t11\t21\t31', 5: 'TP53\t11\t21\t31' }));
    expect(copy).toMatchObject({ severity: 'error', range: { startLine: 4 } });
    expect(copy?.message).toContain('line 3');
  });

  it('takes rows that differ in text, in order of values, or in what is missing for no copies', async () => {
    const text = [
      'gene,note,S1,S2,S3',
      'TP53,good,10,20,30',
      'TP53,poor,10,20,30',
      'EGFR,same,0,NA,5',
      'EGFR,same,NA,0,5',
      'MYC,same,1,2,3',
      'MYC,same,2,1,3',
      'KRAS,same,<5,2,3',
      'KRAS,same,<6,2,3',
    ].join('\n');
    expect((await found(text)).filter((line) => line.includes('duplicate'))).toEqual([
      '3:1 duplicate-feature-id warning',
      '5:1 duplicate-feature-id warning',
      '7:1 duplicate-feature-id warning',
      '9:1 duplicate-feature-id warning',
    ]);
  });

  it.each([
    ['Adduct', '[M-H]-', '[M+Cl]-'],
    ['Isotopologue', 'M+0', 'M+1'],
    ['Charge', '2', '3'],
    ['Position', '15', '392'],
    ['Sample', 'A', 'B'],
  ])(
    'is silent where the column %s tells rows of one name apart, and not where it does not',
    async (name, one, other) => {
      const table = (second: string): string =>
        [
          `Compound\t${name}\tS1\tS2\tS3`,
          ...['Citrate', 'Malate', 'Lactate', 'Serine', 'Glycine', 'Alanine'].flatMap((compound, at) => [
            `${compound}\t${one}\t${at + 101}.5\t${at + 111}.5\t${at + 121}.5`,
            `${compound}\t${at === 2 ? second : other}\t${at + 201}.5\t${at + 211}.5\t${at + 221}.5`,
          ]),
        ]
          .join('\n')
          .concat('\n');
      const duplicates = async (text: string): Promise<readonly string[]> =>
        (await found(text)).filter((line) => line.includes('duplicate'));
      expect(await duplicates(table(other))).toEqual([]);
      expect(await duplicates(table(one))).toEqual(['7:1 duplicate-feature-id warning']);
    },
  );

  it('is silent in long tables, where a name stands on many rows', async () => {
    expect(await found(spoiled({ 3: 'TP53\t11\t21\t31' }), () => ({ shape: 'long', moleculeKey: [0] }))).toEqual([]);
  });

  it('is silent for rows without a key and for summary rows', async () => {
    expect(
      (
        await found(spoiled({ 2: '\t10\t20\t30', 3: '\t11\t21\t31', 4: 'Total\t12\t22\t32', 5: 'Total\t1\t2\t3' }))
      ).filter((line) => line.includes('duplicate')),
    ).toEqual([]);
  });

  it('says nothing of keys that the layout repeats rightly, but of identical copies', async () => {
    const repeats = spoiled({ 3: 'TP53\t11\t21\t31', 4: 'TP53\t10\t20\t30' });
    expect(await found(repeats, ({ customs }) => ({ customs: { ...customs, repeatedKeys: true } }))).toEqual([
      '4:1 duplicate-feature-id error',
    ]);
  });

  it('is found at the header cell of a feature that is given twice to samples in rows', async () => {
    const text =
      'sample,group,Glucose,Lactate,Glucose\nA1,x,1.5,2.5,3.5\nA2,x,1.6,2.6,3.6\nA3,y,1.7,2.7,3.7\nA4,y,1.8,2.8,3.8\n';
    expect(await found(text)).toEqual(['1:5 duplicate-feature-id warning', '2:2 group-too-small information']);
  });
});

describe('repeated-value-differs', () => {
  const report = (second: string): string =>
    [
      'R.FileName\tPG.ProteinGroups\tPG.Quantity\tEG.ModifiedSequence\tFG.Charge\tFG.Quantity',
      'a\tP04637\t5.5\t_AAAK_\t2\t1.5',
      `a\tP04637\t${second}\t_CCCK_\t2\t2.5`,
      'a\tP04637\t6.5\t_DDDK_\t2\t3.5',
      'b\tP04637\t7.5\t_AAAK_\t2\t4.5',
      'a\tP38398\t8.5\t_EEEK_\t2\t5.5',
      '',
    ].join('\n');

  it('is a warning where a protein has another value on a later row of the same run, told once', async () => {
    const findings = await findingsOf(report('6.5'));
    expect(findings.map(({ code, severity, cell, row }) => [code, severity, cell, row])).toEqual([
      ['repeated-value-differs', 'warning', 2, 1],
    ]);
    expect(findings[0]?.message).toContain('line 2');
  });

  it('is found behind rows that leave the value out, and takes these for no difference', async () => {
    expect(await found(report(''))).toEqual(['4:3 repeated-value-differs warning']);
    expect(await found(report('Filtered').replace('\t6.5\t', '\t5.5\t'))).toEqual([]);
  });
});
