import { describe, expect, it } from 'vitest';
import { readIfSheet, readNamedSheet } from '../../../server/src/sheets/readSheet.ts';
import type { SheetSample } from '../../../server/src/sheets/sheet.ts';
import { textSource } from '../../../server/src/table/byteSource.ts';

async function samplesOf(lines: readonly string[], naming?: string): Promise<readonly SheetSample[]> {
  const { namings } = await readNamedSheet(textSource('sheet.txt', `${lines.join('\n')}\n`));
  const found = namings.find(({ column }) => naming === undefined || column === naming);
  return found?.samples ?? [];
}

describe('a sample sheet', () => {
  it('of nf-core is read by sample, condition and batch, and lanes of one sample are one', async () => {
    const samples = await samplesOf([
      'sample,fastq_1,fastq_2,strandedness,condition,batch',
      'WT1,a_L1_R1.fastq.gz,a_L1_R2.fastq.gz,auto,wild type,1',
      'WT1,a_L2_R1.fastq.gz,a_L2_R2.fastq.gz,auto,wild type,1',
      'KO1,b_L1_R1.fastq.gz,b_L1_R2.fastq.gz,auto,knock-out,2',
    ]);
    expect(samples.map(({ name, group, batch }) => [name, group, batch])).toEqual([
      ['WT1', 'wild type', '1'],
      ['KO1', 'knock-out', '2'],
    ]);
    expect(samples[0]?.metadata).toMatchObject({
      fastq_1: 'a_L1_R1.fastq.gz; a_L2_R1.fastq.gz',
      strandedness: 'auto',
      condition: 'wild type',
    });
  });

  it('of nf-core is found to be one although its samples repeat', async () => {
    const text = 'sample,fastq_1,fastq_2\nWT1,a_1.fq.gz,a_2.fq.gz\nWT1,b_1.fq.gz,b_2.fq.gz\nKO1,c_1.fq.gz,c_2.fq.gz\n';
    const sheet = await readIfSheet(textSource('samplesheet.csv', text));
    expect(sheet?.namings[0]?.samples.map(({ name }) => name)).toEqual(['WT1', 'KO1']);
  });

  it('of ISA-Tab is named by Sample Name, grouped by all its factors, and keeps each ontology reference with its column', async () => {
    const samples = await samplesOf([
      'Source Name\tCharacteristics[Organism]\tTerm Source REF\tTerm Accession Number\tCharacteristics[Sample type]\tTerm Source REF\tSample Name\tFactor Value[Sex]\tFactor Value[Diet]',
      'P1\tHomo sapiens\tNCBITAXON\t9606\tsample\tMTBLS\tS_1\tMale\tfat',
      'P1\tHomo sapiens\tNCBITAXON\t9606\tpooled sample\tMTBLS\tS_2\t\t',
    ]);
    expect(samples.map(({ name, group, kind }) => [name, group, kind])).toEqual([
      ['S_1', 'Male / fat', 'study'],
      ['S_2', null, 'pool'],
    ]);
    expect(samples[0]?.metadata).toEqual({
      'Source Name': 'P1',
      'Characteristics[Organism]': 'Homo sapiens',
      'Characteristics[Organism] Term Source REF': 'NCBITAXON',
      'Characteristics[Organism] Term Accession Number': '9606',
      'Characteristics[Sample type]': 'sample',
      'Characteristics[Sample type] Term Source REF': 'MTBLS',
      'Factor Value[Sex]': 'Male',
      'Factor Value[Diet]': 'fat',
    });
  });

  it('of SDRF can name its samples by source, by assay and by data file', async () => {
    const lines = [
      'source name\tcharacteristics[organism]\tcharacteristics[disease]\tassay name\tcomment[data file]\tfactor value[disease]',
      'patient 1\thomo sapiens\tnormal\trun 1\tP1_f1.raw\tnormal',
      'patient 1\thomo sapiens\tnormal\trun 2\tP1_f2.raw\tnormal',
      'patient 2\thomo sapiens\tcancer\trun 3\tP2_f1.raw\tcancer',
    ];
    expect((await samplesOf(lines, 'source name')).map(({ name, group }) => [name, group])).toEqual([
      ['patient 1', 'normal'],
      ['patient 2', 'cancer'],
    ]);
    expect((await samplesOf(lines, 'assay name')).map(({ name }) => name)).toEqual(['run 1', 'run 2', 'run 3']);
    expect((await samplesOf(lines, 'comment[data file]')).map(({ name }) => name)).toEqual([
      'P1_f1.raw',
      'P1_f2.raw',
      'P2_f1.raw',
    ]);
  });

  it('of a run order tells injection order and kind, by the column of kinds before anything else', async () => {
    const samples = await samplesOf([
      'sampleMetadata_name,sampleType,injectionOrder,batch,group',
      'B1,blank,1,b1,',
      'Q1,pool,2,b1,',
      'QC_of_ward,sample,3,b1,case',
    ]);
    expect(samples.map(({ kind, injectionOrder }) => [kind, injectionOrder])).toEqual([
      ['blank', 1],
      ['pool', 2],
      ['study', 3],
    ]);
  });

  it('without a column of kinds tells QC samples, pools and blanks by group or name, and nothing of other samples', async () => {
    const rows = ['QC01,a', 'x1,Blank', 'Pool_2,a', 'Reference_1,a', 'aqcb,a', 'x2,standard diet', 'x3,solvent'];
    const samples = await samplesOf(['sample,group', ...rows]);
    expect(samples.map(({ kind }) => kind)).toEqual(['qc', 'blank', 'pool', null, null, null, null]);
  });

  it('tells whose sample it is, when it was taken and of which one it is a technical replicate', async () => {
    const samples = await samplesOf([
      'sample,patient,time point,technical replicate of',
      'S1,p1,0 h,',
      'S2,p1,24 h,',
      'S2b,p1,24 h,S2',
    ]);
    expect(samples.map((sample) => [sample.subject, sample.timepoint, sample.technicalReplicateOf])).toEqual([
      ['p1', '0 h', null],
      ['p1', '24 h', null],
      ['p1', '24 h', 'S2'],
    ]);
  });

  it('of SDRF takes several technical replicates of a source for such, and fractions of one for none', async () => {
    const samples = await samplesOf(
      [
        'source name\tcharacteristics[individual]\tassay name\tcomment[fraction identifier]\tcomment[technical replicate]',
        'tumour 1\tp1\trun 1\t1\t1',
        'tumour 1\tp1\trun 2\t1\t2',
        'tumour 2\tp2\trun 3\t1\t1',
        'tumour 2\tp2\trun 4\t2\t1',
      ],
      'assay name',
    );
    expect(samples.map(({ subject, technicalReplicateOf }) => [subject, technicalReplicateOf])).toEqual([
      ['p1', 'tumour 1'],
      ['p1', 'tumour 1'],
      ['p2', null],
      ['p2', null],
    ]);
  });

  it.each([
    ['MS-DIAL', 'File type', ['Sample', 'Blank', 'QC', 'Standard'], ['study', 'blank', 'qc', 'standard']],
    ['MassHunter', 'Type', ['Sample', 'Cal', 'QC', 'DoubleBlank'], ['study', 'standard', 'qc', 'blank']],
    [
      'Skyline',
      'Sample Type',
      ['Unknown', 'Standard', 'Quality Control', 'Solvent'],
      ['study', 'standard', 'qc', 'blank'],
    ],
    [
      'MetIDQ',
      'Sample Type',
      ['Sample', 'Standard L1', 'QC Level 2', 'Zero Sample'],
      ['study', 'standard', 'qc', 'blank'],
    ],
  ] as const)('tells kinds by the words of %s', async (_tool, column, words, kinds) => {
    const samples = await samplesOf([`sample,${column}`, ...words.map((word, at) => `S${at},${word}`)]);
    expect(samples.map(({ kind }) => kind)).toEqual(kinds);
  });

  it('says nothing of what the rows of one sample tell differently', async () => {
    const [sample] = await samplesOf(['sample,group,batch', 'S1,a,1', 'S1,a,2', 'S2,b,1']);
    expect(sample).toMatchObject({ name: 'S1', group: 'a', batch: null });
  });

  it('that a person names need not look like one', async () => {
    const text = 'ID,grp,Group\nS1,9,a\nS2,8,b\n';
    expect(await readIfSheet(textSource('x.csv', text))).toBeNull();
    const { namings } = await readNamedSheet(textSource('x.csv', text));
    expect(namings[0]?.samples.map(({ name, group }) => [name, group])).toEqual([
      ['S1', 'a'],
      ['S2', 'b'],
    ]);
  });

  it('is refused with a remedy where nothing in it names samples', async () => {
    await expect(readNamedSheet(textSource('empty.csv', ''))).rejects.toMatchObject({
      kind: 'invalidInput',
      message: expect.stringContaining('empty.csv is no sample sheet'),
    });
  });
});
