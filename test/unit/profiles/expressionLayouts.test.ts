import { describe, expect, it } from 'vitest';
import { recognize } from '../../../server/src/profiles/recognize.ts';
import { textSource } from '../../../server/src/table/byteSource.ts';
import { headOfText, readHead } from '../../../server/src/table/head.ts';
import { readDataRows } from '../../../server/src/values/dataRows.ts';
import { startTally } from '../../../server/src/values/tally.ts';
import { recognizeText, sampleNames } from './variants.ts';

type Cells = readonly (readonly (string | number)[])[];
const table = (...rows: Cells): string => `${rows.map((row) => row.join('\t')).join('\n')}\n`;
const generic = ['plain-matrix', 'gene-matrix', 'other-results', 'annotation-table'];
/** With folders in the name, as a path has them. */
const recognizeAt = async (name: string, text: string): Promise<ReturnType<typeof recognize>> =>
  recognize(await readHead(textSource(name, text)));

describe('GCT', () => {
  it('1.2 takes its samples by their number, so that remarks behind them are none', async () => {
    const profile = await recognizeText(
      table(
        ['#1.2'],
        [2, 2],
        ['Name', 'Description', 'a', 'b', 'length'],
        ['ENSG00000004139', 'SARM1', 5.5, 61.5, 900],
        ['ENSG00000141510', 'TP53', 1.5, 0, 800],
      ),
    );
    expect(profile).toMatchObject({ layout: 'gct', headerLine: 2, rowKey: [0], omicsType: 'transcriptomics' });
    expect(sampleNames(profile)).toEqual(['a', 'b']);
    expect(profile.quantities[0]).toMatchObject({ zeroIsMissing: false, scale: 'linear' });
  });

  it('1.2 of GTEx has numbers before the names, which are no key', async () => {
    const profile = await recognizeText(
      table(
        ['#1.2'],
        [2, 2],
        ['id', 'Name', 'Description', 'a', 'b'],
        [0, 'ENSG00000004139.17', 'SARM1', 5, 61],
        [1, 'ENSG00000141510.18', 'TP53', 1, 0],
      ),
    );
    expect(profile.rowKey).toEqual([1]);
    expect(sampleNames(profile)).toEqual(['a', 'b']);
  });

  it('1.3 has metadata of rows and of samples, of which -666 is none', async () => {
    const profile = await recognizeText(
      table(
        ['#1.3'],
        [2, 2, 1, 2],
        ['id', 'symbol', 'a', 'b'],
        ['dose', 'na', '-666', '10'],
        ['cell', 'na', 'MCF7', 'PC3'],
        ['7157', 'TP53', 5.5, 6.5],
        ['4609', 'MYC', 1.5, 2.5],
      ),
    );
    expect(profile).toMatchObject({ layout: 'gct', dataLine: 5 });
    expect(profile.samples).toEqual([
      { name: 'a', metadata: { cell: 'MCF7' } },
      { name: 'b', metadata: { dose: '10', cell: 'PC3' } },
    ]);
  });

  it('of proteins is proteomics', async () => {
    const profile = await recognizeText(
      table(['#1.2'], [2, 1], ['Name', 'Description', 'a'], ['P04637', 'TP53', 1.5], ['P38398', 'BRCA1', 2.5]),
    );
    expect(profile.omicsType).toBe('proteomics');
  });

  it('named by its quantity has that one', async () => {
    const text = table(['#1.2'], [1, 1], ['Name', 'Description', 'a'], ['ENSG00000141510', 'TP53', 1.5]);
    expect((await recognizeText(text, 'tissue_gene_tpm.gct')).quantities[0]?.name).toBe('TPM');
    expect((await recognizeText(text, 'tissue_gene_reads.gct')).quantities[0]).toMatchObject({
      name: 'counts',
      kind: 'count',
    });
  });

  it.each([
    ['a comment that begins like its version', [['#1.2 of the list'], ['gene', 'a'], ['TP53', 1], ['MYC', 2]]],
    [
      'Name and Description only',
      [
        ['Name', 'Description', 'a'],
        ['TP53', 'x', 1.5],
        ['MYC', 'y', 2.5],
      ],
    ],
  ] as [string, Cells][])('is not seen in a table with %s', async (_, rows) => {
    expect(generic).toContain((await recognizeText(table(...rows))).layout);
  });
});

describe('A GEO series matrix', () => {
  const text = (processing: string, first: number, ...attributes: Cells): string =>
    table(
      ['!Series_title', '"Made; for, a test"'],
      ...attributes,
      ['!Sample_title', '"control"', '"treated"'],
      ['!Sample_geo_accession', '"GSM1"', '"GSM2"'],
      ['!Sample_characteristics_ch1', '"tissue: liver"', '"tissue: liver"'],
      ['!Sample_characteristics_ch1', '"time: 2: late"', ''],
      ['!Sample_contact_name', '"A,,B"', '"A,,B"'],
      ['!Sample_data_processing', `"${processing}"`, `"${processing}"`],
      ['!series_matrix_table_begin'],
      ['"ID_REF"', '"GSM1"', '"GSM2"'],
      ['"1007_s_at"', first, 8.5],
      ['"1053_at"', 6.5, 'null'],
      ['!series_matrix_table_end'],
    );

  it('has its samples’ attributes, each characteristic under its own name, and nobody’s address', async () => {
    const profile = await recognizeText(text('', 7.5));
    expect(profile).toMatchObject({ layout: 'geo-series-matrix', rowKey: [0], omicsType: null });
    expect(profile.samples).toEqual([
      { name: 'GSM1', metadata: { title: 'control', geo_accession: 'GSM1', tissue: 'liver', time: '2: late' } },
      { name: 'GSM2', metadata: { title: 'treated', geo_accession: 'GSM2', tissue: 'liver' } },
    ]);
  });

  it('ends before the line that ends its table', async () => {
    const source = textSource('a.txt', text('', 7.5));
    const profile = recognize(await readHead(source));
    const tally = startTally(profile);
    await readDataRows(source, profile, tally);
    expect(tally.end()).toMatchObject({ rows: 2, features: 2 });
  });

  it('is read as well where its attributes fill the head', async () => {
    const whole = text('', 7.5);
    const begun = whole.slice(0, whole.indexOf('!Sample_contact_name'));
    const encoding = { encoding: 'utf-8', bomBytes: 0, undecodable: false } as const;
    const profile = recognize(headOfText('a.txt', begun, encoding, false));
    const tally = startTally(profile);
    await readDataRows(textSource('a.txt', whole), profile, tally);
    expect(profile).toMatchObject({ layout: 'geo-series-matrix', rowKey: [0] });
    expect(sampleNames(profile)).toEqual(['GSM1', 'GSM2']);
    expect(tally.end()).toMatchObject({ rows: 2, features: 2 });
  });

  it.each([
    ['RMA, which gives logarithms', 'normalized by RMA', 7.5, 'log2'],
    ['words for a logarithm', 'log2 transformed', 7.5, 'log2'],
    ['nothing', 'quantile normalized', 7.5, 'unknown'],
    ['words that its numbers contradict', 'log2 ratio was computed', 750.5, 'linear'],
  ])('tells its scale by %s', async (_, processing, first, scale) => {
    expect((await recognizeText(text(processing, first))).quantities[0]?.scale).toBe(scale);
  });

  it.each([
    ['total RNA', 'transcriptomics'],
    ['polyA RNA', 'transcriptomics'],
    ['protein', 'proteomics'],
    ['genomic DNA', null],
  ])('of %s is of that omics type', async (molecule, omicsType) => {
    const attribute = ['!Sample_molecule_ch1', `"${molecule}"`, `"${molecule}"`];
    expect((await recognizeText(text('', 7.5, attribute))).omicsType).toBe(omicsType);
  });

  it('without values, as of sequencing, still has its samples', async () => {
    const profile = await recognizeText(
      table(
        ['!Series_title', '"x"'],
        ['!Sample_title', '"a"', '"b"'],
        ['!Sample_geo_accession', '"GSM1"', '"GSM2"'],
        ['!series_matrix_table_begin'],
        ['"ID_REF"', '"GSM1"', '"GSM2"'],
        ['!series_matrix_table_end'],
      ),
    );
    expect(profile.layout).toBe('geo-series-matrix');
    expect(sampleNames(profile)).toEqual(['GSM1', 'GSM2']);
  });

  it('is not seen in a table whose key is called ID_REF', async () => {
    const profile = await recognizeText(table(['ID_REF', 'GSM1'], ['1007_s_at', 7.5], ['1053_at', 8.5]));
    expect(generic).toContain(profile.layout);
  });
});

describe('One sample of a quantifier', () => {
  const salmon = table(
    ['Name', 'Length', 'EffectiveLength', 'TPM', 'NumReads'],
    ['ENST00000269305', 2500, 2300.5, 5.25, 310.5],
    ['ENST00000377970', 2300, 2100.5, 0, 0],
  );
  const kallisto = table(
    ['target_id', 'length', 'eff_length', 'est_counts', 'tpm'],
    ['ENST00000269305', 2500, 2300.5, 310.5, 5.25],
    ['ENST00000377970', 2300, 2100.5, 0, 0],
  );
  const rsem = table(
    ['transcript_id', 'gene_id', 'length', 'effective_length', 'expected_count', 'TPM', 'FPKM', 'IsoPct'],
    ['ENST00000269305', 'ENSG00000141510', 2500, 2300.5, 310.5, 5.25, 4.5, 80],
    ['ENST00000377970', 'ENSG00000136997', 2300, 2100.5, 0, 0, 0, 0],
  );

  it.each([
    ['salmon/S1/quant.sf', salmon, 'S1'],
    ['/data/S2_rep1/salmon/quant.sf', salmon, 'S2_rep1'],
    ['C:\\runs\\S3\\quant.genes.sf', salmon, 'S3'],
    ['S4_quant.sf', salmon, 'S4'],
    ['results/kallisto/S5/abundance.tsv', kallisto, 'S5'],
    ['S6.abundance.tsv', kallisto, 'S6'],
    ['rsem/S7.genes.results', rsem, 'S7'],
    ['rsem/S8.isoforms.results', rsem, 'S8'],
    ['quant.sf', salmon, 'quant.sf'],
  ])('%s is of the sample that its folder or file is named after', async (name, text, sample) => {
    const profile = await recognizeAt(name, text);
    expect(profile.layout).toBe('rna-quantifier');
    expect(sampleNames(profile)).toEqual([sample]);
  });

  it('has estimated counts first, which have fractions, and every other quantity', async () => {
    const profile = await recognizeText(rsem);
    expect(profile.rowKey).toEqual([0]);
    expect(
      profile.quantities.map(({ name, primary, kind, zeroIsMissing }) => [name, primary, kind, zeroIsMissing]),
    ).toEqual([
      ['expected_count', true, 'count', false],
      ['TPM', false, 'intensity', false],
      ['FPKM', false, 'intensity', false],
      ['IsoPct', false, 'intensity', false],
    ]);
  });

  it.each([
    ['several samples stacked', ['target_id', 'sample', 'est_counts', 'tpm', 'eff_length', 'length']],
    ['two of Salmon’s names', ['gene', 'NumReads', 'TPM']],
    ['two of RSEM’s names', ['gene_id', 'expected_count', 'TPM']],
  ])('is not seen in a table with %s', async (_, header) => {
    const rows = ['ENST00000269305', 'ENST00000377970'].map((id) =>
      header.map((name, at) => (at === 0 ? id : name === 'sample' ? 'S1' : at + 0.5)),
    );
    expect((await recognizeText(table(header, ...rows))).layout).not.toBe('rna-quantifier');
  });
});

describe('Merged estimates', () => {
  it('of RSEM are told by its list of transcripts, and the file’s name says which they are', async () => {
    const text = table(
      ['gene_id', 'transcript_id(s)', 's1', 's2'],
      ['ENSG00000141510', 'ENST00000269305,ENST00000413465', 10.5, 0],
      ['ENSG00000136997', 'ENST00000377970', 7.25, 8],
    );
    const tpm = await recognizeText(text, 'rsem.merged.gene_tpm.tsv');
    expect(tpm).toMatchObject({ layout: 'rsem-merged', rowKey: [0] });
    expect(tpm.quantities[0]).toMatchObject({ name: 'TPM', kind: 'intensity' });
    expect((await recognizeText(text, 'rsem.merged.gene_counts.tsv')).quantities[0]?.kind).toBe('count');
    expect(sampleNames(tpm)).toEqual(['s1', 's2']);
  });

  it('of RSEM’s transcripts are RSEM’s only where the file’s name says so', async () => {
    const text = table(
      ['transcript_id', 'gene_id', 's1'],
      ['ENST00000269305', 'ENSG00000141510', 10.5],
      ['ENST00000377970', 'ENSG00000136997', 7.25],
    );
    expect((await recognizeText(text, 'rsem.merged.transcript_tpm.tsv')).layout).toBe('rsem-merged');
    expect((await recognizeText(text, 'transcripts.tsv')).layout).toBe('salmon-merged');
  });

  it('whose counts were scaled by length are counts', async () => {
    const text = table(
      ['gene_id', 'gene_name', 's1'],
      ['ENSG00000141510', 'TP53', 1.5],
      ['ENSG00000136997', 'MYC', 2.5],
    );
    const profile = await recognizeText(text, 'salmon.merged.gene_counts_length_scaled.tsv');
    expect(profile.quantities[0]).toMatchObject({ name: 'counts', kind: 'count' });
  });

  it('of tximport have counts first, then abundance and length', async () => {
    const profile = await recognizeText(
      table(
        ['', 'abundance.s1', 'abundance.s2', 'counts.s1', 'counts.s2', 'length.s1', 'length.s2', 'countsFromAbundance'],
        ['ENSG00000141510', 1.5, 2.5, 10.5, 0, 900.5, 901.5, 'no'],
        ['ENSG00000136997', 3.5, 4.5, 7.25, 8, 800.5, 801.5, 'no'],
      ),
    );
    expect(profile).toMatchObject({ layout: 'tximport', rowKey: [0] });
    expect(sampleNames(profile)).toEqual(['s1', 's2']);
    expect(profile.quantities.map(({ name, kind }) => [name, kind])).toEqual([
      ['counts', 'count'],
      ['abundance', 'intensity'],
      ['length', 'intensity'],
    ]);
  });

  it.each([
    ['counts only', ['', 'counts.s1', 'counts.s2']],
    ['counts and abundances of other samples', ['', 'counts.s1', 'abundance.s2', 'length.s3']],
    ['counts and lengths, as of a count table', ['', 'counts.s1', 'length.s1']],
  ])('are not seen in a table with %s', async (_, header) => {
    const rows = ['ENSG00000141510', 'ENSG00000136997'].map((id) => header.map((_, at) => (at === 0 ? id : at + 0.5)));
    expect(generic).toContain((await recognizeText(table(header, ...rows))).layout);
  });
});
