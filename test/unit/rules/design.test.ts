import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { designRules } from '../../../server/src/rules/samples/designRules.ts';
import { validate } from '../../../server/src/rules/validate.ts';
import { textSource } from '../../../server/src/table/byteSource.ts';
import { marked } from './judged.ts';

const about = new Set(designRules.flatMap(({ codes }) => codes));

/** What is said of a file's study: `line:cell code “marked text”`, as people count. */
async function found(text: string): Promise<readonly string[]> {
  const { findings } = await validate(textSource('table', text));
  return findings
    .filter(({ code }) => about.has(code))
    .map((finding) => `${finding.range.startLine + 1}:${finding.cell + 1} ${finding.code} “${marked(text, finding)}”`);
}

const rowsOf = (...rows: readonly string[]): string => `${rows.join('\n')}\n`;

describe('a sample sheet by itself', () => {
  it('is judged at the cells that tell the first batch, the first small group and the first injection', async () => {
    const sheet = rowsOf(
      'sample,group,batch,injection_order,type,fastq_1',
      'S1,a,1,1,sample,r1.fastq.gz',
      'S2,a,1,2,sample,r2.fastq.gz',
      'S3,a,1,3,sample,r3.fastq.gz',
      'S4,b,2,4,sample,r4.fastq.gz',
      'S5,b,2,5,sample,r5.fastq.gz',
    );
    expect((await validate(textSource('sheet', sheet))).profile.shape).toBe('sample-sheet');
    expect(await found(sheet)).toEqual(['2:3 batch-equals-group “1”', '2:4 qc-missing “1”', '5:2 group-too-small “b”']);
    expect(await found(sheet.replace('S5,b,2', 'S5,a,2').replace('S4,b,2,4,sample', 'S4,b,2,4,QC'))).toEqual([]);
  });

  it('of a pipeline counts samples, not their lanes', async () => {
    const lane = (sample: string, at: number) =>
      `${sample},r${at}_1.fastq.gz,r${at}_2.fastq.gz,auto,${sample.slice(0, 1)}`;
    const samples = ['C1', 'C1', 'C2', 'C3', 'T1', 'T2', 'T2'];
    const sheet = rowsOf('sample,fastq_1,fastq_2,strandedness,condition', ...samples.map(lane));
    const { profile, findings } = await validate(textSource('sheet', sheet));
    expect([profile.shape, findings.map(({ code }) => code)]).toEqual(['sample-sheet', ['group-too-small']]);
    expect(await found(sheet)).toEqual(['6:5 group-too-small “T”']);
  });

  it('of SDRF counts samples, not their fractions, and no QC samples', async () => {
    const line = (source: string, fraction: number, disease: string) =>
      `${source}\tHomo sapiens\tliver\t${source} run ${fraction}\t${source}_${fraction}.raw\t${disease}`;
    const sources = (names: readonly string[], disease: string) =>
      names.flatMap((name) => [line(name, 1, disease), line(name, 2, disease)]);
    const header =
      'source name\tcharacteristics[organism]\tcharacteristics[organism part]\tassay name\tcomment[data file]\tfactor value[disease]';
    const sheet = rowsOf(header, ...sources(['c1', 'c2', 'c3'], 'normal'), ...sources(['d1', 'd2'], 'tumour'));
    expect((await validate(textSource('sheet', sheet))).profile.layout).toBe('sdrf');
    expect(await found(sheet)).toEqual(['8:6 group-too-small “tumour”']);
    const pooled = rowsOf(header, ...sources(['c1', 'c2', 'c3'], 'normal'), ...sources(['d1', 'd2'], 'pool'));
    expect(await found(pooled)).toEqual([]);
  });

  it.each([
    ['age', (at: number) => `Factor Value[Age]\t${at + 30}`],
    ['subject', (at: number) => `Factor Value[Subject]\tm${at >> 1}`],
    ['group of one', () => 'Factor Value[Diet]\tchow'],
  ])('of ISA-Tab is not held to its %s', async (_, factorOf) => {
    const rows = Array.from({ length: 16 }, (_, at) => `mouse\tMus musculus\tS${at}\t${factorOf(at).split('\t')[1]}`);
    const header = `Source Name\tCharacteristics[Organism]\tSample Name\t${factorOf(0).split('\t')[0]}`;
    const sheet = rowsOf(header, ...rows);
    expect((await validate(textSource('sheet', sheet))).profile.shape).toBe('sample-sheet');
    expect(await found(sheet)).toEqual([]);
  });
});

describe('a table without a sheet', () => {
  it('of MS-DIAL is judged by its lines of class, batch and injection order, at the first sample concerned', async () => {
    const lines = (classes: string, batches: string) =>
      rowsOf(
        `\t\t\t\tClass\t${classes}`,
        '\t\t\t\tFile type\tSample\tSample\tSample\tSample\tSample',
        '\t\t\t\tInjection order\t1\t2\t3\t4\t5',
        `\t\t\t\tBatch ID\t${batches}`,
        'Alignment ID\tAverage Rt(min)\tAverage Mz\tMetabolite name\tAdduct type\tS1\tS2\tS3\tS4\tS5',
        '0\t1.2\t760.5\tPC 34:1\t[M+H]+\t10\t20\t30\t40\t50',
        '1\t1.3\t758.5\tPC 34:2\t[M+H]+\t11\t21\t31\t41\t51',
      );
    const confounded = lines('a\ta\ta\tb\tb', '1\t1\t1\t2\t2');
    expect((await validate(textSource('table', confounded))).profile.layout).toBe('msdial-alignment');
    expect(await found(confounded)).toEqual([
      '5:6 batch-equals-group “S1”',
      '5:6 qc-missing “S1”',
      '5:9 group-too-small “S4”',
    ]);
    expect(await found(lines('a\ta\ta\tQC\tblank', '1\t1\t1\t2\t2'))).toEqual([]);
    expect(await found(lines('a\ta\ta\tpool\tStandard', '1\t1\t1\t2\t2'))).toEqual([]);
    expect(await found(lines('standard diet\tfat\tfat\tfat\tpool', '1\t1\t1\t1\t1'))).toEqual([
      '5:6 group-too-small “S1”',
    ]);
  });

  it('of mwTab is judged by its factors, whatever their names', async () => {
    const text = readFileSync('test/fixtures/layouts/mwtab.txt', 'utf8');
    expect((await validate(textSource('table', text))).profile.layout).toBe('mwtab');
    const factors = text.split('\n').find((line) => line.startsWith('Factors\t')) ?? '';
    const cells = factors.split('\t').slice(1);
    const otherwise = ['Tail:short', 'Tail:long', 'Tail:long', 'Tail:long', 'Tail:long', 'Tail:long'];
    const changed = text.replace(factors, ['Factors', ...otherwise.slice(0, cells.length)].join('\t'));
    expect(await found(changed)).toMatchObject([/group-too-small/].map((code) => expect.stringMatching(code)));
  });

  it('of MetaboAnalyst is judged at its second column', async () => {
    const table = rowsOf(
      'Sample,Muscle loss,Glucose,Lactate,Alanine',
      ...['fit', 'fit', 'fit', 'weak', 'weak', 'fit'].map(
        (loss, at) => `P${at},${loss},${at + 1.5},${at + 2.25},${at + 3.75}`,
      ),
    );
    expect((await validate(textSource('table', table))).profile.layout).toBe('metaboanalyst');
    expect(await found(table)).toEqual(['5:2 group-too-small “weak”']);
  });

  it('of a long layout is judged by what all rows of a sample say alike', async () => {
    const rows = (conditions: readonly string[]) =>
      ['P04637', 'P38398'].flatMap((protein) =>
        conditions.map((condition, run) => `run${run}\t${condition}\t${protein}\t${run + 1.5}`),
      );
    const table = rowsOf('R.FileName\tR.Condition\tPG.ProteinGroups\tPG.Quantity', ...rows(['a', 'a', 'a', 'b']));
    expect(await found(table)).toEqual(['5:2 group-too-small “b”']);
    expect(await found(table.replace('run3\tb\tP38398', 'run3\tc\tP38398'))).toEqual([]);
  });
});
