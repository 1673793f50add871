import { describe, expect, it } from 'vitest';
import { cellsOf, exampleText, namesAt, recognizeText, sampleNames, tabbed, write } from './variants.ts';

describe('MaxQuant’s tables of peptides', () => {
  it('are kept at the level of peptides, with the sums over all experiments left out', async () => {
    const profile = await recognizeText(exampleText('maxquant-peptides.txt'));
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
    const profile = await recognizeText(exampleText('maxquant-peptides.modified.txt'));
    expect(namesAt(profile, profile.rowKey)).toEqual(['Sequence', 'Modifications']);
    expect(profile.quantities[0]).toMatchObject({ name: 'Intensity', zeroIsMissing: true });
  });

  it('are neither what MaxQuant says of single spectra nor of protein groups', async () => {
    const spectra = await recognizeText(
      tabbed(
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
    expect((await recognizeText(exampleText('maxquant-protein-groups.txt'))).layout).toBe('maxquant-protein-groups');
  });

  it('is not what any table with sequences and intensities is', async () => {
    const profile = await recognizeText(
      tabbed(['Sequence', 'Charges', 'Intensity A', 'Intensity B'], ['AAAK', '2', 5, 6], ['CCCK', '2;3', 7, 8]),
    );
    expect(profile.layout).not.toBe('maxquant-peptides');
  });
});

describe('MaxQuant’s evidence', () => {
  it('has each channel of isobaric labels as a sample of the run, in one quantity', async () => {
    const profile = await recognizeText(exampleText('maxquant-evidence.txt'));
    expect(profile.quantities.map(({ name, zeroIsMissing }) => [name, zeroIsMissing])).toEqual([
      ['Intensity', true],
      ['Reporter intensity corrected', true],
      ['Reporter intensity', true],
    ]);
    expect(profile.columns.flatMap(({ quantity, channel }) => (quantity === 1 ? [channel] : []))).toEqual(['0', '1']);
  });

  it('without its id is told by what was observed where, less surely', async () => {
    const [header = [], ...rows] = cellsOf({ layout: '', file: 'x.txt', text: exampleText('maxquant-evidence.txt') });
    const at = header.indexOf('id');
    const profile = await recognizeText(write([header, ...rows].map((row) => row.filter((_, cell) => cell !== at))));
    expect(profile.layout).toBe('maxquant-evidence');
    expect(profile.confidence).toBeLessThan(0.9);
    expect(namesAt(profile, profile.rowKey)).toEqual([
      'Modified sequence',
      'Sequence',
      'Charge',
      'Raw file',
      'Experiment',
      'MS/MS IDs',
    ]);
  });

  it('is neither its table of spectra nor that of peaks', async () => {
    const spectra = tabbed(
      [
        'Raw file',
        'Scan number',
        'Scan index',
        'Sequence',
        'Modified sequence',
        'Charge',
        'Type',
        'Reporter intensity 1',
        'id',
        'Protein group IDs',
        'Peptide ID',
      ],
      ['a', 1200, 1, 'AAAK', '_AAAK_', 2, 'MULTI-MSMS', 5.5, 0, 1, 1],
      ['a', 1201, 2, 'CCCK', '_CCCK_', 2, 'MULTI-MSMS', 6.5, 1, 2, 2],
    );
    const peaks = tabbed(
      [
        'Raw file',
        'Type',
        'Charge',
        'm/z',
        'Retention time',
        'Intensity',
        'Sequence',
        'Modified sequence',
        'MS/MS IDs',
      ],
      ['a', 'MULTI', 2, 400.5, 20.5, 5000, '', '', ''],
      ['a', 'MULTI', 2, 401.5, 21.5, 6000, 'CCCK', '_CCCK_', '1'],
    );
    expect((await recognizeText(spectra)).layout).not.toMatch(/^maxquant/);
    expect((await recognizeText(peaks)).layout).not.toMatch(/^maxquant/);
  });
});

describe('MaxQuant’s evidence of SILAC', () => {
  it('has each label as a channel of its run besides the sum', async () => {
    const profile = await recognizeText(
      tabbed(
        [
          'Modified sequence',
          'Leading razor protein',
          'Type',
          'Raw file',
          'Charge',
          'MS/MS IDs',
          'Intensity',
          'Intensity L',
          'Intensity H',
          'id',
        ],
        ['_AAAK_', 'P04637', 'ISO-MSMS', 'r1', 2, 1, 90, 40, 50, 0],
        ['_CCCK_', 'P04637', 'ISO-MSMS', 'r2', 2, 2, 80, 80, 0, 1],
      ),
    );
    expect(profile.layout).toBe('maxquant-evidence');
    const measured = profile.columns.filter(({ role }) => role === 'value');
    expect(measured.map(({ name, channel }) => [name, channel])).toEqual([
      ['Intensity', undefined],
      ['Intensity L', 'L'],
      ['Intensity H', 'H'],
    ]);
  });
});
