import { describe, expect, it } from 'vitest';
import { recognizeText, sampleNames } from './variants.ts';

const table = (...rows: readonly (readonly (string | number)[])[]): string =>
  `${rows.map((row) => row.join('\t')).join('\n')}\n`;

describe('Other versions and uses of the same tools', () => {
  it('MaxQuant with TMT: channels of each experiment are samples, their totals are not', async () => {
    const profile = await recognizeText(
      table(
        [
          'Protein IDs',
          'Majority protein IDs',
          'Reporter intensity corrected 1',
          'Reporter intensity corrected 2',
          'Reporter intensity corrected 1 A',
          'Reporter intensity corrected 2 A',
        ],
        ['P04637', 'P04637', 30, 70, 30, 70],
        ['Q9Y6K9', 'Q9Y6K9', 10, 0, 10, 0],
      ),
    );
    expect(profile.layout).toBe('maxquant-protein-groups');
    expect(sampleNames(profile)).toEqual(['1 A', '2 A']);
  });

  it('MaxQuant without experiments: the total intensity is the one sample’s', async () => {
    const profile = await recognizeText(
      table(
        [
          'Protein IDs',
          'Majority protein IDs',
          'Fasta headers',
          'Number of proteins',
          'Unique peptides',
          'Intensity',
          'Reverse',
        ],
        ['P04637', 'P04637', 'x', 1, 3, 5000, ''],
        ['Q9Y6K9', 'Q9Y6K9', 'y', 1, 2, 0, ''],
      ),
    );
    expect(profile.quantities.map(({ name, zeroIsMissing }) => [name, zeroIsMissing])).toEqual([['Intensity', true]]);
  });

  it('MaxQuant cut down to ids and LFQ intensities is MaxQuant’s', async () => {
    const profile = await recognizeText(
      table(
        ['Protein IDs', 'Gene names', 'LFQ intensity a', 'LFQ intensity b'],
        ['P04637', 'TP53', 0, 5],
        ['Q9Y6K9', 'IKBKG', 7, 8],
      ),
    );
    expect(profile.layout).toBe('maxquant-protein-groups');
    expect(sampleNames(profile)).toEqual(['a', 'b']);
  });

  it('FragPipe’s older table tells razor and total intensity apart', async () => {
    const profile = await recognizeText(
      table(
        [
          'Group',
          'Protein',
          'Protein ID',
          'Entry Name',
          'Gene Names',
          'Protein Length',
          'S1 Total Intensity',
          'S1 Razor Intensity',
          'S2 Total Intensity',
          'S2 Razor Intensity',
        ],
        [1, 'sp|P04637|P53_HUMAN', 'P04637', 'P53_HUMAN', 'TP53', 393, 0, 0, 5.5, 4.5],
        [2, 'sp|Q9Y6K9|NEMO_HUMAN', 'Q9Y6K9', 'NEMO_HUMAN', 'IKBKG', 419, 8, 7, 6, 5],
      ),
    );
    expect(profile.layout).toBe('fragpipe-combined-protein');
    expect(profile.quantities.map(({ name, primary }) => [name, primary])).toEqual([
      ['Razor Intensity', true],
      ['Total Intensity', false],
    ]);
    expect(sampleNames(profile)).toEqual(['S1', 'S2']);
  });

  it('FragPipe’s table of peptides is not the one of proteins', async () => {
    const profile = await recognizeText(
      table(
        ['Peptide Sequence', 'Protein', 'Protein ID', 'Entry Name', 'S1 Intensity'],
        ['AAAK', 'sp|P04637|P53_HUMAN', 'P04637', 'P53_HUMAN', 5],
      ),
    );
    expect(profile.layout).not.toBe('fragpipe-combined-protein');
  });

  it('DIA-NN’s precursor matrix is identified by precursors', async () => {
    const profile = await recognizeText(
      table(
        [
          'Protein.Group',
          'Genes',
          'Stripped.Sequence',
          'Modified.Sequence',
          'Precursor.Charge',
          'Precursor.Id',
          'run_1.raw',
          'run_2.raw',
        ],
        ['P04637', 'TP53', 'AAAK', 'AAAK', 2, 'AAAK2', 5.5, 6.5],
        ['P04637', 'TP53', 'CCCK', 'CCCK', 2, 'CCCK2', '', 7.5],
      ),
    );
    expect(profile.layout).toBe('diann-matrix');
    expect(profile.rowKey).toEqual([5]);
    expect(sampleNames(profile)).toEqual(['run_1.raw', 'run_2.raw']);
  });

  it('DIA-NN’s long report is not its matrix', async () => {
    const profile = await recognizeText(
      table(
        ['File.Name', 'Run', 'Protein.Group', 'Protein.Ids', 'Genes', 'Precursor.Id', 'Q.Value', 'PG.MaxLFQ'],
        ['a.raw', 'a', 'P04637', 'P04637', 'TP53', 'AAAK2', 0.01, 5.5],
      ),
    );
    expect(profile.layout).not.toBe('diann-matrix');
  });

  it('Spectronaut’s report of proteins only has the protein in each run as its key', async () => {
    const profile = await recognizeText(
      table(
        ['R.FileName', 'PG.ProteinAccessions', 'PG.Quantity'],
        ['a', 'P04637', '12,5'],
        ['b', 'P04637', '13,25'],
        ['a', 'Q9Y6K9', 'Filtered'],
      ),
    );
    expect(profile).toMatchObject({
      layout: 'spectronaut-report',
      shape: 'long',
      rowKey: [0, 1],
      decimalSeparator: ',',
    });
  });

  it('Spectronaut’s chosen quantity counts where no other is reported', async () => {
    const profile = await recognizeText(
      table(
        ['R.FileName', 'PG.ProteinGroups', 'EG.PrecursorId', 'EG.TotalQuantity (Settings)'],
        ['a', 'P04637', '_AAAK_.2', 12.5],
        ['a', 'P04637', '_CCCK_.2', 3.5],
      ),
    );
    expect(profile.quantities.map(({ name }) => name)).toEqual(['EG.TotalQuantity (Settings)']);
  });

  it('Skyline’s report of peptides is proteomics and links to no protein', async () => {
    const profile = await recognizeText(
      table(
        ['Peptide Sequence', 'Protein Name', 'Replicate Name', 'Precursor Mz', 'Precursor Charge', 'Total Area'],
        ['LVNELTEFAK', 'ALBU', 'a', 582.3, 2, 100],
        ['HLVDEPQNLIK', 'ALBU', 'a', 653.4, 2, 200],
      ),
    );
    expect(profile).toMatchObject({ layout: 'skyline-long', omicsType: 'proteomics', identity: null });
  });

  it('GEO2R’s table is limma’s without AveExpr', async () => {
    const profile = await recognizeText(
      table(
        ['ID', 'adj.P.Val', 'P.Value', 't', 'B', 'logFC', 'Gene.symbol', 'Gene.title'],
        ['1007_s_at', 0.5, 0.1, 1.5, -3, 0.5, 'DDR1', 'a receptor'],
        ['1053_at', 0.6, 0.2, 1.25, -4, 0.25, 'RFC2', 'a subunit'],
      ),
    );
    expect(profile).toMatchObject({ layout: 'limma-results', shape: 'results', rowKey: [0] });
    expect(profile.columns.filter(({ role }) => role === 'statistic')).toHaveLength(5);
  });

  it('DESeq2’s results written with row names only have one cell less in the header', async () => {
    const profile = await recognizeText(
      table(
        ['baseMean', 'log2FoldChange', 'lfcSE', 'stat', 'pvalue', 'padj'],
        ['ENSG00000004139', 5.5, 1.5, 0.25, 6, 0.01, 'NA'],
        ['ENSG00000141510', 6.5, -1.5, 0.25, -6, 0.02, 0.04],
      ),
    );
    expect(profile).toMatchObject({ layout: 'deseq2-results', rowKey: [0], omicsType: 'transcriptomics' });
    expect(profile.identity).toMatchObject({ column: 0, kind: 'gene', namespace: 'ensembl' });
  });

  it('samples that were compared stand beside DESeq2’s statistics', async () => {
    const profile = await recognizeText(
      table(
        ['gene', 'baseMean', 'log2FoldChange', 'pvalue', 'padj', 'ctl_1', 'trt_1'],
        ['TP53', 5.5, 1.5, 0.01, 0.02, 12, 15],
        ['MYC', 6.5, -1.5, 0.02, 0.04, 1, 0],
      ),
    );
    expect(profile.shape).toBe('results');
    expect(sampleNames(profile)).toEqual(['ctl_1', 'trt_1']);
  });

  it('Salmon’s merged TPM are no counts', async () => {
    const text = table(
      ['gene_id', 'gene_name', 's1'],
      ['ENSG00000004139', 'SARM1', 1.5],
      ['ENSG00000141510', 'TP53', 2.25],
    );
    const tpm = await recognizeText(text, 'salmon.merged.gene_tpm.tsv');
    expect(tpm.quantities[0]).toMatchObject({ name: 'TPM', kind: 'intensity' });
    const counts = await recognizeText(text, 'salmon.merged.gene_counts.tsv');
    expect(counts.quantities[0]).toMatchObject({ name: 'counts', kind: 'count' });
  });

  it('featureCounts without its first line is featureCounts’', async () => {
    const profile = await recognizeText(
      table(
        ['Geneid', 'Chr', 'Start', 'End', 'Strand', 'Length', 'a.bam'],
        ['TP53', '17', 1, 9, '-', 8, 55],
        ['MYC', '8', 5, 7, '+', 2, 44],
      ),
    );
    expect(profile.layout).toBe('featurecounts');
    expect(sampleNames(profile)).toEqual(['a.bam']);
  });

  it('Entrez ids are genes although they are numbers', async () => {
    const profile = await recognizeText(table(['entrez_id', 's1', 's2'], [7157, 5, 6], [4609, 7, 8], [672, 1, 2]));
    expect(profile).toMatchObject({ layout: 'gene-matrix', rowKey: [0], omicsType: 'transcriptomics' });
  });

  it('MS-DIAL’s lines above the header tell of the samples', async () => {
    const annotation = [
      'Alignment ID',
      'Average Rt(min)',
      'Average Mz',
      'Metabolite name',
      'Adduct type',
      'MS/MS spectrum',
    ];
    const above = (label: string, ...cells: readonly string[]): string[] => ['', '', '', '', '', label, ...cells];
    const profile = await recognizeText(
      table(
        above('Class', 'ctl', 'trt', 'NA'),
        above('File type', 'Sample', 'QC', 'NA'),
        above('Injection order', '1', '2', 'NA'),
        above('Batch ID', '1', '1', 'Average'),
        [...annotation, 'a', 'b', 'ctl'],
        [0, 1.5, 760.5, 'PC 34:1', '[M+H]+', '', 5, 0, 5],
        [1, 2.5, 744.5, 'w/o MS2: PE 36:2', '[M+H]+', '', 7, 6, 7],
      ),
    );
    expect(profile).toMatchObject({ layout: 'msdial-alignment', headerLine: 4, dataLine: 5, omicsType: 'lipidomics' });
    expect(profile.samples).toEqual([
      { name: 'a', metadata: { Class: 'ctl', 'File type': 'Sample', 'Injection order': '1', 'Batch ID': '1' } },
      { name: 'b', metadata: { Class: 'trt', 'File type': 'QC', 'Injection order': '2', 'Batch ID': '1' } },
    ]);
    expect(profile.customs.repeatedSamples).toBe(true);
  });

  it('a run table of the sequence archive is a sample sheet', async () => {
    const profile = await recognizeText(
      'Run,Assay Type,AvgSpotLen,Bases,BioProject,Organism,tissue\nSRR1,RNA-Seq,150,9000,PRJ1,Homo sapiens,liver\nSRR2,RNA-Seq,150,8000,PRJ1,Homo sapiens,brain\n',
    );
    expect(profile).toMatchObject({ layout: 'sample-sheet', shape: 'sample-sheet', rowKey: [0] });
  });

  it('a measured brain region called PFC is a sample, not a fold change', async () => {
    const profile = await recognizeText(table(['gene', 'PFC', 'HPC'], ['TP53', 1.5, 2.5], ['MYC', 3.5, 4.5]));
    expect(sampleNames(profile)).toEqual(['PFC', 'HPC']);
  });
});
