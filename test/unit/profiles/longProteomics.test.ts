import { describe, expect, it } from 'vitest';
import type { Profile } from '../../../server/src/profiles/profile.ts';
import { textSource } from '../../../server/src/table/byteSource.ts';
import { readDataRows } from '../../../server/src/values/dataRows.ts';
import { startTally } from '../../../server/src/values/tally.ts';
import { exampleText, namesAt, recognizeText, tabbed } from './variants.ts';

const samplesIn = async (text: string, profile: Profile): Promise<readonly string[]> => {
  const tally = startTally(profile);
  await readDataRows(textSource('table.txt', text), profile, tally);
  return tally.end().samples;
};

describe('DIA-NN’s main report', () => {
  const of20 = tabbed(
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
    const profile = await recognizeText(exampleText('diann-report.tsv'));
    expect(profile).toMatchObject({ layout: 'diann-report', shape: 'long', omicsType: 'proteomics' });
    expect(profile.identity).toMatchObject({ kind: 'protein', namespace: 'uniprot' });
    expect(profile.confidence).toBeGreaterThanOrEqual(0.9);
    expect(namesAt(profile, profile.rowKey)).toEqual(['Precursor.Id', 'Run']);
    expect(namesAt(profile, profile.moleculeKey)).toEqual(['Protein.Group']);
    expect(profile.quantities[0]).toMatchObject({ name: 'PG.MaxLFQ', primary: true, zeroIsMissing: false });
    const ofProteins = profile.quantities.find(({ name }) => name === 'PG.MaxLFQ');
    expect(namesAt(profile, ofProteins?.levelKey)).toEqual(['Run', 'Protein.Group']);
    const ofGenes = profile.quantities.find(({ name }) => name === 'Genes.MaxLFQ');
    expect(namesAt(profile, ofGenes?.levelKey)).toEqual(['Run', 'Protein.Group']);
    expect(profile.quantities.find(({ name }) => name === 'Precursor.Normalised')?.levelKey).toBeUndefined();
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
      tabbed(
        ['Run', 'Protein.Group', 'Genes', 'PG.MaxLFQ'],
        ['a', 'P04637', 'TP53', 5.5],
        ['b', 'P04637', 'TP53', 6.5],
      ),
    );
    expect(profile).toMatchObject({ layout: 'diann-report', identity: { kind: 'protein', namespace: 'uniprot' } });
    expect(namesAt(profile, profile.rowKey)).toEqual(['Protein.Group', 'Run']);
    expect(profile.confidence).toBeLessThan(0.9);
  });

  it('is not what any table with a run and a q-value is', async () => {
    const profile = await recognizeText(
      tabbed(['Run', 'Peptide', 'Q.Value', 'Intensity'], ['a', 'AAAK', 0.01, 5.5], ['b', 'CCCK', 0.01, 6.5]),
    );
    expect(profile.layout).not.toBe('diann-report');
  });
});

describe('The input of MSstats', () => {
  it('has the whole transition and the run as its key, and keeps a 0 as a value', async () => {
    const profile = await recognizeText(exampleText('msstats-input.csv'));
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
    const text = exampleText('msstats-input.tmt.csv');
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
      tabbed(
        ['Protein Name', 'Peptide Sequence', 'Precursor Charge', 'Fragment Ion', 'Replicate', 'Area'],
        ['ALBU', 'LVNELTEFAK', 2, 'y5', 'a', 100],
        ['ALBU', 'HLVDEPQNLIK', 2, 'y6', 'a', 200],
      ),
    );
    expect(profile.layout).toBe('skyline-long');
  });
});

describe('Skyline’s report of transitions', () => {
  it('says that the total area of a precursor repeats on its transitions, and the area of one does not', async () => {
    const header = ['Peptide', 'Protein', 'Replicate', 'Precursor Mz', 'Fragment Ion', 'Area', 'Total Area'];
    const rows = [
      ['LVNELTEFAK', 'ALBU', 'a', 582.3, 'y5', 100, 300],
      ['LVNELTEFAK', 'ALBU', 'a', 582.3, 'y6', 200, 300],
    ];
    const profile = await recognizeText(tabbed(header, ...rows));
    const levels = profile.quantities.map(({ name, levelKey }) => [name, namesAt(profile, levelKey)]);
    expect(levels).toEqual([
      ['Area', []],
      ['Total Area', ['Peptide', 'Precursor Mz', 'Replicate']],
    ]);
    const precursors = tabbed(...[header, ...rows].map((row) => row.filter((_, at) => at !== 4)));
    expect((await recognizeText(precursors)).quantities.every(({ levelKey }) => levelKey === undefined)).toBe(true);
  });
});

describe('Spectronaut’s report', () => {
  it('says on which rows the figure of a protein repeats, and of a precursor on its fragments', async () => {
    const profile = await recognizeText(exampleText('spectronaut-report.tsv'));
    const levelOf = (name: string): readonly string[] =>
      namesAt(profile, profile.quantities.find((quantity) => quantity.name === name)?.levelKey);
    expect(levelOf('PG.Quantity')).toEqual(['R.FileName', 'PG.ProteinGroups']);
    expect(levelOf('FG.Quantity')).toEqual(['R.FileName', 'EG.ModifiedSequence', 'FG.Charge']);
    expect(levelOf('F.PeakArea')).toEqual([]);
  });
});

describe('Olink’s long tables', () => {
  it('have an assay in a sample a row, on a log2 scale, a protein on several panels being several assays', async () => {
    const profile = await recognizeText(exampleText('olink-npx.csv').replaceAll(',', ';'));
    expect(profile).toMatchObject({ layout: 'olink-npx', shape: 'long', delimiter: ';', omicsType: 'proteomics' });
    expect(namesAt(profile, profile.rowKey)).toEqual(['OlinkID', 'SampleID']);
    expect(profile.quantities).toMatchObject([{ name: 'NPX', scale: 'log2', zeroIsMissing: false, primary: true }]);
    expect(profile.identity).toMatchObject({ kind: 'protein', namespace: 'uniprot', groupSeparator: '_' });
  });

  it('of Explore HT have counts and NPX of two normalisations besides', async () => {
    const profile = await recognizeText(exampleText('olink-npx.ht.csv'));
    expect(profile.quantities.map(({ name, kind, scale }) => [name, kind, scale])).toEqual([
      ['NPX', 'intensity', 'log2'],
      ['PCNormalizedNPX', 'intensity', 'log2'],
      ['ExtNPX', 'intensity', 'log2'],
      ['Count', 'count', 'linear'],
    ]);
    expect(profile.columns.filter(({ role }) => role === 'metadata').map(({ name }) => name)).toEqual([
      'SampleType',
      'WellID',
      'PlateID',
    ]);
  });

  it('of concentrations have the unit that all rows name', async () => {
    const header = ['SampleID', 'OlinkID', 'UniProt', 'Assay', 'Panel', 'PlateID', 'LLOQ', 'Quantified_value', 'Unit'];
    const row = ['A1', 'OID1', 'P05231', 'IL6', 'Target 48 Cytokine', 'P1', 0.5];
    const profile = await recognizeText(
      tabbed(header, [...row, 5.25, 'pg/mL'], [...row.with(1, 'OID2'), 7.5, 'pg/mL']),
    );
    expect(profile.quantities).toMatchObject([{ name: 'Quantified_value', unit: 'pg/mL', scale: 'linear' }]);
    const mixed = await recognizeText(tabbed(header, [...row, 5.25, 'pg/mL'], [...row.with(1, 'OID2'), 7.5, 'ng/mL']));
    expect(mixed.quantities).toMatchObject([{ unit: null }]);
  });

  it('of Target panels saved from a spreadsheet have a sample a row between lines that describe the assays', async () => {
    const wide = (kind: string, ...unit: readonly string[]): string =>
      [
        'My project,,,,',
        `${kind},,,,`,
        'Panel,Olink Inflammation(v.3021),Olink Inflammation(v.3021),Olink Inflammation(v.3021),Olink Inflammation(v.3021)',
        'Assay,IL8,IL12,Plate ID,QC Warning',
        'Uniprot ID,P10145,"P29459,P29460",,',
        'OlinkID,OID00471,OID00472,,',
        ...unit,
        ',,,,',
        'A1,5.25,3.5,P1,Pass',
        'A2,6.25,-0.5,P1,Warning',
        ',,,,',
        'LOD,1.25,1.5,,',
        'Missing Data freq.,0.0,0.25,,',
        'Normalization,Intensity,Intensity,,',
      ].join('\n');
    const profile = await recognizeText(wide('NPX data'));
    expect(profile).toMatchObject({ layout: 'olink-npx', shape: 'samples-in-rows', headerLine: 5, dataLine: 7 });
    expect(profile.quantities).toMatchObject([{ name: 'NPX', scale: 'log2' }]);
    expect(profile.columns.map(({ role, feature, featureId }) => [role, feature, featureId])).toEqual([
      ['sample-name', undefined, undefined],
      ['value', 'OID00471', 'P10145'],
      ['value', 'OID00472', 'P29459;P29460'],
      ['metadata', undefined, undefined],
      ['metadata', undefined, undefined],
    ]);
    expect(await samplesIn(wide('NPX data'), profile)).toEqual(['A1', 'A2']);
    const concentrations = wide('Quantified data', 'Unit,pg/mL,pg/mL,,');
    const quantified = await recognizeText(concentrations);
    expect(quantified.quantities).toMatchObject([{ name: 'Quantified_value', scale: 'linear', unit: 'pg/mL' }]);
    expect(await samplesIn(concentrations, quantified)).toEqual(['A1', 'A2']);
  });

  it('without Olink’s ids are read less surely, and any table with a column NPX is none', async () => {
    const cut = await recognizeText(
      tabbed(
        ['SampleID', 'Assay', 'UniProt', 'Panel', 'LOD', 'NPX'],
        ['A1', 'IL6', 'P05231', 'Inflammation', 0.5, 3.25],
        ['A2', 'IL6', 'P05231', 'Inflammation', 0.5, 4.25],
      ),
    );
    expect(cut.layout).toBe('olink-npx');
    expect(cut.confidence).toBeLessThan(0.9);
    const other = await recognizeText(tabbed(['SampleID', 'Assay', 'NPX'], ['A1', 'IL6', 3.25], ['A2', 'IL6', 4.25]));
    expect(other.layout).not.toBe('olink-npx');
  });
});
