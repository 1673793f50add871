import { describe, expect, it } from 'vitest';
import { exampleText, namesAt, recognizeText, sampleNames, tabbed } from './variants.ts';

/** What is measured, with the number of columns of each. */
async function measuredIn(text: string, file?: string): Promise<Readonly<Record<string, number>>> {
  const { columns, quantities } = await recognizeText(text, file);
  return Object.fromEntries(
    quantities.map(({ name }, at) => [name ?? '', columns.filter(({ quantity }) => quantity === at).length]),
  );
}

const four = ['ctl_1', 'ctl_2', 'trt_1', 'trt_2'];

describe('Proteome Discoverer', () => {
  it('has a peptide group told by its sequence and modifications, with ratios and figures of groups as statistics', async () => {
    const profile = await recognizeText(exampleText('proteome-discoverer-peptides.txt'));
    expect(profile).toMatchObject({
      layout: 'proteome-discoverer-peptides',
      shape: 'features-in-rows',
      identity: null,
    });
    expect(namesAt(profile, profile.rowKey)).toEqual(['Annotated Sequence', 'Modifications']);
    expect(profile.samples[0]).toEqual({
      name: 'F1: Sample, ctl',
      metadata: { File: 'F1', 'Sample type': 'Sample', Factors: 'ctl' },
    });
    expect(profile.columns.filter(({ role }) => role === 'statistic').map(({ name }) => name)).toEqual([
      'Abundance Ratio: (trt) / (ctl)',
      'Abundances (Grouped): ctl',
      'Abundances (Grouped): trt',
    ]);
  });

  it('of version 1.4 gives an area: one of a single search, one of each of several', async () => {
    const columns = ['Accession', 'Description', 'Score', '# Unique Peptides', '# Peptides', '# PSMs'];
    const rest = ['# AAs', 'MW [kDa]', 'calc. pI'];
    const single = await recognizeText(
      tabbed(
        [...columns, 'Area', ...rest],
        ['P04637', 'a', 310.2, 5, 7, 70, '1.5E8', 393, 43.6, 6.8],
        ['P00533', 'b', 210.2, 4, 6, 50, '2.5E8', 1210, 134.2, 6.7],
      ),
    );
    expect(single).toMatchObject({ layout: 'proteome-discoverer-proteins', quantities: [{ name: 'Area' }] });
    expect(sampleNames(single)).toEqual(['Area']);
    const several = await recognizeText(
      tabbed(
        [
          'Accession',
          'Description',
          'Σ# PSMs',
          'Score A2',
          '# PSM A2',
          'Area A2',
          'Score B2',
          '# PSM B2',
          'Area B2',
          ...rest,
        ],
        ['P04637', 'a', 70, 10, 30, '1.5E8', 11, 40, '1.6E8', 393, 43.6, 6.8],
        ['P00533', 'b', 50, 12, 25, '2.5E8', 13, 25, '', 1210, 134.2, 6.7],
      ),
    );
    expect(sampleNames(several)).toEqual(['A2', 'B2']);
  });

  it('without reporter channels has spectra whose precursors were measured in their file', async () => {
    const profile = await recognizeText(exampleText('proteome-discoverer-psm.precursors.txt'));
    expect(profile).toMatchObject({ layout: 'proteome-discoverer-psm', shape: 'long' });
    expect(namesAt(profile, profile.rowKey)).toEqual([
      'Annotated Sequence',
      'Modifications',
      'Charge',
      'First Scan',
      'Spectrum File',
    ]);
    expect(profile.quantities.map(({ name }) => name)).toEqual(['Precursor Abundance', 'Intensity']);
  });
});

describe('FragPipe', () => {
  it('has peptides and ions at their own level', async () => {
    const peptides = await recognizeText(exampleText('fragpipe-combined-peptide.tsv'));
    expect(peptides).toMatchObject({ layout: 'fragpipe-combined-peptide', identity: null });
    expect(namesAt(peptides, peptides.rowKey)).toEqual(['Peptide Sequence']);
    expect(sampleNames(peptides)).toEqual(four);
    const text = exampleText('fragpipe-combined-peptide.ion.tsv');
    const ions = await recognizeText(text);
    expect(namesAt(ions, ions.rowKey)).toEqual(['Modified Sequence', 'Charge']);
    const withFaims = await recognizeText(text.replace(/\t([23])\t0\t\t/, '\t$1\t-45\t\t'));
    expect(namesAt(withFaims, withFaims.rowKey)).toEqual(['Modified Sequence', 'Charge', 'Compensation Voltage']);
  });

  it('has reports of TMT-Integrator in log2, whose reference is no sample', async () => {
    const text = exampleText('fragpipe-tmt-integrator.tsv');
    const profile = await recognizeText(text, 'ratio_gene_MD.tsv');
    expect(profile).toMatchObject({
      layout: 'fragpipe-tmt-integrator',
      quantities: [{ name: 'Ratio', scale: 'log2' }],
    });
    expect(sampleNames(profile)).toEqual(four);
    expect(profile.columns.find(({ name }) => name === 'ReferenceIntensity')?.role).toBe('statistic');
    expect(namesAt(profile, [profile.identity?.column ?? -1])).toEqual(['ProteinID']);
    expect((await recognizeText(text.replace('MaxPepProb', 'Peptide'))).identity).toBeNull();
    const linear = text.replaceAll(/\t(\d\d)\.\d+/g, '\t$1000000');
    expect((await recognizeText(linear)).quantities[0]?.scale).toBe('linear');
  });
});

describe('Spectronaut’s pivot report', () => {
  it('names its samples as the long report does, without number and ending, also in names fit for R', async () => {
    const text = exampleText('spectronaut-report.pivot.tsv');
    const profile = await recognizeText(text);
    expect(profile).toMatchObject({ layout: 'spectronaut-report', shape: 'features-in-rows' });
    expect(sampleNames(profile)).toEqual(four.map((name) => `run_${name}`));
    expect(await measuredIn(text)).toEqual({ 'PG.Quantity': 4, 'PG.NrOfStrippedSequencesIdentified': 4 });
    const mangled = await recognizeText(text.replaceAll(/\[(\d)\] /g, 'X.$1..'));
    expect(sampleNames(mangled)).toEqual(four.map((name) => `run_${name}`));
  });

  it('of precursors has a row a precursor', async () => {
    const profile = await recognizeText(
      tabbed(
        [
          'PG.ProteinGroups',
          'EG.PrecursorId',
          '[1] a.raw.EG.TotalQuantity (Settings)',
          '[2] b.raw.EG.TotalQuantity (Settings)',
        ],
        ['P04637', '_AAAK_.2', 10.5, 'Filtered'],
        ['P04637', '_CCCK_.3', 20.5, 30.5],
      ),
    );
    expect(profile).toMatchObject({ identity: null, quantities: [{ name: 'EG.TotalQuantity' }] });
    expect(namesAt(profile, profile.rowKey)).toEqual(['EG.PrecursorId']);
    expect(sampleNames(profile)).toEqual(['a', 'b']);
  });
});

describe('alphaDIA’s matrix', () => {
  it('is told by its column pg, and says 0 for what was not detected', async () => {
    const profile = await recognizeText(exampleText('alphadia-matrix.tsv'));
    expect(profile).toMatchObject({ layout: 'alphadia-matrix', quantities: [{ zeroIsMissing: true }] });
    expect(sampleNames(profile)).toEqual(four.map((name) => `run_${name}`));
    const genes = await recognizeText(exampleText('alphadia-matrix.tsv').replace('pg\t', 'proteins\t'));
    expect(genes.layout).toBe('plain-matrix');
  });
});

describe('Skyline’s report for MSstats', () => {
  it('has its runs told by their files, and an ion at two charges in two rows', async () => {
    const profile = await recognizeText(exampleText('skyline-long.msstats.csv'));
    expect(profile).toMatchObject({ layout: 'skyline-long', shape: 'long', omicsType: 'proteomics' });
    expect(namesAt(profile, profile.rowKey)).toEqual([
      'Peptide Modified Sequence',
      'Precursor Charge',
      'Fragment Ion',
      'Product Charge',
      'Isotope Label Type',
      'File Name',
    ]);
  });
});

describe('mzTab of proteomics', () => {
  const text = exampleText('mztab.mztab');

  it('has the proteins’ abundances in the assays as samples, and means over study variables as statistics', async () => {
    const profile = await recognizeText(text);
    expect(profile).toMatchObject({ layout: 'mztab', headerLine: 8, dataLine: 9, identity: { namespace: 'uniprot' } });
    expect(profile.samples).toEqual([
      { name: 'assay[1]', metadata: { sample_ref: 'sample[1]' } },
      { name: 'assay[2]', metadata: { sample_ref: 'sample[2]' } },
    ]);
    expect(profile.columns.filter(({ role }) => role === 'statistic')).toHaveLength(2);
  });

  it('of a summary has the study variables as samples, and without abundances none', async () => {
    const summary = await recognizeText(text.replaceAll('protein_abundance_assay', 'other'));
    expect(summary.samples).toEqual([{ name: 'study_variable[1]', metadata: { description: 'Control' } }]);
    const identified = await recognizeText(text.replaceAll('protein_abundance', 'other'));
    expect(identified).toMatchObject({ layout: 'mztab', shape: 'annotation', samples: [] });
  });
});

describe('MaxQuant', () => {
  const ids = ['Protein IDs', 'Majority protein IDs', 'Fasta headers', 'Number of proteins', 'Peptides'];

  it('with TMT in names fit for R has the channels of each experiment as samples, not their totals nor whole experiments', async () => {
    const named = ['Reporter.intensity.corrected.0', 'Reporter.intensity.corrected.1'];
    const profile = await recognizeText(
      tabbed(
        [
          ...ids.map((name) => name.replaceAll(' ', '.')),
          'Peptides.A',
          ...named,
          ...named.map((name) => `${name}.A`),
          'Intensity.A',
        ],
        ['P04637', 'P04637', 'x', 1, 3, 3, 30, 70, 30, 70, 5000],
        ['Q9Y6K9', 'Q9Y6K9', 'y', 1, 2, 2, 10, 0, 10, 0, 6000],
      ),
    );
    expect(sampleNames(profile)).toEqual(['0.A', '1.A']);
  });

  it('with SILAC has the ratios of each experiment, and what they rest on as statistics', async () => {
    const ratios = [
      'Ratio H/L',
      'Ratio H/L normalized',
      'Ratio H/L variability [%]',
      'Ratio H/L count',
      'Ratio H/L iso-count',
    ];
    const text = tabbed(
      [
        ...ids,
        ...ratios,
        ...ratios.map((name) => `${name} E1`),
        'Intensity',
        'Intensity E1',
        'Intensity L E1',
        'Intensity H E1',
      ],
      ['P04637', 'P04637', 'x', 1, 3, 1.5, 1.4, 10, 3, 0, 1.5, 1.4, 10, 3, 0, 90, 90, 40, 50],
      ['Q9Y6K9', 'Q9Y6K9', 'y', 1, 2, 'NaN', 'NaN', 'NaN', 0, 0, 'NaN', 'NaN', 'NaN', 0, 0, 80, 80, 80, 0],
    );
    expect(await measuredIn(text)).toEqual({ Intensity: 3, 'Ratio H/L normalized': 1, 'Ratio H/L': 1 });
    const profile = await recognizeText(text);
    expect(sampleNames(profile)).toEqual(['E1', 'L E1', 'H E1']);
    expect(profile.columns.filter(({ role }) => role === 'statistic')).toHaveLength(8);
  });
});

describe('MaxQuant’s modified sites', () => {
  const text = exampleText('maxquant-sites.txt');

  it('are told by protein, amino acid and position, with intensities as a whole and by number of sites', async () => {
    const profile = await recognizeText(text);
    expect(profile).toMatchObject({ layout: 'maxquant-sites', identity: null });
    expect(namesAt(profile, profile.rowKey)).toEqual(['Protein', 'Amino acid', 'Position']);
    expect(sampleNames(profile)).toEqual(four);
    expect(await measuredIn(text)).toEqual({ Intensity: 4, Intensity___1: 4, Intensity___2: 4 });
  });

  it('of one experiment without a name have the whole intensity', async () => {
    const single = text.replaceAll(/\tIntensity (?:ctl|trt)_/g, '\tOccupancy ');
    expect(sampleNames(await recognizeText(single))).toEqual(['Intensity']);
    const numbered = text
      .replaceAll(/\tIntensity (?:ctl|trt)_/g, '\tIntensity ')
      .replaceAll('Intensity ', 'Intensity 1');
    expect(sampleNames(await recognizeText(numbered))).toEqual(['11', '12', '11', '12']);
  });
});

describe('DIA-NN', () => {
  it('has matrices of genes that nothing but the runs’ files tell, which are no counts of reads', async () => {
    const profile = await recognizeText(
      tabbed(
        ['Genes', 'D:\\data\\a.raw', 'D:\\data\\b.raw', 'D:\\data\\c.raw'],
        ['TP53', 93000, 81000, 77000],
        ['ACTB;ACTG1', 5100000, '', 4900000],
        ['EGFR', 620000, 580000, 610000],
      ),
    );
    expect(profile).toMatchObject({
      layout: 'diann-matrix',
      omicsType: 'proteomics',
      quantities: [{ kind: 'intensity' }],
    });
    expect(profile.samples).toHaveLength(3);
  });

  it('has the samples it had where a column of numbers of its own was called otherwise, and a weak run stays one', async () => {
    const rows = ['P04637', 'P00533', 'P01106', 'P60709', 'P04406', 'P02768'].map((protein, at) => [
      protein,
      `${protein}_HUMAN`,
      'GENE',
      at + 3,
      at + 1,
      900 + at * 7000,
      40_000 + at * 900_000,
      50_000 + at * 800_000,
    ]);
    const read = async (...names: readonly string[]) =>
      sampleNames(
        await recognizeText(tabbed(['Protein.Group', 'Protein.Names', 'Genes', ...names, 'blank', 'a', 'b'], ...rows)),
      );
    expect(await read('N.Sequences', 'N.Proteotypic.Sequences')).toEqual(['blank', 'a', 'b']);
    expect(await read('peptides', 'N.Proteotypic.Sequences')).toEqual(['blank', 'a', 'b']);
    expect(await read('N.Sequences', 'unique peptides')).toEqual(['blank', 'a', 'b']);
  });
});
