import { describe, expect, it } from 'vitest';
import type { TableDetails } from '#shared/protocol/tables.ts';
import { describeBlocked, describeSamples, describeTable } from '../../../client/src/ingest/describeTable.ts';
import { listPossibilities, presentValue } from '../../../client/src/overrides/possibilities.ts';

const table: TableDetails = {
  uri: 'file:///a.csv',
  profile: 'plain-matrix',
  confidence: 0.62,
  evidence: 'Every other column is numbers.',
  omicsType: 'metabolomics',
  shape: 'features-in-rows',
  encoding: 'utf-8',
  delimiter: ';',
  rows: 3,
  features: 3,
  samples: 7,
  quantities: [null],
  overridden: ['delimiter'],
  overrideProblem: null,
  counts: { error: 2, warning: 0, information: 0 },
  blocking: 2,
  sizeBytes: 100,
  sampleNames: ['A', 'B', 'C', 'D', 'E', 'F', 'G'],
  columns: [
    { name: 'compound', role: 'key' },
    { name: 'adduct', role: 'key' },
    { name: 'A', role: 'measured' },
  ],
  scale: 'log2',
  organism: { taxon: 10090, name: 'Mus musculus', evidence: 'Ensembl ids tell it.' },
  sheet: null,
  sheetsBeside: [],
  missingTokens: [],
  valueTokens: [],
  layouts: [{ layout: 'other-layout', confidence: 0.3, evidence: 'It has such a column.' }],
  findings: [
    { code: 'x', severity: 'error', line: 3, message: 'One.', blocks: true },
    { code: 'x', severity: 'error', line: 3, message: 'Two.', blocks: true },
  ],
};

describe('what a person is told before an ingest', () => {
  it('marks the parts that a person decided, and no others', () => {
    const said = describeTable(table).filter(({ description }) => description.includes('set by you'));
    expect(said.map(({ opens }) => opens)).toEqual(['delimiter']);
  });

  it('says first, and why, that .amprenta.json is not followed', () => {
    const [first] = describeTable({ ...table, overrideProblem: 'No such layout.' });
    expect(first).toMatchObject({ opens: 'overrides', detail: 'No such layout.' });
  });

  it('names the first samples and counts the rest', () => {
    expect(describeSamples(table)).toBe('7 samples: A, B, C, D, E and 2 more');
  });

  it('names the columns that identify the rows, and the scale', () => {
    const descriptions = new Map(describeTable(table).map(({ opens, description }) => [opens, description]));
    expect(descriptions.get('rowKey')).toBe('compound + adduct');
    expect(descriptions.get('scale')).toBe('log2');
  });

  it('names the organism and offers it among the known ones, by its taxon', () => {
    const organism = describeTable(table).find(({ opens }) => opens === 'taxon');
    expect(organism).toMatchObject({ description: 'Mus musculus (10090)', detail: 'Ensembl ids tell it.' });
    const present = presentValue('taxon', table);
    expect(listPossibilities('taxon', table).filter(({ value }) => value === present)).toMatchObject([
      { label: 'Mus musculus' },
    ]);
  });

  it('names what stands for a missing value besides the usual words, as set by a person', () => {
    const details = { ...table, overridden: ['missingTokens'], missingTokens: ['-999', 'x'] } as const;
    const line = describeTable(details).find(({ opens }) => opens === 'missingTokens');
    expect(line?.description).toBe('empty cells, NA and its like, -999, x, set by you');
  });

  it('names what a person says is a value although it usually means a missing one', () => {
    const saidOf = (valueTokens: readonly string[], overridden: TableDetails['overridden']) =>
      describeTable({ ...table, overridden, valueTokens }).find(({ opens }) => opens === 'valueTokens')?.description;
    expect(saidOf([], [])).toBe('nothing that usually is');
    expect(saidOf(['0', 'NA'], ['valueTokens'])).toBe('0, NA, set by you');
  });

  it('names the sample sheet that is used, or those of which none is', () => {
    const sheetOf = (sheet: TableDetails['sheet']) =>
      describeTable({ ...table, sheet }).find(({ label }) => label.includes('Sample sheet'))?.description;
    expect(sheetOf(null)).toBe(undefined);
    expect(sheetOf({ state: 'used', name: 'samples.csv', path: 'samples.csv', fits: true, described: 6 })).toBe(
      'samples.csv, which describes 6 of 7 samples',
    );
    expect(sheetOf({ state: 'used', name: 'samples.csv', path: 'samples.csv', fits: false, described: 1 })).toBe(
      "samples.csv, which describes only 1 of 7 samples: is it this table's?",
    );
    expect(sheetOf({ state: 'several', names: ['a.csv', 'b.csv'] })).toBe('none, because several fit: a.csv, b.csv');
  });

  it('names a line with two findings once', () => {
    expect(describeBlocked(table)).toBe('2 findings stand in the way; the rows concerned stay out (line 3)');
  });

  it('says that more lines are concerned than are named', () => {
    expect(describeBlocked({ ...table, blocking: 9 })).toContain('(line 3 and more)');
  });

  it('offers the present layout also where it is not among those that recognise the table', () => {
    const layouts = listPossibilities('layout', table).map(({ value }) => value);
    expect(layouts).toEqual(['other-layout', 'plain-matrix']);
  });
});
