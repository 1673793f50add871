import { describe, expect, it } from 'vitest';
import type { Profile } from '../../../server/src/profiles/profile.ts';
import { textSource } from '../../../server/src/table/byteSource.ts';
import { readDataRows } from '../../../server/src/values/dataRows.ts';
import { startTally } from '../../../server/src/values/tally.ts';
import { cellsOf, mangledByR, readExamples, recognizeText, sampleNames, write } from './variants.ts';

const table = (...rows: readonly (readonly (string | number)[])[]): string =>
  `${rows.map((row) => row.join('\t')).join('\n')}\n`;
const example = (file: string): string => readExamples().find((candidate) => candidate.file === file)?.text ?? '';
const namesAt = (profile: Profile, indexes: readonly number[] | undefined): readonly string[] =>
  (indexes ?? []).map((index) => profile.columns[index]?.name ?? '');
const samplesIn = async (text: string, profile: Profile): Promise<readonly string[]> => {
  const tally = startTally(profile);
  await readDataRows(textSource('table.txt', text), profile, tally);
  return tally.end().samples;
};

describe('DIA-NN’s main report', () => {
  const of20 = table(
    [
      'Run.Index',
      'Run',
      'Channel',
      'Precursor.Id',
      'Modified.Sequence',
      'Stripped.Sequence',
      'Precursor.Charge',
      'Decoy',
      'Proteotypic',
      'Protein.Ids',
      'Protein.Group',
      'Genes',
      'Precursor.Quantity',
      'Precursor.Normalised',
      'PG.TopN',
      'PG.MaxLFQ',
      'Q.Value',
      'PG.Q.Value',
    ],
    [0, 'a', 'L', 'AAAK2', 'AAAK', 'AAAK', 2, 0, 1, 'P04637', 'P04637', 'TP53', 5.5, 6.5, 9.5, 8.5, 0.001, 0.001],
    [0, 'a', 'H', 'AAAK2', 'AAAK', 'AAAK', 2, 0, 1, 'P04637', 'P04637', 'TP53', 7.5, 7, 9.5, 8.5, 0.002, 0.001],
  );

  it('of version 1.8 has a row a precursor and run, and says on which rows a protein’s figure repeats', async () => {
    const profile = await recognizeText(example('diann-report.tsv'));
    expect(profile).toMatchObject({ layout: 'diann-report', shape: 'long', omicsType: 'proteomics', identity: null });
    expect(profile.confidence).toBeGreaterThanOrEqual(0.9);
    expect(namesAt(profile, profile.rowKey)).toEqual(['Precursor.Id', 'Run']);
    expect(namesAt(profile, profile.moleculeKey)).toEqual(['Precursor.Id']);
    expect(profile.quantities[0]).toMatchObject({ name: 'Precursor.Normalised', primary: true, zeroIsMissing: false });
    const ofProteins = profile.quantities.find(({ name }) => name === 'PG.MaxLFQ');
    expect(namesAt(profile, ofProteins?.levelKey)).toEqual(['Run', 'Protein.Group']);
    const ofGenes = profile.quantities.find(({ name }) => name === 'Genes.MaxLFQ');
    expect(namesAt(profile, ofGenes?.levelKey)).toEqual(['Run', 'Genes']);
    expect(profile.quantities[0]?.levelKey).toBeUndefined();
  });

  it('of version 2.0 has a channel of multiplexed labels as a sample of its own', async () => {
    const profile = await recognizeText(of20);
    expect(profile.layout).toBe('diann-report');
    expect(namesAt(profile, profile.rowKey)).toEqual(['Precursor.Id', 'Run', 'Channel']);
    expect(await samplesIn(of20, profile)).toEqual(['a+L', 'a+H']);
  });

  it('without labels has the run as its sample, though the column of channels is there', async () => {
    const text = of20.replaceAll('\ta\tL\t', '\ta\t\t').replaceAll('\ta\tH\t', '\tb\t\t');
    const profile = await recognizeText(text);
    expect(await samplesIn(text, profile)).toEqual(['a', 'b']);
  });

  it('cut down to proteins is read as proteins in runs, less surely', async () => {
    const profile = await recognizeText(
      table(['Run', 'Protein.Group', 'Genes', 'PG.MaxLFQ'], ['a', 'P04637', 'TP53', 5.5], ['b', 'P04637', 'TP53', 6.5]),
    );
    expect(profile).toMatchObject({ layout: 'diann-report', identity: { kind: 'protein', namespace: 'uniprot' } });
    expect(namesAt(profile, profile.rowKey)).toEqual(['Protein.Group', 'Run']);
    expect(profile.confidence).toBeLessThan(0.9);
  });

  it('is not what any table with a run and a q-value is', async () => {
    const profile = await recognizeText(
      table(['Run', 'Peptide', 'Q.Value', 'Intensity'], ['a', 'AAAK', 0.01, 5.5], ['b', 'CCCK', 0.01, 6.5]),
    );
    expect(profile.layout).not.toBe('diann-report');
  });
});

describe('The input of MSstats', () => {
  it('has the whole transition and the run as its key, and keeps a 0 as a value', async () => {
    const profile = await recognizeText(example('msstats-input.csv'));
    expect(profile).toMatchObject({ layout: 'msstats-input', shape: 'long', identity: null });
    expect(namesAt(profile, profile.rowKey)).toEqual([
      'ProteinName',
      'PeptideSequence',
      'PrecursorCharge',
      'FragmentIon',
      'ProductCharge',
      'IsotopeLabelType',
      'Run',
    ]);
    expect(profile.quantities).toMatchObject([{ name: 'Intensity', zeroIsMissing: false }]);
    expect(profile.columns.filter(({ role }) => role === 'metadata').map(({ name }) => name)).toEqual([
      'Condition',
      'BioReplicate',
    ]);
  });

  it('of MSstatsTMT has the channels of a run as its samples', async () => {
    const text = example('msstats-input.tmt.csv');
    const profile = await recognizeText(text);
    expect(namesAt(profile, profile.rowKey)).toContain('Channel');
    expect(await samplesIn(text, profile)).toEqual([
      '1_1+126',
      '1_1+127N',
      '1_1+127C',
      '2_1+126',
      '2_1+127N',
      '2_1+127C',
    ]);
  });

  it('as OpenMS writes it has the retention time and reference of each peak besides', async () => {
    const profile = await recognizeText(
      [
        'RetentionTime,ProteinName,PeptideSequence,PrecursorCharge,FragmentIon,ProductCharge,IsotopeLabelType,Condition,BioReplicate,Run,Intensity,Reference',
        '1201.5,sp|P04637|P53_HUMAN,LNELTEAFK,2,NA,0,L,1,1,1,12345.5,a.mzML',
        '1203.5,sp|P04637|P53_HUMAN,LNELTEAFK,2,NA,0,L,2,2,2,22345.5,b.mzML',
      ].join('\n'),
    );
    expect(profile.layout).toBe('msstats-input');
    expect(profile.columns.find(({ role }) => role === 'sample-name')?.name).toBe('Run');
  });

  it('is not what Skyline reports of its own transitions', async () => {
    const profile = await recognizeText(
      table(
        ['Protein Name', 'Peptide Sequence', 'Precursor Charge', 'Fragment Ion', 'Replicate', 'Area'],
        ['ALBU', 'LVNELTEFAK', 2, 'y5', 'a', 100],
        ['ALBU', 'HLVDEPQNLIK', 2, 'y6', 'a', 200],
      ),
    );
    expect(profile.layout).toBe('skyline-long');
  });
});

describe('Spectronaut’s report', () => {
  it('says on which rows the figure of a protein repeats, and of a precursor on its fragments', async () => {
    const profile = await recognizeText(example('spectronaut-report.tsv'));
    const levelOf = (name: string): readonly string[] =>
      namesAt(profile, profile.quantities.find((quantity) => quantity.name === name)?.levelKey);
    expect(levelOf('PG.Quantity')).toEqual(['R.FileName', 'PG.ProteinGroups']);
    expect(levelOf('FG.Quantity')).toEqual(['R.FileName', 'EG.ModifiedSequence', 'FG.Charge']);
    expect(levelOf('F.PeakArea')).toEqual([]);
  });
});

describe('MaxQuant’s tables of peptides', () => {
  it('are kept at the level of peptides, with the sums over all experiments left out', async () => {
    const profile = await recognizeText(example('maxquant-peptides.txt'));
    expect(profile).toMatchObject({ layout: 'maxquant-peptides', shape: 'features-in-rows', identity: null });
    expect(namesAt(profile, profile.rowKey)).toEqual(['Sequence']);
    expect(sampleNames(profile)).toEqual(['ctl_1', 'ctl_2', 'trt_1']);
    expect(profile.quantities.map(({ name, zeroIsMissing }) => [name, zeroIsMissing])).toEqual([
      ['LFQ intensity', true],
      ['Intensity', true],
      ['Experiment', false],
    ]);
  });

  it('with modifications are told apart by these', async () => {
    const profile = await recognizeText(example('maxquant-peptides.modified.txt'));
    expect(namesAt(profile, profile.rowKey)).toEqual(['Sequence', 'Modifications']);
    expect(profile.quantities[0]).toMatchObject({ name: 'Intensity', zeroIsMissing: true });
  });

  it('are neither what MaxQuant says of single spectra nor of protein groups', async () => {
    const spectra = await recognizeText(
      table(
        [
          'Raw file',
          'Scan number',
          'Sequence',
          'Missed cleavages',
          'Protein group IDs',
          'Peptide ID',
          'Evidence IDs',
          'Intensity A',
        ],
        ['a', 1200, 'AAAK', 0, 1, 1, 1, 5],
        ['a', 1201, 'CCCK', 0, 2, 2, 2, 6],
      ),
    );
    expect(spectra.layout).not.toBe('maxquant-peptides');
    expect((await recognizeText(example('maxquant-protein-groups.txt'))).layout).toBe('maxquant-protein-groups');
  });

  it('is not what any table with sequences and intensities is', async () => {
    const profile = await recognizeText(
      table(['Sequence', 'Charges', 'Intensity A', 'Intensity B'], ['AAAK', '2', 5, 6], ['CCCK', '2;3', 7, 8]),
    );
    expect(profile.layout).not.toBe('maxquant-peptides');
  });
});

describe('Proteome Discoverer’s proteins', () => {
  const text = example('proteome-discoverer-proteins.txt');

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
      table(
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
      table(
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

  it('are not what any table with accessions and abundances is', async () => {
    const profile = await recognizeText(
      table(['Accession', 'Abundance A', 'Abundance B'], ['P04637', 5.5, 6.5], ['P38398', 7.5, 8.5]),
    );
    expect(profile.layout).not.toBe('proteome-discoverer-proteins');
  });
});
