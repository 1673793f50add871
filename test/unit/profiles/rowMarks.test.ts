import { describe, expect, it } from 'vitest';
import type { RowMark } from '#shared/dataset.ts';
import { readMarks } from '../../../server/src/profiles/rowMarks.ts';
import { cellsOf, exampleText, mangledByR, recognizeText, write } from './variants.ts';

/** The cells of an example's table, the header first. */
function cellsIn(file: string): string[][] {
  return cellsOf({ layout: '', file, text: exampleText(file) });
}

/** The same with cells of the first rows changed, by the names of their columns; a name that is not there is added. */
function withCells(cells: string[][], changes: Readonly<Record<string, readonly string[]>>): string[][] {
  const header = [...(cells[0] ?? [])];
  for (const name of Object.keys(changes)) if (!header.includes(name)) header.push(name);
  const rows = cells.slice(1).map((row, at) => header.map((name, index) => changes[name]?.[at] ?? row[index] ?? ''));
  return [header, ...rows];
}

function withoutColumns(cells: string[][], names: readonly string[]): string[][] {
  const kept = (cells[0] ?? []).flatMap((name, index) => (names.includes(name) ? [] : [index]));
  return cells.map((row) => kept.map((index) => row[index] ?? ''));
}

/** The layout that a table is read by, and the marks of its first rows. */
async function marksOf(cells: string[][], rows: number): Promise<[string, ...(readonly RowMark[] | null)[]]> {
  const profile = await recognizeText(write(cells));
  const { marks } = profile;
  const data = cells.slice(1, 1 + rows);
  const told = data.map((row) => marks && readMarks(marks, { cell: (index) => row[index] }));
  return [profile.layout, ...told];
}

const maxquantColumns = ['Only identified by site', 'Reverse', 'Potential contaminant'];

describe('A row of MaxQuant’s protein groups', () => {
  const cells = cellsIn('maxquant-protein-groups.txt');
  const plus = {
    'Potential contaminant': ['+', '', '', ''],
    Reverse: ['', '+', '', ''],
    'Only identified by site': ['', '+', '+', ''],
  };

  it('has every mark whose column has a plus, also where R has mangled the names', async () => {
    const marks = [['contaminant'], ['decoy', 'only-by-site'], ['only-by-site'], []];
    expect(await marksOf(withCells(cells, plus), 4)).toEqual(['maxquant-protein-groups', ...marks]);
    const [header = [], ...rows] = withCells(cells, plus);
    expect(await marksOf([mangledByR(header), ...rows], 4)).toEqual(['maxquant-protein-groups', ...marks]);
  });

  it('is no contaminant by its ids where the column says that it is none', async () => {
    const named = withCells(cells, { 'Majority protein IDs': ['CON__P02769', 'REV__P04637'] });
    expect(await marksOf(named, 2)).toEqual(['maxquant-protein-groups', [], []]);
  });

  it('without the columns is a contaminant by any of the majority proteins, a decoy by all of them', async () => {
    const majority = ['P04264;CON__P04264', 'REV__P04637', 'REV__P04637;P38398', 'P60709;P63261', 'CON__P02769'];
    const named = withoutColumns(withCells(cells, { 'Majority protein IDs': majority }), maxquantColumns);
    expect(await marksOf(named, 5)).toEqual([
      'maxquant-protein-groups',
      ['contaminant'],
      ['decoy'],
      [],
      [],
      ['contaminant'],
    ]);
  });

  it('with all proteins alone is a contaminant by the first of them only', async () => {
    const ids = ['CON__P02769;P02769', 'P04637;CON__P02769'];
    const named = withoutColumns(withCells(cells, { 'Protein IDs': ids }), [
      ...maxquantColumns,
      'Majority protein IDs',
    ]);
    expect(await marksOf(named, 2)).toEqual(['maxquant-protein-groups', ['contaminant'], []]);
  });
});

describe('The rows of other tools', () => {
  it.each([
    ['maxquant-peptides.txt', { Reverse: ['+', ''], 'Potential contaminant': ['', '+'] }, [['decoy'], ['contaminant']]],
    ['maxquant-evidence.txt', { Reverse: ['+', ''], 'Potential contaminant': ['', '+'] }, [['decoy'], ['contaminant']]],
    ['proteome-discoverer-proteins.txt', { Contaminant: ['True', 'False'] }, [['contaminant'], []]],
    ['proteome-discoverer-psm.txt', { Contaminant: ['TRUE', 'FALSE'] }, [['contaminant'], []]],
    ['spectronaut-report.tsv', { 'EG.IsDecoy': ['True', 'False'] }, [['decoy'], []]],
    [
      'diann-report.tsv',
      { Decoy: ['1', '0'], 'Protein.Group': ['P04637', 'Cont_P00761;Cont_P02769'] },
      [['decoy'], ['contaminant']],
    ],
    ['diann-matrix.tsv', { 'Protein.Group': ['Cont_P00761', 'Cont_P00761;P04637'] }, [['contaminant'], []]],
    ['skyline-long.csv', { 'Precursor Is Decoy': ['True', 'False'] }, [['decoy'], []]],
    ['skyline-pivot.csv', { PrecursorIsDecoy: ['False', 'True'] }, [[], ['decoy']]],
    [
      'msstats-input.csv',
      { ProteinName: ['sp|Cont_P00761|TRYP_PIG', 'DECOY_sp|P04637|P53_HUMAN'] },
      [['contaminant'], ['decoy']],
    ],
    [
      'fragpipe-combined-protein.tsv',
      { Protein: ['contam_sp|P00761|TRYP_PIG', 'rev_sp|P04637|P53_HUMAN'] },
      [['contaminant'], ['decoy']],
    ],
    [
      'alphapept-proteins.csv',
      {
        '': ['REV__sp|P0C628|O5AC1_HUMAN,REV__sp|Q9BSL1|UBAC1_HUMAN', 'REV__sp|Q9BSL1|UBAC1_HUMAN,sp|P04637|P53_HUMAN'],
      },
      [['decoy'], []],
    ],
  ] as const)('in %s have the marks of its columns and ids', async (file, changes, marks) => {
    const layout = file.replace(/\..*$/, '');
    expect(await marksOf(withCells(cellsIn(file), changes), 2)).toEqual([layout, ...marks]);
  });

  it('have the marks that Perseus kept of MaxQuant', async () => {
    const [own = [], ...lines] = cellsIn('perseus-matrix.txt');
    const profile = await recognizeText(write([own, ...lines]));
    expect(profile.layout).toBe('perseus-matrix');
    const marks = profile.marks?.columns.map(({ index, mark }) => [own[index], mark]);
    expect(marks).toEqual([
      ['Potential contaminant', 'contaminant'],
      ['Only identified by site', 'only-by-site'],
    ]);
  });
});

describe('What is no mark', () => {
  it('is a gene called CONT1, REV1 or REV3L, nor a protein of HIV called REV_HV1H2', async () => {
    const genes = await recognizeText('gene\tS1\tS2\nCONT1\t1\t2\nREV1\t3\t4\nREV3L\t5\t6\nTP53\t2\t2\n', 'genes.tsv');
    expect([genes.omicsType, genes.marks, genes.marksEvidence]).toEqual(['transcriptomics', null, '']);
    const named = withCells(cellsIn('fragpipe-combined-protein.tsv'), { 'Entry Name': ['REV_HV1H2', 'rev_P53_HUMAN'] });
    expect(await marksOf(withoutColumns(named, ['Protein', 'Protein ID']), 2)).toEqual([
      'fragpipe-combined-protein',
      [],
      ['decoy'],
    ]);
  });

  it('is a list of small molecules that Skyline’s person called rev_mix', async () => {
    const cells = withCells(cellsIn('skyline-long.csv'), { 'Protein Name': ['rev_mix', 'DECOY_mix'] });
    expect(await marksOf(cells, 2)).toEqual(['skyline-long', null, null]);
  });
});

it('How many rows at the beginning have a mark is told with what says so', async () => {
  const own = withCells(cellsIn('maxquant-protein-groups.txt'), {
    'Potential contaminant': Array(14).fill('').with(3, '+'),
    Reverse: Array(14).fill('').with(1, '+').with(3, '+'),
    'Only identified by site': Array(14).fill(''),
  });
  expect((await recognizeText(write(own))).marksEvidence).toBe(
    'Marked in the first 14 rows: 1 contaminant (column Potential contaminant), 2 decoys (column Reverse), ' +
      '0 identified only by site (column Only identified by site).',
  );
  const prefixed = withCells(cellsIn('alphapept-proteins.csv'), { '': ['REV__sp|P0C628|O5AC1_HUMAN'] });
  expect((await recognizeText(write(prefixed))).marksEvidence).toMatch(
    /^Marked in the first \d+ rows: 1 decoy \(prefixes in column 1\)\.$/,
  );
});
