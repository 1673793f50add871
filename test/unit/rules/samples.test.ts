import { describe, expect, it } from 'vitest';
import type { Finding } from '#shared/diagnostics.ts';
import { validate } from '../../../server/src/rules/validate.ts';
import { readNamedSheet } from '../../../server/src/sheets/readSheet.ts';
import { textSource } from '../../../server/src/table/byteSource.ts';
import { soundLines } from './judged.ts';

const about = new Set([
  'sample-not-in-sheet',
  'sample-not-in-matrix',
  'sample-name-near-miss',
  'batch-equals-group',
  'group-too-small',
  'qc-missing',
]);

/** What is said of a table's samples by a sheet that a person named. */
async function findingsBy(table: string, sheet: readonly string[]): Promise<readonly Finding[]> {
  const read = await readNamedSheet(textSource('sheet.csv', `${sheet.join('\n')}\n`));
  const { findings } = await validate(textSource('table.tsv', table), { sheets: { sheets: [read], named: true } });
  return findings.filter(({ code }) => about.has(code));
}

/** The same in short: `line:cell code severity`, as people count. */
const inShort = (findings: readonly Finding[]): readonly string[] =>
  findings.map(({ range, cell, code, severity }) => `${range.startLine + 1}:${cell + 1} ${code} ${severity}`);

/** A sound table of genes with these samples. */
function tableOf(...names: readonly string[]): string {
  const rows = soundLines.slice(1).map((line, row) => {
    const [gene] = line.split('\t');
    return [gene, ...names.map((_, at) => (row + 1) * (at + 3))].join('\t');
  });
  return `${[['gene', ...names].join('\t'), ...rows].join('\n')}\n`;
}

function mendBy({ fixes }: Finding, text: string): string {
  return [...(fixes[0]?.edits ?? [])]
    .reverse()
    .reduce((mended, { start, end, newText }) => mended.slice(0, start) + newText + mended.slice(end), text);
}

describe('a table and its sample sheet', () => {
  it('are in order where every sample is in both and groups have three', async () => {
    const sheet = ['sample,group', 'S1,a', 'S2,a', 'S3,a'];
    expect(await findingsBy(tableOf('S1', 'S2', 'S3'), sheet)).toEqual([]);
  });

  it('are not compared where no sheet is given', async () => {
    const { findings, sheet } = await validate(textSource('t.tsv', tableOf('S1', 'S2', 'S9')));
    expect({ findings, sheet }).toEqual({ findings: [], sheet: null });
  });

  it('disagree at the header cell of a sample that the sheet lacks, and at the file of those that the table lacks', async () => {
    const sheet = ['sample,group', 'S1,a', 'S2,a', 'S3,a', 'Q7,a', 'Q8,a'];
    const findings = await findingsBy(tableOf('S1', 'S2', 'S3', 'R5'), sheet);
    expect(inShort(findings)).toEqual(['1:1 sample-not-in-matrix error', '1:5 sample-not-in-sheet error']);
    expect(findings.map(({ blocks }) => blocks)).toEqual([false, false]);
    expect(findings[0]?.message).toContain('"Q7", "Q8"');
    expect(findings[1]?.message).toContain('"R5" is not in the sample sheet sheet.csv');
  });

  it('disagree at the row of a sample of a table with samples in rows', async () => {
    const table =
      'sample,group,Glucose,Lactate,Alanine\nA1,x,1.5,2.5,3.5\nA2,x,1.6,2.6,3.6\nB3,y,1.7,2.7,3.7\nA4,y,1.8,2.8,3.8\n';
    const sheet = ['sample,dose', 'A1,low', 'A2,low', 'A4,high'];
    expect(inShort(await findingsBy(table, sheet))).toEqual([
      '1:1 group-too-small information',
      '4:1 sample-not-in-sheet error',
    ]);
  });

  it('differ in the case of a name, which the fix mends in the header of every quantity', async () => {
    const table =
      'Protein IDs\tMajority protein IDs\tIntensity ctrl_1\tIntensity B\tLFQ intensity ctrl_1\tLFQ intensity B\nP12345\tP12345\t10\t20\t1\t2\nP12346\tP12346\t30\t40\t3\t4\n';
    const sheet = ['sample,batch', 'Ctrl_1,1', 'B,1'];
    const [finding, ...others] = await findingsBy(table, sheet);
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ code: 'sample-name-near-miss', severity: 'warning', blocks: false, cell: 4 });
    expect(finding?.fixes).toMatchObject([{ title: 'Rename the sample to "Ctrl_1"', safe: true }]);
    const mended = mendBy(finding as Finding, table);
    expect(mended).toContain('Intensity Ctrl_1\tIntensity B\tLFQ intensity Ctrl_1\tLFQ intensity B\n');
    expect(await findingsBy(mended, sheet)).toEqual([]);
  });

  it('differ by a slip, which is told once and not as a sample that either lacks', async () => {
    const sheet = ['sample,batch', 'Control_1,1', 'Control_2,1', 'Control_3,1'];
    const table = tableOf('Contorl_1', 'Control_2', 'Control_3');
    const findings = await findingsBy(table, sheet);
    expect(inShort(findings)).toEqual(['1:2 sample-name-near-miss warning']);
    expect(await findingsBy(mendBy(findings[0] as Finding, table), sheet)).toEqual([]);
  });
});

describe('batch-equals-group', () => {
  const table = tableOf('S1', 'S2', 'S3', 'S4', 'S5', 'S6');
  const sheetOf = (rows: readonly string[]) => ['sample,group,batch,type', ...rows];

  it('is told where every batch holds one group only, QC samples aside', async () => {
    const rows = ['S1,a,1,sample', 'S2,a,1,sample', 'S3,a,1,sample', 'S4,b,2,sample', 'S5,b,2,sample', 'S6,a,2,QC'];
    expect(inShort(await findingsBy(table, sheetOf(rows)))).toEqual([
      '1:1 batch-equals-group warning',
      '1:1 group-too-small information',
    ]);
  });

  it.each([
    ['a batch holds two groups', ['1', '1', '2', '2', '2', '2']],
    ['there is one batch', ['1', '1', '1', '1', '1', '1']],
    ['each sample is a batch of its own', ['1', '2', '3', '4', '5', '6']],
  ])('is silent where %s', async (_, batches) => {
    const rows = batches.map((batch, at) => `S${at + 1},${at < 3 ? 'a' : 'b'},${batch},sample`);
    expect(await findingsBy(table, sheetOf(rows))).toEqual([]);
  });
});

describe('group-too-small', () => {
  it('does not take subjects, points of time or a measured factor of a sheet for groups', async () => {
    const factors = 'Factor Value[Diet],Factor Value[Age],Factor Value[Subject]';
    const rows = Array.from({ length: 9 }, (_, at) => `S${at},${at < 2 ? 'fat' : 'chow'},${30 + at},m${at % 3}`);
    const findings = await findingsBy(tableOf(...rows.map((row) => row.split(',')[0] ?? '')), [
      `sample,${factors}`,
      ...rows,
    ]);
    expect(inShort(findings)).toEqual(['1:1 group-too-small information']);
    expect(findings[0]?.message).toContain('in the table: "fat".');
    const hours = Array.from({ length: 9 }, (_, at) => `S${at},${Math.floor(at / 1.2)}`);
    expect(
      await findingsBy(tableOf('S0', 'S1', 'S2', 'S3', 'S4', 'S5', 'S6', 'S7', 'S8'), ['sample,group', ...hours]),
    ).toEqual([]);
  });

  it('names the groups of fewer than three samples of the table', async () => {
    const sheet = ['sample,group', 'S1,a', 'S2,a', 'S3,a', 'S4,b', 'S5,b'];
    const findings = await findingsBy(tableOf('S1', 'S2', 'S3', 'S4', 'S5'), sheet);
    expect(inShort(findings)).toEqual(['1:1 group-too-small information']);
    expect(findings[0]?.message).toContain('in the table: "b".');
    expect(findings[0]?.message).not.toContain('"a"');
  });

  it('is silent where the column names individuals', async () => {
    expect(await findingsBy(tableOf('S1', 'S2', 'S3'), ['sample,label', 'S1,x', 'S2,y', 'S3,z'])).toEqual([]);
  });
});

describe('qc-missing', () => {
  const order = (...names: readonly string[]) => [
    'sample,injection_order',
    ...names.map((name, at) => `${name},${at + 1}`),
  ];

  it('is told where the order of injections is given and nothing watches it', async () => {
    const names = ['S1', 'S2', 'S3'];
    expect(inShort(await findingsBy(tableOf(...names), order(...names)))).toEqual(['1:1 qc-missing information']);
  });

  it('is silent with a pool among the samples, and without an order', async () => {
    const names = ['S1', 'Pool_1', 'S3'];
    expect(await findingsBy(tableOf(...names), order(...names))).toEqual([]);
    expect(await findingsBy(tableOf('S1', 'S2', 'S3'), ['sample,batch', 'S1,1', 'S2,1', 'S3,1'])).toEqual([]);
  });

  it('counts what the table itself says of its samples before what the sheet says', async () => {
    const table = [
      '\t\t\t\tClass\ta\ta\tqc',
      '\t\t\t\tFile type\tSample\tSample\tQC',
      '\t\t\t\tInjection order\t1\t2\t3',
      '\t\t\t\tBatch ID\t1\t1\t1',
      'Alignment ID\tAverage Rt(min)\tAverage Mz\tMetabolite name\tAdduct type\tS1\tS2\tS3',
      '0\t1.2\t760.5\tPC 34:1\t[M+H]+\t10\t20\t30',
      '1\t1.3\t758.5\tPC 34:2\t[M+H]+\t11\t21\t31',
      '2\t1.4\t788.6\tPC 36:1\t[M+H]+\t12\t22\t32',
    ].join('\n');
    const { profile } = await validate(textSource('t.txt', table));
    expect(profile.layout).toBe('msdial-alignment');
    const sheet = ['sample,sample type,injection order', 'S1,sample,1', 'S2,sample,2', 'S3,sample,3'];
    expect(await findingsBy(table, sheet)).toEqual([]);
    expect(inShort(await findingsBy(table.replaceAll(/qc/gi, 'a'), sheet))).toEqual(['1:1 qc-missing information']);
  });
});

describe('the fix of a near miss', () => {
  it('changes the sample’s name and not the same letters in a tool’s own words', async () => {
    const table = [
      'Protein\tProtein ID\tEntry Name\tGene\tty MaxLFQ Intensity\tB MaxLFQ Intensity',
      'sp|P12345|A_HUMAN\tP12345\tA_HUMAN\tA\t1\t2',
      'sp|P12346|B_HUMAN\tP12346\tB_HUMAN\tB\t3\t4',
    ].join('\n');
    const [finding] = await findingsBy(table, ['sample,batch', 'TY,1', 'B,1']);
    expect(finding?.code).toBe('sample-name-near-miss');
    expect(mendBy(finding as Finding, table)).toContain('\tTY MaxLFQ Intensity\t');
  });

  it('renames the sample on every row of a long table, and only there', async () => {
    const rows = ['P04637', 'P38398', 'P00533'].flatMap((protein) => [
      `runa\t${protein}\t1.5`,
      `runb\t${protein}\t2.5`,
      `"runa"\t${protein}-2\truna`,
    ]);
    const table = ['R.FileName\tPG.ProteinGroups\tPG.Quantity', ...rows].join('\n');
    const sheet = ['sample,batch', 'RunA,1', 'runb,1'];
    const [finding, ...others] = await findingsBy(table, sheet);
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ code: 'sample-name-near-miss', fixes: [{ safe: true }], range: { startLine: 1 } });
    const mended = mendBy(finding as Finding, table);
    expect(mended).toBe(table.replaceAll('"runa"', 'RunA').replaceAll(/^runa/gm, 'RunA'));
    expect(await findingsBy(mended, sheet)).toEqual([]);
  });

  it('renames every row of the sample in a table with samples in rows, and is no safe one for a slip', async () => {
    const table =
      'sample,Glucose,Lactate,Alanine\nContorl_1,1.5,2.5,3.5\nCase_2,1.6,2.6,3.6\nContorl_1,1.7,2.7,3.7\nCase_4,1.8,2.8,3.8\n';
    const sheet = ['sample,dose', 'Control_1,low', 'Case_2,low', 'Case_4,high'];
    const [finding, ...others] = await findingsBy(table, sheet);
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ fixes: [{ title: 'Rename the sample to "Control_1"', safe: false }], cell: 0 });
    const mended = mendBy(finding as Finding, table);
    expect(mended).toBe(table.replaceAll('Contorl', 'Control'));
    expect(await findingsBy(mended, sheet)).toEqual([]);
  });
});

describe('a table of one sample', () => {
  it('does not lack the other samples of its study', async () => {
    expect(await findingsBy(tableOf('S1'), ['sample,batch', 'S1,1', 'S2,1', 'S3,1'])).toEqual([]);
    expect(inShort(await findingsBy(tableOf('T1'), ['sample,batch', 'S1,1', 'S2,1']))).toEqual([
      '1:1 sample-not-in-matrix error',
      '1:2 sample-not-in-sheet error',
    ]);
  });
});
