import { describe, expect, it } from 'vitest';
import { layouts } from '../../../server/src/profiles/layouts/index.ts';
import {
  cellsOf,
  headerAt,
  mangledByR,
  readExamples,
  recognizeText,
  sampleNames,
  savedBySpreadsheet,
  write,
} from './variants.ts';

const examples = readExamples();
/** Without a header, or with one that stands between sections or on two lines, there are no names to mangle or add to. */
const headerless = new Set(['htseq-counts', 'star-reads-per-gene']);
/** One sample's own output, which the file is named after. */
const namedByFile = new Set([...headerless, 'rna-quantifier']);
const special = new Set([...headerless, 'mwtab', 'mztab', 'mztab-m', 'masshunter-quant', 'somascan-adat']);
const withHeader = examples.filter(({ layout }) => !special.has(layout));
/** Layouts that are told by places: lines above the header, the first columns. In the others order means nothing. */
const placed = new Set([
  'msdial-alignment',
  'metaboanalyst',
  'ramclustr',
  'sieve-frames',
  'perseus-matrix',
  'gct',
  'geo-series-matrix',
  'progenesis',
  'metabolon',
]);
const inAnyOrder = withHeader.filter(({ layout }) => !placed.has(layout));

/** Rows whose trailing tabs were stripped are filled up first, as whoever moves or adds columns does. */
const padded = (cells: readonly (readonly string[])[]): string[][] => {
  const width = Math.max(...cells.map((row) => row.length));
  return cells.map((row) =>
    row.length === 1 ? [...row] : [...row, ...Array.from({ length: width - row.length }, () => '')],
  );
};

describe('Layouts are told by their signature', () => {
  it('every layout has an example', () => {
    const shown = new Set(examples.map(({ layout }) => layout));
    expect(layouts.map(({ name }) => name).filter((name) => !shown.has(name))).toEqual([]);
  });

  it.each(examples)('$file is a table of its layout', async ({ layout, text, file }) => {
    expect((await recognizeText(text, file)).layout).toBe(layout);
  });

  it.each(examples)('$file saved by a spreadsheet with decimal commas stays what it is', async (example) => {
    const written = await recognizeText(example.text, example.file);
    const saved = await recognizeText(savedBySpreadsheet(example), 'copy.csv');
    expect(saved.layout).toBe(example.layout);
    expect(saved.delimiter).toBe(';');
    expect(sampleNames(saved)).toEqual(namedByFile.has(example.layout) ? ['copy'] : sampleNames(written));
    expect(saved.rowKey).toEqual(written.rowKey);
    expect(saved.quantities.map(({ name }) => name)).toEqual(written.quantities.map(({ name }) => name));
  });

  it.each(withHeader)('$file with names mangled by R stays what it is', async (example) => {
    const cells = cellsOf(example);
    const at = headerAt(cells);
    const mangled = cells.map((row, line) => (line === at ? mangledByR(row) : row));
    const written = await recognizeText(example.text, example.file);
    const read = await recognizeText(write(mangled), example.file);
    expect(read.layout).toBe(example.layout);
    expect(read.rowKey).toEqual(written.rowKey);
    expect(read.columns.map(({ role }) => role)).toEqual(written.columns.map(({ role }) => role));
  });

  it.each(inAnyOrder)('$file with its columns in reverse stays what it is', async (example) => {
    const reversed = padded(cellsOf(example)).map((row) => (row.length === 1 ? row : [...row].reverse()));
    const written = await recognizeText(example.text, example.file);
    const read = await recognizeText(write(reversed), example.file);
    expect(read.layout).toBe(example.layout);
    expect([...sampleNames(read)].sort()).toEqual([...sampleNames(written)].sort());
  });

  it.each(withHeader)('$file with a column that a person added stays what it is', async (example) => {
    const cells = padded(cellsOf(example));
    const at = headerAt(cells);
    const noted = cells.map((row, line) =>
      row.length === 1 || line < at ? row : [...row, line === at ? 'My remarks' : `look at ${line} again`],
    );
    const written = await recognizeText(example.text, example.file);
    const read = await recognizeText(write(noted), example.file);
    // Words behind the numbers make it another table only where a table is told by having none.
    const told = ['salmon-merged', 'metaboanalyst'].includes(example.layout)
      ? ['gene-matrix', 'plain-matrix']
      : [example.layout];
    expect(told).toContain(read.layout);
    expect(sampleNames(read)).toEqual(sampleNames(written));
  });
});

describe('A near miss flips nothing', () => {
  const example = (layout: string): string[][] => {
    const found = examples.find((candidate) => candidate.layout === layout);
    if (found === undefined) throw new Error(`no example of ${layout}`);
    return cellsOf(found);
  };
  const without = (cells: readonly (readonly string[])[], ...names: readonly string[]): string[][] => {
    const header = cells.find((row) => row.some((cell) => names.includes(cell))) ?? [];
    return cells.map((row) => (row.length === 1 ? [...row] : row.filter((_, at) => !names.includes(header[at] ?? ''))));
  };

  it.each([
    ['maxquant-protein-groups', ['Majority protein IDs']],
    ['maxquant-protein-groups', ['Protein IDs']],
    ['maxquant-protein-groups', ['Fasta headers', 'Score', 'Q-value']],
    ['diann-matrix', ['First.Protein.Description']],
    ['diann-matrix', ['Genes']],
    ['fragpipe-combined-protein', ['Entry Name']],
    ['fragpipe-combined-protein', ['Protein ID']],
    ['spectronaut-report', ['R.Replicate', 'R.Condition']],
    ['spectronaut-report', ['F.FrgIon', 'F.PeakArea']],
    ['skyline-long', ['Precursor Charge', 'Product Charge']],
    ['skyline-pivot', ['Protein']],
    ['metabolights-maf', ['database_version', 'uri', 'search_engine']],
    ['metabolights-maf', ['database_identifier']],
    ['xcms-peaks', ['mzmin', 'mzmax']],
    ['featurecounts', ['Strand']],
    ['deseq2-results', ['stat']],
    ['limma-results', ['B']],
    ['edger-results', ['F']],
    ['diann-report', ['Precursor.Id']],
    ['diann-report', ['Q.Value', 'PG.MaxLFQ']],
    ['diann-report', ['Run']],
    ['diann-report', ['Protein.Group']],
    ['msstats-input', ['ProteinName']],
    ['msstats-input', ['FragmentIon', 'ProductCharge']],
    ['olink-npx', ['OlinkID']],
    ['olink-npx', ['UniProt', 'QC_Warning']],
    ['maxquant-evidence', ['Modified sequence']],
    ['maxquant-evidence', ['id']],
    ['maxquant-peptides', ['Unique (Groups)', 'Unique (Proteins)']],
    ['proteome-discoverer-proteins', ['Master', 'Description']],
    ['perseus-matrix', ['Gene names']],
  ])('%s without %j is still a table of that tool', async (layout, names) => {
    expect((await recognizeText(write(without(example(layout), ...names)))).layout).toBe(layout);
  });

  it.each([
    [
      'a matrix whose ids are called Protein IDs',
      [
        ['Protein IDs', 'a', 'b'],
        ['P04637', '1.5', '2.5'],
        ['P38398', '3.5', '4.5'],
      ],
    ],
    [
      'a matrix with one column called Intensity total',
      [
        ['Protein IDs', 'Intensity total'],
        ['P04637', '1.5'],
        ['P38398', '3.5'],
      ],
    ],
    [
      'a matrix with a column Genes beside numbers',
      [
        ['Genes', 'a', 'b'],
        ['TP53', '1.5', '2.5'],
        ['BRCA1', '3.5', '4.5'],
      ],
    ],
    [
      'a table with a column baseMean only',
      [
        ['gene', 'baseMean', 's1'],
        ['TP53', '1.5', '2.5'],
        ['BRCA1', '3.5', '4.5'],
      ],
    ],
    [
      'a table with a column logFC only',
      [
        ['gene', 'logFC', 's1'],
        ['TP53', '1.5', '2.5'],
        ['BRCA1', '3.5', '4.5'],
      ],
    ],
    [
      'a table with a run and precursors only',
      [
        ['Run', 'Precursor.Id', 's1'],
        ['a', 'AAAK2', '2.5'],
        ['b', 'CCCK2', '4.5'],
      ],
    ],
    [
      'a table with NPX and assays only',
      [
        ['Assay', 'NPX', 's1'],
        ['IL6', '1.5', '2.5'],
        ['TNF', '3.5', '4.5'],
      ],
    ],
    [
      'a table with proteins, a run and an intensity only',
      [
        ['ProteinName', 'Run', 'Intensity'],
        ['P04637', '1', '2.5'],
        ['P38398', '2', '4.5'],
      ],
    ],
    [
      'a table with Alignment ID only',
      [
        ['Alignment ID', 's1', 's2'],
        ['1', '1.5', '2.5'],
        ['2', '3.5', '4.5'],
      ],
    ],
    [
      'a table with Geneid and Length only',
      [
        ['Geneid', 'Length', 's1'],
        ['TP53', '1500', '25'],
        ['BRCA1', '3500', '45'],
      ],
    ],
    [
      'a table with Peptide and Area only',
      [
        ['Peptide', 'Area', 's1'],
        ['AAAK', '1.5', '2.5'],
        ['CCCK', '3.5', '4.5'],
      ],
    ],
  ])('%s is no tool’s table', async (_, cells) => {
    const generic = ['plain-matrix', 'gene-matrix', 'other-results', 'annotation-table'];
    expect(generic).toContain((await recognizeText(write(cells))).layout);
  });
});
