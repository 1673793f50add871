import { describe, expect, it } from 'vitest';
import { recognizeText, sampleNames } from './variants.ts';

type Cells = readonly (readonly (string | number)[])[];
const lines = (delimiter: string, rows: Cells): string => `${rows.map((row) => row.join(delimiter)).join('\n')}\n`;
const table = (...rows: Cells): string => lines('\t', rows);
const generic = ['plain-matrix', 'gene-matrix', 'other-results', 'annotation-table', 'metaboanalyst', 'sample-sheet'];
const quantityFacts = (profile: Awaited<ReturnType<typeof recognizeText>>): unknown[] =>
  profile.quantities.map(({ name, primary, zeroIsMissing }) => [name, primary, zeroIsMissing]);

describe('MZmine', () => {
  it('has an area and a height of each file, and 0 where it found no peak', async () => {
    const profile = await recognizeText(
      table(
        ['row ID', 'row m/z', 'row retention time', 'a.mzML Peak height', 'a.mzML Peak area', 'b.mzML Peak area'],
        [1, 180.0634, 1.5, 10, 100, 0],
        [2, 181.0634, 2.5, 20, 200, 300],
      ),
    );
    expect(profile).toMatchObject({
      layout: 'mzmine-features',
      omicsType: 'metabolomics',
      rowKey: [0],
      identity: null,
    });
    expect(sampleNames(profile)).toEqual(['a.mzML', 'b.mzML']);
    expect(quantityFacts(profile)).toEqual([
      ['Peak area', true, true],
      ['Peak height', false, true],
    ]);
  });

  it('does not take the limits of a peak’s intensity for its height', async () => {
    const profile = await recognizeText(
      table(
        ['id', 'mz', 'rt', 'datafile:a.mzML:intensity_range:max', 'datafile:a.mzML:mz', 'datafile:a.mzML:area'],
        [1, 180.0634, 1.5, 10, 180.06, 0],
        [2, 181.0634, 2.5, 20, 181.06, 7],
      ),
    );
    expect(profile.columns.filter(({ role }) => role === 'value').map(({ index }) => index)).toEqual([5]);
  });

  it('may have nothing but its samples’ names behind the row, and is less sure then', async () => {
    const profile = await recognizeText(
      table(
        ['row ID', 'row m/z', 'row retention time', 'row charge', 'a.mzML', 'b.mzML'],
        [1, 180.0634, 1.5, 1, 100, 0],
        [2, 181.0634, 2.5, 1, 200, 300],
      ),
    );
    expect(profile.layout).toBe('mzmine-features');
    expect(profile.confidence).toBeLessThan(0.9);
    expect(sampleNames(profile)).toEqual(['a.mzML', 'b.mzML']);
  });

  it.each([
    ['its ids only', ['row ID', 'a', 'b']],
    ['masses and times without its samples', ['row m/z', 'row retention time', 'a']],
    ['samples that end with Peak area without its row', ['name', 'a Peak area', 'b Peak area']],
  ])('is not seen in a table with %s', async (_, header) => {
    const rows = [1, 2, 3].map((row) => header.map((_, at) => row * 10 + at + 0.5));
    expect(generic).toContain((await recognizeText(table(header, ...rows))).layout);
  });
});

describe('LipidSearch', () => {
  const header = ['LipidIon', 'Class', 'FattyAcid', 'Area[c-1]', 'Area[s1-1]', 'GroupArea[c]'];
  const rows = [
    ['PC(16:0_18:1)+H', 'PC', '(16:0_18:1)', 0, 500, 0],
    ['PC(16:0_18:1)+Na', 'PC', '(16:0_18:1)', 20, '', 20],
    ['PC(16:0_18:1)+H', 'PC', '(16:0_18:1)', 7, 5, 7],
  ];

  it('is told below its comments, and sums over groups are no samples', async () => {
    const profile = await recognizeText(`# version=4.2\n#job a\n\n${table(header, ...rows)}`);
    expect(profile).toMatchObject({ layout: 'lipidsearch', omicsType: 'lipidomics', headerLine: 3 });
    expect(sampleNames(profile)).toEqual(['c-1', 's1-1']);
    expect(profile.columns[5]?.role).toBe('statistic');
    expect(quantityFacts(profile)).toEqual([['Area', true, true]]);
  });

  it('may have one ion at several retention times', async () => {
    expect((await recognizeText(table(header, ...rows))).customs.repeatedKeys).toBe(true);
  });

  it('of one file has plain areas, which are the file’s', async () => {
    const profile = await recognizeText(
      table(
        ['LipidIon', 'Class', 'FattyAcid', 'CalcMz', 'Rt', 'Area', 'Height', 'm-Score'],
        ['PC(16:0_18:1)+H', 'PC', '(16:0_18:1)', 760.58, 9.5, 500, 50, 12.5],
        ['PE(16:0_18:1)-H', 'PE', '(16:0_18:1)', 716.52, 8.5, 400, 40, 11.5],
      ),
      'liver_01.txt',
    );
    expect(profile.layout).toBe('lipidsearch');
    expect(sampleNames(profile)).toEqual(['liver_01']);
    expect(profile.quantities.map(({ name }) => name)).toEqual(['Area', 'Height']);
  });

  it('with the samples renamed is less sure, and no score or mass becomes a sample', async () => {
    const profile = await recognizeText(
      table(
        ['LipidIon', 'Class', 'FattyAcid', 'CalcMz', 'BaseRt', 'liver_1', 'liver_2'],
        ['PC(16:0_18:1)+H', 'PC', '(16:0_18:1)', 760.58, 9.5, 500, 50],
        ['PE(16:0_18:1)-H', 'PE', '(16:0_18:1)', 716.52, 8.5, 400, 40],
      ),
    );
    expect(profile.layout).toBe('lipidsearch');
    expect(profile.confidence).toBeLessThan(0.9);
    expect(sampleNames(profile)).toEqual(['liver_1', 'liver_2']);
  });

  it.each([
    ['LipidIon and nothing else of it', ['LipidIon', 'a', 'b']],
    ['classes and fatty acids of another tool', ['Lipid', 'Class', 'FattyAcid', 'a', 'b']],
  ])('is not seen in a table with %s', async (_, names) => {
    const lipids = ['PC(16:0_18:1)', 'PE(16:0_18:1)', 'SM(d34:1)'];
    const cells = lipids.map((lipid) => names.map((name, at) => (name.length === 1 ? at + 1.5 : lipid)));
    expect(generic).toContain((await recognizeText(table(names, ...cells))).layout);
  });
});

describe('Compound Discoverer', () => {
  it('has normalised areas first and empty cells for missing, and its maximum is no sample', async () => {
    const profile = await recognizeText(
      table(
        [
          'Name',
          'Calc. MW',
          'RT [min]',
          'Area (Max.)',
          'Area: a.raw (F1)',
          'Area: b.raw (F2)',
          'Norm. Area: a.raw (F1)',
        ],
        ['Caffeine', 194.0803, 4.5, 900, 900, '', 850],
        ['', 180.0634, 1.5, 700, 0, 700, 650],
      ),
    );
    expect(profile).toMatchObject({ layout: 'compound-discoverer', rowKey: [1, 2] });
    expect(quantityFacts(profile)).toEqual([
      ['Norm. Area', true, false],
      ['Area', false, false],
    ]);
    expect(profile.samples[0]).toEqual({ name: 'a.raw (F1)', metadata: { 'File ID': 'F1' } });
    expect(profile.columns[3]?.role).toBe('statistic');
  });

  it('of older versions has molecular weights, and figures over files are no files', async () => {
    const profile = await recognizeText(
      table(
        ['Name', 'Molecular Weight', 'RT [min]', 'Area CV [%]', 'RSD Corr. QC Areas [%]', 'Area: a.raw (F1)'],
        ['Caffeine', 194.0803, 4.5, 12.5, 3.5, 900],
        ['', 180.0634, 1.5, 22.5, 4.5, 700],
      ),
    );
    expect(profile).toMatchObject({ layout: 'compound-discoverer', rowKey: [1, 2] });
    expect(sampleNames(profile)).toEqual(['a.raw (F1)']);
    expect(profile.columns.map(({ role }) => role).filter((role) => role === 'statistic')).toHaveLength(2);
  });

  it.each([
    ['masses and times only', ['Calc. MW', 'RT [min]', 'a', 'b']],
    ['areas of something else', ['Region', 'Area: north', 'Area: south']],
    ['a mass and an area that is no file’s', ['Name', 'Calc. MW', 'm/z', 'Area: leaf']],
  ])('is not seen in a table with %s', async (_, header) => {
    const rows = [1, 2, 3].map((row) => header.map((name, at) => (name === 'Name' ? `n${row}` : row * 10 + at + 0.5)));
    expect((await recognizeText(table(header, ...rows))).layout).not.toBe('compound-discoverer');
  });
});

describe('Progenesis', () => {
  const header = ['Compound', 'm/z', 'Charge', 'Retention time (min)'];

  it('has the conditions of its runs from the line above them, and a 0 is a value', async () => {
    const profile = await recognizeText(
      table(
        ['', '', '', '', 'Raw abundance', '', '', ''],
        ['', '', '', '', 'ctl', '', 'trt', ''],
        [...header, 'a', 'b', 'c', 'Accepted Compound ID'],
        ['1.50_180.0634m/z', 180.0634, 1, 1.5, 0, 5, 6, ''],
        ['2.50_194.0803n', 194.0803, 1, 2.5, 7, 8, 9, ''],
      ),
    );
    expect(profile).toMatchObject({ layout: 'progenesis', headerLine: 2, omicsType: 'metabolomics', identity: null });
    expect(profile.samples).toEqual([
      { name: 'a', metadata: { Condition: 'ctl' } },
      { name: 'b', metadata: { Condition: 'ctl' } },
      { name: 'c', metadata: { Condition: 'trt' } },
    ]);
    expect(quantityFacts(profile)).toEqual([['Raw abundance', true, false]]);
  });

  it('of proteins is identified by accessions, with counts of spectra as counts', async () => {
    const profile = await recognizeText(
      table(
        ['', '', '', 'Normalized abundance', '', 'Spectral counts', ''],
        ['', '', '', 'ctl', 'trt', 'ctl', 'trt'],
        ['Accession', 'Peptide count', 'Confidence score', 'a', 'b', 'a', 'b'],
        ['P04637;Q9Y6K9', 3, 55.5, 5.5, 6.5, 3, 4],
        ['P38398', 2, 44.5, 7.5, 8.5, 0, 1],
      ),
    );
    expect(profile).toMatchObject({ layout: 'progenesis', omicsType: 'proteomics', rowKey: [0] });
    expect(profile.identity?.kind).toBe('protein');
    expect(sampleNames(profile)).toEqual(['a', 'b']);
    expect(profile.quantities.map(({ name, kind }) => [name, kind])).toEqual([
      ['Normalised abundance', 'intensity'],
      ['Spectral counts', 'count'],
    ]);
  });

  it('is not seen where only the words stand above some table', async () => {
    const profile = await recognizeText(
      table(['', 'Raw abundance', ''], ['species', 'a', 'b'], ['oak', 5, 6], ['elm', 7, 8]),
    );
    expect(profile.layout).not.toBe('progenesis');
  });
});
