import { describe, expect, it } from 'vitest';
import { cellsOf, exampleText, mangledByR, namesAt, recognizeText, sampleNames, tabbed, write } from './variants.ts';

describe('Proteome Discoverer’s proteins', () => {
  const text = exampleText('proteome-discoverer-proteins.txt');

  it('have normalised abundances first; groups and comparisons are figures of no sample', async () => {
    const profile = await recognizeText(text);
    expect(profile.layout).toBe('proteome-discoverer-proteins');
    expect(namesAt(profile, profile.rowKey)).toEqual(['Accession']);
    expect(profile.identity).toMatchObject({ kind: 'protein', namespace: 'uniprot' });
    expect(profile.quantities.map(({ name, primary, zeroIsMissing }) => [name, primary, zeroIsMissing])).toEqual([
      ['Abundances (Normalized)', true, false],
      ['Abundance', false, false],
      ['Abundances (Scaled)', false, false],
    ]);
    expect(profile.samples[2]).toEqual({
      name: 'F3: Sample, trt',
      metadata: { File: 'F3', 'Sample type': 'Sample', Factors: 'trt' },
    });
    expect(sampleNames(profile)).toHaveLength(4);
    expect(profile.columns.filter(({ role }) => role === 'statistic').map(({ name }) => name)).toEqual([
      'Abundance Ratio: (trt) / (ctl)',
      'Abundance Ratio (log2): (trt) / (ctl)',
      'Abundance Ratio P-Value: (trt) / (ctl)',
      'Abundance Ratio Adj. P-Value: (trt) / (ctl)',
      'Abundances (Grouped): ctl',
      'Abundances (Grouped): trt',
      'Abundances (Grouped) CV [%]: ctl',
      'Abundances (Grouped) CV [%]: trt',
    ]);
  });

  it('with names fit for R have the same samples and statistics', async () => {
    const [header = [], ...rows] = cellsOf({ layout: '', file: 'x.txt', text });
    const profile = await recognizeText(write([mangledByR(header), ...rows]));
    expect(profile.columns.map(({ role }) => role)).toEqual(
      (await recognizeText(text)).columns.map(({ role }) => role),
    );
    expect(sampleNames(profile)).toHaveLength(4);
  });

  it('with isobaric labels have the channels of a file as samples', async () => {
    const profile = await recognizeText(
      tabbed(
        [
          'Accession',
          'Description',
          '# Peptides',
          '# AAs',
          'Abundance: F1: 126, Control',
          'Abundance: F1: 127N, Sample, trt',
        ],
        ['P04637', 'x', 3, 393, 5.5, ''],
        ['P38398', 'y', 2, 1863, 6.5, 7.5],
      ),
    );
    expect(profile.samples).toEqual([
      { name: 'F1: 126, Control', metadata: { File: 'F1', Channel: '126', 'Sample type': 'Control' } },
      {
        name: 'F1: 127N, Sample, trt',
        metadata: { File: 'F1', Channel: '127N', 'Sample type': 'Sample', Factors: 'trt' },
      },
    ]);
    expect(profile.confidence).toBeLessThan(0.9);
  });

  it('with groups only have these as their samples', async () => {
    const profile = await recognizeText(
      tabbed(
        [
          'Accession',
          'Master',
          '# Peptides',
          'MW [kDa]',
          'Abundances (Grouped): CV risk',
          'Abundances (Grouped): ctl',
          'Abundances (Grouped) CV [%]: ctl',
        ],
        ['P04637', 'IsMasterProtein', 3, 43.6, 5.5, 4.5, 12],
        ['P38398', 'IsMasterProtein', 2, 207, 6.5, 7.5, 9],
      ),
    );
    expect(profile.layout).toBe('proteome-discoverer-proteins');
    expect(sampleNames(profile)).toEqual(['CV risk', 'ctl']);
  });

  it('whose accessions a person called otherwise are found by them, less surely', async () => {
    const profile = await recognizeText(text.replace('\tAccession\t', '\tUniProt\t'));
    expect(profile.layout).toBe('proteome-discoverer-proteins');
    expect(namesAt(profile, profile.rowKey)).toEqual(['UniProt']);
    expect(profile.confidence).toBeLessThan(0.9);
  });

  it('are not what any table with accessions and abundances is', async () => {
    const profile = await recognizeText(
      tabbed(['Accession', 'Abundance A', 'Abundance B'], ['P04637', 5.5, 6.5], ['P38398', 7.5, 8.5]),
    );
    expect(profile.layout).not.toBe('proteome-discoverer-proteins');
  });
});

describe('Perseus’ matrix', () => {
  const text = exampleText('perseus-matrix.txt');

  it('has its main columns as samples, with what the lines under the header say of each', async () => {
    const profile = await recognizeText(text);
    expect(profile).toMatchObject({ layout: 'perseus-matrix', headerLine: 0, dataLine: 4, omicsType: 'proteomics' });
    expect(namesAt(profile, profile.rowKey)).toEqual(['Protein IDs']);
    expect(profile.identity).toMatchObject({ kind: 'protein', namespace: 'uniprot', groupSeparator: ';' });
    expect(profile.samples[3]).toEqual({ name: 'trt_1', metadata: { Group: 'trt', Batch: '1' } });
    expect(profile.quantities).toMatchObject([{ name: 'LFQ intensity', scale: 'log2', zeroIsMissing: false }]);
    expect(profile.columns.filter(({ role }) => role === 'statistic').map(({ name }) => name)).toEqual([
      "Student's T-test Difference trt_ctl",
    ]);
  });

  it('whose values were not transformed keeps MaxQuant’s 0 for "not detected"', async () => {
    const profile = await recognizeText(
      tabbed(
        ['Intensity a', 'Intensity b', 'T: Protein IDs'],
        ['#!{Type}E', 'E', 'T'],
        [0, 1520000, 'P04637'],
        [330000, 250000, 'P38398'],
      ),
    );
    expect(profile.quantities).toMatchObject([{ name: 'Intensity', scale: 'linear', zeroIsMissing: true }]);
    expect(namesAt(profile, profile.rowKey)).toEqual(['T: Protein IDs']);
  });

  it('of z-scores has a scale that nobody knows', async () => {
    const profile = await recognizeText(
      tabbed(
        ['a', 'b', 'Name'],
        ['#!{Type}E', 'E', 'T'],
        ['#!{C:Group}x', 'y', ''],
        [-1.5, 0, 'P04637'],
        [0.5, 1.25, 'P38398'],
      ),
    );
    expect(profile.quantities).toMatchObject([{ name: null, scale: 'unknown', zeroIsMissing: false }]);
    expect(sampleNames(profile)).toEqual(['a', 'b']);
  });

  it('has the numbers that MaxQuant gives for the same samples as further quantities', async () => {
    const profile = await recognizeText(
      tabbed(
        ['LFQ intensity a', 'LFQ intensity b', 'Peptides a', 'Peptides b', 'Peptides', 'Protein IDs'],
        ['#!{Type}E', 'E', 'N', 'N', 'N', 'T'],
        [25.5, 26.5, 3, 4, 5, 'P04637'],
        [23.5, 'NaN', 2, 0, 2, 'P38398'],
      ),
    );
    expect(profile.quantities.map(({ name, kind }) => [name, kind])).toEqual([
      ['LFQ intensity', 'intensity'],
      ['Peptides', 'count'],
    ]);
    expect(sampleNames(profile)).toEqual(['a', 'b']);
  });
});

describe('SomaLogic’s ADAT', () => {
  const text = exampleText('somascan-adat.adat');

  it('has a sample a row below the lines that describe the analytes', async () => {
    const profile = await recognizeText(text);
    expect(profile).toMatchObject({ layout: 'somascan-adat', shape: 'samples-in-rows', omicsType: 'proteomics' });
    expect(namesAt(profile, profile.rowKey)).toEqual(['SampleId']);
    expect(profile.headerLine).toBe(24);
    expect(profile.dataLine).toBe(25);
    const measured = profile.columns.filter(({ role }) => role === 'value');
    expect(measured.map(({ feature }) => feature)).toEqual(['2597-8', '2575-5', '4915-64', '4337-49', '10367-62']);
    expect(measured.map(({ featureId }) => featureId)).toEqual([
      'P15692',
      'Q15389',
      'P02741',
      'P02741',
      'P29459;P29460',
    ]);
    expect(profile.quantities).toMatchObject([{ name: 'RFU', unit: 'RFU', scale: 'linear', zeroIsMissing: false }]);
    expect(profile.identity).toMatchObject({ column: -1, kind: 'protein', namespace: 'uniprot' });
    expect(profile.customs.repeatedSamples).toBe(true);
  });

  it('that leaves a sample without its id is told apart by the next column that names all', async () => {
    const profile = await recognizeText(text.replaceAll('SlideId', 'Barcode').replace('\tS1\tSample', '\t\tSample'));
    expect(namesAt(profile, profile.rowKey)).toEqual(['Barcode']);
  });

  it('cut off before its table is not read as one', async () => {
    const profile = await recognizeText(text.slice(0, text.indexOf('^TABLE_BEGIN')));
    expect(profile.layout).not.toBe('somascan-adat');
  });
});
