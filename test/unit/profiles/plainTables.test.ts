import { describe, expect, it } from 'vitest';
import type { Profile } from '../../../server/src/profiles/profile.ts';
import { recognizeBytes, recognizeText, sampleNames } from './variants.ts';

const lines = (...rows: readonly string[]): string => `${rows.join('\n')}\n`;
const namesOf = (profile: Profile, role: string): string[] =>
  profile.columns.filter((column) => column.role === role).map((column) => column.name);
const lipids = lines('lipid,S1,S2', 'PC 34:1,1.5,2.5', 'PE 36:2,3.5,4.5', 'TG 52:3,5.5,6.5');

describe('Which way round a plain table is', () => {
  it('names of lipids in the first column are features in rows', async () => {
    const profile = await recognizeText(lipids);
    expect(profile).toMatchObject({
      layout: 'plain-matrix',
      shape: 'features-in-rows',
      omicsType: 'lipidomics',
      rowKey: [0],
    });
    expect(sampleNames(profile)).toEqual(['S1', 'S2']);
  });

  it('names of lipids in the header are samples in rows', async () => {
    const profile = await recognizeText(
      lines('ID,Tissue,PC 34:1,PE 36:2', 'A1,liver,1.5,2.5', 'A2,liver,3.5,4.5', 'A3,brain,5.5,6.5'),
    );
    expect(profile).toMatchObject({ shape: 'samples-in-rows', omicsType: 'lipidomics' });
    expect(profile.columns.flatMap((column) => column.feature ?? [])).toEqual(['PC 34:1', 'PE 36:2']);
    expect(profile.identity).toMatchObject({ column: -1, kind: 'lipid' });
    expect(namesOf(profile, 'metadata')).toEqual(['Tissue']);
    expect(namesOf(profile, 'sample-name')).toEqual(['ID']);
  });

  it('genes in the header are a gene matrix with samples in rows', async () => {
    const genes = ['ENSG00000004139', 'ENSG00000141510', 'ENSG00000146648'];
    const profile = await recognizeText(lines(`sample,${genes.join(',')}`, 'S1,5,0,7', 'S2,6,1,9'));
    expect(profile).toMatchObject({ layout: 'gene-matrix', shape: 'samples-in-rows', omicsType: 'transcriptomics' });
    expect(profile.identity).toMatchObject({ column: -1, kind: 'gene', namespace: 'ensembl' });
  });

  it('age, batch and dose of a sample are metadata, not features', async () => {
    const profile = await recognizeText(
      lines(
        'sample_id,Age,Batch,Glucose,Alanine,Urea',
        'A,34,1,5.1,0.4,3.3',
        'B,41,2,6.1,0.5,2.2',
        'C,29,2,4.4,0.6,2.9',
      ),
    );
    expect(profile.shape).toBe('samples-in-rows');
    expect(namesOf(profile, 'metadata')).toEqual(['Age', 'Batch']);
    expect(namesOf(profile, 'value')).toEqual(['Glucose', 'Alanine', 'Urea']);
  });
});

describe('What the columns of a plain table are', () => {
  it('masses, times and formulas are annotation, numbers without such a name are samples', async () => {
    const profile = await recognizeText(
      lines('name,mz,rt,Formula,QC1,QC2', 'glucose,179.05,1.2,C6H12O6,10,20', 'urea,59.02,0.8,CH4N2O,30,40'),
    );
    expect(namesOf(profile, 'annotation')).toEqual(['mz', 'rt', 'Formula']);
    expect(sampleNames(profile)).toEqual(['QC1', 'QC2']);
  });

  it('samples called t, B and F are samples where nothing is compared', async () => {
    const profile = await recognizeText(lines('protein,A,B,F,t', 'P04637,1.5,2.5,1,2', 'Q9Y6K9,3.5,4.5,3,4'));
    expect(sampleNames(profile)).toEqual(['A', 'B', 'F', 't']);
  });

  it('one word among the few numbers of a short table leaves their column a sample', async () => {
    const profile = await recognizeText('gene,S1,S2\nTP53,1.5,2.2\nEGFR,high,4\nBRCA1,7,8.5\nMYC,1,2.5\n', 'short.csv');
    expect(sampleNames(profile)).toEqual(['S1', 'S2']);
  });

  it('a sample in which nothing was found is a sample', async () => {
    const profile = await recognizeText(lines('lipid,S1,S2,S3', 'PC 34:1,1.5,,2.5', 'PE 36:2,3.5,,4.5'));
    expect(sampleNames(profile)).toEqual(['S1', 'S2', 'S3']);
  });

  it('row numbers without a name are not the key', async () => {
    const profile = await recognizeText(lines(',gene,a,b', '1,TP53,5,6', '2,BRCA1,7,8', '3,MYC,1,2'));
    expect(profile.rowKey).toEqual([1]);
    expect(sampleNames(profile)).toEqual(['a', 'b']);
  });

  it('a first column without a name holds the keys', async () => {
    const profile = await recognizeText(lines(',a,b', 'ENSG00000004139,5,6', 'ENSG00000141510,7,8'));
    expect(profile.rowKey).toEqual([0]);
    expect(profile.identity).toMatchObject({ kind: 'gene', namespace: 'ensembl' });
  });

  it('nothing measured is an annotation table', async () => {
    const profile = await recognizeText(
      lines('compound,formula,exact_mass,rt', 'glucose,C6H12O6,180.06,1.2', 'urea,CH4N2O,60.03,0.8'),
    );
    expect(profile).toMatchObject({ layout: 'annotation-table', shape: 'annotation', quantities: [] });
  });

  it('a name that stands twice is two samples', async () => {
    const profile = await recognizeText(lines('lipid,S1,S1', 'PC 34:1,1.5,2.5', 'PE 36:2,3.5,4.5'));
    expect(sampleNames(profile)).toEqual(['S1', 'S1']);
    expect(profile.columns.map((column) => column.sample)).toEqual([undefined, 0, 1]);
  });

  it('exactly one quantity is primary where anything is measured', async () => {
    const profile = await recognizeText(lipids);
    expect(profile.quantities.filter((quantity) => quantity.primary)).toHaveLength(1);
  });
});

describe('Where the header stands', () => {
  it.each([
    [
      'a title and a blank line above',
      lines('Table S1. Lipids', '', 'lipid,S1,S2', 'PC 34:1,1.5,2.5', 'PE 36:2,3.5,4.5'),
      2,
    ],
    ['a title that a spreadsheet padded', lines('Table S1,,', 'lipid,S1,S2', 'PC 34:1,1.5,2.5', 'PE 36:2,3.5,4.5'), 1],
    ['comments above', lines('# made by hand', '# twice', 'lipid,S1,S2', 'PC 34:1,1.5,2.5', 'PE 36:2,3.5,4.5'), 2],
    ['a header that begins with #', lines('#lipid,S1,S2', 'PC 34:1,1.5,2.5', 'PE 36:2,3.5,4.5'), 0],
    ['nothing above', lipids, 0],
  ])('with %s', async (_, text, headerLine) => {
    const profile = await recognizeText(text);
    expect(profile.headerLine).toBe(headerLine);
    expect(profile.dataLine).toBe(headerLine + 1);
    expect(sampleNames(profile)).toEqual(['S1', 'S2']);
  });

  it('sample names that are numbers do not make the header data', async () => {
    const profile = await recognizeText(lines('gene,101,102', 'TP53,5,6', 'BRCA1,7,8', 'MYC,1,2'));
    expect(profile.headerLine).toBe(0);
    expect(sampleNames(profile)).toEqual(['101', '102']);
  });

  it('genes and counts from the first line on have no header', async () => {
    const profile = await recognizeText(
      lines('ENSG00000004139\t5', 'ENSG00000141510\t7', 'ENSG00000146648\t0'),
      'liver_3.counts.txt',
    );
    expect(profile).toMatchObject({ layout: 'htseq-counts', headerLine: -1, dataLine: 0 });
    expect(sampleNames(profile)).toEqual(['liver_3']);
  });

  it('a header of R that leaves out the name of the row names is one cell short', async () => {
    const profile = await recognizeText(lines('S1\tS2', 'PC 34:1\t1.5\t2.5', 'PE 36:2\t3.5\t4.5', 'TG 52:3\t5.5\t6.5'));
    expect(profile.headerLine).toBe(0);
    expect(profile.columns.map((column) => column.name)).toEqual(['', 'S1', 'S2']);
    expect(sampleNames(profile)).toEqual(['S1', 'S2']);
  });

  it('a line of groups under the header is said of the samples and is no data', async () => {
    const profile = await recognizeText(
      lines('Sample,S1,S2,S3', 'Label,case,case,control', 'Glucose,5.5,6.5,7.5', 'Urea,1.5,2.5,3.5'),
    );
    expect(profile).toMatchObject({ layout: 'metaboanalyst', shape: 'features-in-rows', dataLine: 2 });
    expect(profile.samples).toEqual([
      { name: 'S1', metadata: { Label: 'case' } },
      { name: 'S2', metadata: { Label: 'case' } },
      { name: 'S3', metadata: { Label: 'control' } },
    ]);
  });
});

describe('The decimal separator', () => {
  it.each([
    ['decimal commas', lines('lipid;S1;S2', 'PC 34:1;1,5;2,25', 'PE 36:2;3,5;4'), ','],
    ['decimal points', lines('lipid;S1;S2', 'PC 34:1;1.5;2.25', 'PE 36:2;3.5;4'), '.'],
    ['one comma among points', lines('lipid;S1;S2', 'PC 34:1;1.5;2.25', 'PE 36:2;3,5;4.5'), '.'],
    [
      'a few thousands separators among plain numbers',
      lines('lipid;S1;S2', 'PC 34:1;1,500;225', 'PE 36:2;350;450', 'TG 52:3;9;8'),
      '.',
    ],
    ['three digits behind every comma', lines('lipid;S1;S2', 'PC 34:1;1,500;2,250', 'PE 36:2;3,125;4,875'), ','],
    ['ids with commas and values with points', lines('Cluster ID;S1;S2', '12,14;1.5;2.25', '13,15;3.5;4.5'), '.'],
    ['a comma as delimiter', lipids, '.'],
  ])('with %s', async (_, text, separator) => {
    expect((await recognizeText(text)).decimalSeparator).toBe(separator);
  });
});

describe('It always answers', () => {
  it.each([
    ['nothing', ''],
    ['a blank line', '\n'],
    ['one word', 'word'],
    ['a header only', 'gene,a,b\n'],
    ['numbers only', '1,2\n3,4\n'],
    ['one column', 'gene\nTP53\nMYC\n'],
    ['quotes only', '""""""'],
    ['delimiters only', ',,,\n,,,\n'],
    ['an open quote', 'gene,a\n"TP53,5\nMYC,6\n'],
  ])('%s', async (_, text) => {
    const profile = await recognizeText(text);
    expect(profile.layout).not.toBe('');
    expect(profile.confidence).toBeGreaterThan(0);
  });

  it('bytes that are no text', async () => {
    const bytes = Uint8Array.from({ length: 5000 }, (_, at) => (at * 7919) % 256);
    expect((await recognizeBytes(bytes)).layout).toBe('plain-matrix');
  });

  it('an empty file has an unknown shape', async () => {
    expect(await recognizeText('')).toMatchObject({
      layout: 'plain-matrix',
      shape: 'unknown',
      rowKey: [],
      quantities: [],
    });
  });
});
