import { describe, expect, it } from 'vitest';
import type { Profile } from '../../../server/src/profiles/profile.ts';
import { exampleText, namesAt, recognizeText, sampleNames, tabbed } from './variants.ts';

const four = [1, 2, 3, 4];

function statisticNames({ columns }: Profile): readonly string[] {
  return columns.filter(({ role }) => role === 'statistic').map(({ name }) => name);
}

describe('LipidSearch', () => {
  it('4 tells the file of each sample above the header', async () => {
    const header = ['Rej.', 'LipidIon', 'LipidGroup', 'Class', 'FattyAcid', 'GroupArea[c]', 'ARatio[c]', 'Area[c-1]'];
    const rows = four.map((n) => [0, `PC(16:0_18:${n})+H`, `PC(34:${n})+H`, 'PC', '(16:0)', n * 10.5, n, n * 100.5]);
    const profile = await recognizeText(`#[c-1]:liver 01.raw\n#Version:4.2.23\n\n${tabbed(header, ...rows)}`);
    expect(profile.layout).toBe('lipidsearch');
    expect(profile.samples).toEqual([{ name: 'c-1', metadata: { File: 'liver 01.raw' } }]);
    expect(statisticNames(profile)).toEqual(['GroupArea[c]', 'ARatio[c]']);
  });

  it('5 names lipids without an ion and gives each sample a mean, and NP is a missing value', async () => {
    const profile = await recognizeText(exampleText('lipidsearch.5.csv'));
    expect(profile).toMatchObject({ layout: 'lipidsearch', omicsType: 'lipidomics', rowKey: [0] });
    expect(sampleNames(profile)).toEqual(['s1', 's2', 's3', 's4']);
    expect(profile.customs.missingTokens).toContain('NP');
  });

  it('5 is keyed by the lipid also where one stands at many retention times', async () => {
    const header = ['LipidMolec', 'ClassKey', 'FAKey', 'CalcMass', 'BaseRt', 'TotalGrade', 'MeanArea[s1]'];
    const rows = four.map((n) => ['Ch()', 'Ch', '', 386.3549, 18 + n, 'A', n * 1000]);
    const profile = await recognizeText(tabbed(header, ...rows));
    expect(profile).toMatchObject({ layout: 'lipidsearch', rowKey: [0], customs: { repeatedKeys: true } });
  });

  it('5 has means over groups beside the samples’ areas, which are no samples', async () => {
    const header = [
      'LipidID',
      'LipidGroup',
      'Class',
      'CalcMz',
      'MeanArea[s1]',
      'OrgMeanArea[s1]',
      'Area[s1-1]',
      'Area[s1-2]',
    ];
    const rows = four.map((n) => [
      `PC(16:0_18:${n})+H`,
      `PC(34:${n})+H`,
      'PC',
      760.5,
      n * 5.5,
      n * 6.5,
      n * 7.5,
      n * 8.5,
    ]);
    const profile = await recognizeText(tabbed(header, ...rows));
    expect(sampleNames(profile)).toEqual(['s1-1', 's1-2']);
    expect(statisticNames(profile)).toEqual(['MeanArea[s1]', 'OrgMeanArea[s1]']);
  });
});

describe('xcms', () => {
  const places = (n: number): number[] => [200.1 + n, 200 + n, 200.2 + n, 310.5 + n, 309 + n, 312 + n];
  const peaks = ['mzmed', 'mzmin', 'mzmax', 'rtmed', 'rtmin', 'rtmax', 'npeaks'];

  it('calls the medians mz and rt in a peak table, which are no samples', async () => {
    const header = [
      '',
      'mz',
      'mzmin',
      'mzmax',
      'rt',
      'rtmin',
      'rtmax',
      'npeaks',
      'KO',
      'ko15',
      'ko16',
      'isotopes',
      'adduct',
    ];
    const rows = four.map((n) => [n, ...places(n), 2, 2, n * 1000.5, n * 900.5, '[1][M]+', '']);
    const profile = await recognizeText(tabbed(header, ...rows));
    expect(profile.layout).toBe('xcms-peaks');
    expect(sampleNames(profile)).toEqual(['ko15', 'ko16']);
  });

  it('online gives means of the classes, which are statistics', async () => {
    const header = [
      'name',
      'fold',
      'pvalue',
      'updown',
      ...peaks,
      'maxint',
      'a_mean',
      'b_mean',
      'ko15',
      'SD_01',
      'adducts',
    ];
    const rows = four.map((n) => [`M${n}`, n, 0.01, 'UP', ...places(n), 2, 999.5, 5.5, 6.5, n * 1000.5, n * 90.5, '']);
    const profile = await recognizeText(tabbed(header, ...rows));
    expect(sampleNames(profile)).toEqual(['ko15', 'SD_01']);
    expect(statisticNames(profile)).toEqual(['fold', 'pvalue', 'a_mean', 'b_mean']);
  });

  it('for ion identity networks puts further figures before the samples, and is keyed by the row’s id', async () => {
    const header = [
      ...peaks,
      'sample',
      'row ID',
      'annotation network number',
      'neutral M mass',
      'auto MS2 verify',
      'a.mzXML',
    ];
    const rows = four.map((n) => [...places(n), 2, 2, n * 7, n, 88.05, '', n * 1000.5]);
    const profile = await recognizeText(tabbed(header, ...rows));
    expect(namesAt(profile, profile.rowKey)).toEqual(['row ID']);
    expect(sampleNames(profile)).toEqual(['a.mzXML']);
  });

  it('has the samples before the masses where the values were joined first', async () => {
    const rows = four.map((n) => [`FT${n}`, n * 1000.5, n * 900.5, ...places(n), 2]);
    const profile = await recognizeText(tabbed(['feature_id', 'ko15', 'ko16', ...peaks], ...rows));
    expect(sampleNames(profile)).toEqual(['ko15', 'ko16']);
  });
});

describe('apLCMS, MS-DIAL and MetIDQ', () => {
  it('the final table of apLCMS is keyed by mass and time, and its quality figures are no samples', async () => {
    const profile = await recognizeText(exampleText('aplcms-peaks.final.tsv'));
    expect(profile.layout).toBe('aplcms-peaks');
    expect(namesAt(profile, profile.rowKey)).toEqual(['mz', 'time']);
    expect(sampleNames(profile)).toEqual(['ctl_1.mzXML', 'ctl_2.mzXML', 'trt_1.mzXML', 'trt_2.mzXML']);
  });

  it('MS-DIAL’s averages and deviations of a class are statistics', async () => {
    const own = [
      'Alignment ID',
      'Average Rt(min)',
      'Average Mz',
      'Metabolite name',
      'Adduct type',
      'Fill %',
      'Total score',
    ];
    const above = (name: string, ...cells: readonly string[]): string[] => [
      ...own.slice(1).map(() => ''),
      name,
      ...cells,
    ];
    const profile = await recognizeText(
      tabbed(
        above('Class', 'a', 'a', 'NA', 'NA'),
        above('Batch ID', '1', '1', 'Average', 'Stdev'),
        [...own, 's1', 's2', 'a', 'a'],
        ...four.map((n) => [n, 5.5, 300.1, 'Unknown', '[M+H]+', 1, 50, n * 100, n * 90, n * 95, 5.5]),
      ),
    );
    expect(sampleNames(profile)).toEqual(['s1', 's2']);
    expect(statisticNames(profile)).toEqual(['a', 'a']);
  });

  it('MS-DIAL’s table in a supplement has people’s own lines above it, and blocks of the same samples in two units', async () => {
    const own = [
      'Alignment ID',
      'Average Rt(min)',
      'Average Mz',
      'Metabolite name',
      'Adduct type',
      'Fill %',
      'Total score',
    ];
    const above = (name: string, ...cells: readonly string[]): string[] => [
      ...own.slice(1).map(() => ''),
      name,
      ...cells,
    ];
    const profile = await recognizeText(
      tabbed(
        above('Tissue', 'liver', 'brain', '', 'liver', 'brain'),
        above('Unit', 'Height', 'Height', '', 'pmol/mg', 'pmol/mg'),
        [...own, 's1', 's2', 'Lipid IS', 's1', 's2'],
        ...four.map((n) => [n, 5.5, 300.1, 'PC 34:1', '[M+H]+', 1, 50, n * 100, n * 90, 'LPC', n * 0.5, n * 0.25]),
      ),
    );
    expect(profile.samples).toEqual([
      { name: 's1', metadata: { Tissue: 'liver' } },
      { name: 's2', metadata: { Tissue: 'brain' } },
    ]);
    expect(profile.quantities.map(({ name, unit, primary }) => [name, unit, primary])).toEqual([
      ['Height', null, true],
      ['pmol/mg', 'pmol/mg', false],
    ]);
  });

  it.each([
    ['acylcarnitines only', ['C0', 'C2', 'C3-DC (C4-OH)']],
    ['lipids by their common names', ['Ala', 'PC 32:0', 'TG 16:0_34:1']],
  ])('MetIDQ’s own columns suffice for an export of %s', async (_, analytes) => {
    const own = [
      'Plate Bar Code',
      'Sample Bar Code',
      'Sample Type',
      'Sample Identification',
      'OP',
      'Well Position',
      'Measurement Time',
    ];
    const profile = await recognizeText(
      tabbed(
        [...own, ...analytes],
        [...own.slice(1).map(() => ''), 'LOD (calc.) 1010/0 [µM]', '', ...analytes.map(() => '0.1')].slice(
          0,
          own.length + 3,
        ),
        ...four.map((n) => [
          1010,
          100 + n,
          'Sample',
          `S${n}`,
          'me',
          n,
          '2012.03.04',
          ...analytes.map((__, at) => n + at + 0.5),
        ]),
      ),
    );
    expect(profile).toMatchObject({ layout: 'biocrates', shape: 'samples-in-rows' });
    expect(namesAt(profile, profile.rowKey)).toEqual(['Sample Identification']);
    expect(profile.columns.flatMap(({ feature }) => feature ?? [])).toEqual(analytes);
  });
});

describe('A metabolite assignment file', () => {
  const fixed = [
    'database_identifier',
    'metabolite_identification',
    'mass_to_charge',
    'retention_time',
    'taxid',
    'species',
  ];
  const abundances = ['smallmolecule_abundance_sub', 'smallmolecule_abundance_stdev_sub'];
  const rows = four.map((n) => [`CHEBI:1500${n}`, `met ${n}`, 100.1 + n, n + 0.5, 9606, 'Homo sapiens', '', '']);

  it('has no sample of a study’s own scores behind the fixed columns', async () => {
    const header = [
      ...fixed,
      ...abundances,
      'CF_class',
      'CF_class_score',
      'CF_subclass',
      'CF_subclass_score',
      'S1',
      'S2',
    ];
    const profile = await recognizeText(tabbed(header, ...rows.map((row) => [...row, 'a', 0.2, 'b', 0.3, 1000.5, 0])));
    expect(profile.layout).toBe('metabolights-maf');
    expect(sampleNames(profile)).toEqual(['S1', 'S2']);
  });

  it('has no sample of a fixed column that was called otherwise, and keeps one sample before a comment', async () => {
    const header = [...fixed, ...abundances, 'S1', 'remark'].map((name) =>
      name === 'mass_to_charge' ? 'm/z (own)' : name,
    );
    const profile = await recognizeText(tabbed(header, ...rows.map((row) => [...row, 1000.5, 'checked'])));
    expect(sampleNames(profile)).toEqual(['S1']);
  });
});
