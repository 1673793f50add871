import { describe, expect, it } from 'vitest';
import { unknownSample } from '#shared/sample.ts';
import { chooseSheet, matchSheet } from '../../../server/src/sheets/matchSheet.ts';
import { areNear, nameWords } from '../../../server/src/sheets/sampleName.ts';
import type { SampleSheet } from '../../../server/src/sheets/sheet.ts';

const near = (one: string, other: string): boolean => areNear(nameWords(one), nameWords(other));

const unknown = { ...unknownSample, metadata: {} };

function sheetOf(name: string, ...columns: readonly (readonly string[])[]): SampleSheet {
  const namings = columns.map((names, at) => ({
    column: `column ${at + 1}`,
    samples: names.map((sample) => ({ ...unknown, name: sample })),
  }));
  return { name, sha256: name, namings };
}

/** Which of the sheet's samples each of the table's is taken for. */
function pairs(names: readonly string[], sheet: readonly string[]): Readonly<Record<string, string>> {
  const { sampleOf } = matchSheet(names, sheetOf('sheet', sheet));
  return Object.fromEntries([...sampleOf].map(([name, sample]) => [name, sample.name]));
}

describe('samples of a table and of a sheet', () => {
  it.each([
    ['blanks around it', ' S1 ', 'S1'],
    ['a path and the ending of a raw file', 'C:\\data\\run 5\\S1.raw', 'S1'],
    ['a path of another system', '/data/S1.sorted.bam', 'S1.bam'],
    ['a folder of raw data in the sheet only', 'S1', 'D:/runs/S1.d'],
    ['what R makes of a number', 'X1', '1'],
    ['what R makes of blanks and dashes', 'week.1.S.1', 'week 1-S-1'],
    ['what R makes of a path', 'X.data.S1.mzML', '/data/S1.mzML'],
  ])('are the same but for %s', (_, name, sample) => {
    expect(pairs([name, 'other'], [sample, 'another'])).toEqual({ [name]: sample });
    expect(matchSheet([name], sheetOf('sheet', [sample])).nearMisses).toEqual([]);
  });

  it('are taken for the same by the strictest form first', () => {
    expect(pairs(['S1', 'S1.raw'], ['S1.raw', 'S1'])).toEqual({ S1: 'S1', 'S1.raw': 'S1.raw' });
  });

  it('are not told apart where several have one form', () => {
    expect(pairs(['a/S1', 'b/S1'], ['S1'])).toEqual({});
    expect(pairs(['S1'], ['a/S1.raw', 'b/S1.raw'])).toEqual({});
  });

  it('are the same where only the case differs, which is told as a near miss', () => {
    const match = matchSheet(['ctrl_1', 'ko_1'], sheetOf('sheet', ['Ctrl_1', 'ko_1']));
    expect(match.sampleOf.get('ctrl_1')?.name).toBe('Ctrl_1');
    expect(match.nearMisses).toMatchObject([{ name: 'ctrl_1', sample: { name: 'Ctrl_1' }, caseOnly: true }]);
  });

  it('are named by whichever column of the sheet names most of them', () => {
    const match = matchSheet(['r1', 'r2', 'r3'], sheetOf('sheet', ['p1', 'p2', 'r3'], ['r1.raw', 'r2.raw', 'r3.raw']));
    expect(match).toMatchObject({ column: 'column 2', notInSheet: [], notInTable: [] });
  });

  it('that are near each other are not taken for the same, and not told as lacking', () => {
    const match = matchSheet(['Contorl_1', 'S9'], sheetOf('sheet', ['Control_1', 'S8']));
    expect(match.sampleOf.size).toBe(0);
    expect(match.nearMisses).toMatchObject([{ name: 'Contorl_1', caseOnly: false }]);
    expect(match.notInSheet).toEqual(['S9']);
    expect(match.notInTable.map(({ name }) => name)).toEqual(['S8']);
  });
});

describe('a near miss', () => {
  it('is not told of a name that is near to two samples, nor of two names that are near to one', () => {
    expect(matchSheet(['Control_1'], sheetOf('sheet', ['Contral_1', 'Contrul_1']))).toMatchObject({
      nearMisses: [],
      notInSheet: ['Control_1'],
    });
    expect(matchSheet(['Contral_1', 'Contrul_1'], sheetOf('sheet', ['Control_1'])).nearMisses).toEqual([]);
  });

  it.each([
    ['Contorl_1', 'Control_1'],
    ['Control-1', 'Control_1'],
    ['S1', 'S01'],
    ['liver_tisue_12', 'liver_tissue_12'],
    ['Treatmnt3', 'Treatment3'],
  ])('is %s beside %s', (one, other) => {
    expect([near(one, other), near(other, one)]).toEqual([true, true]);
  });

  it.each([
    ['S1', 'S2'],
    ['S1', 'S11'],
    ['A3', 'B3'],
    ['WT1', 'KO1'],
    ['CtrlA', 'CtrlB'],
    ['Control_1', 'Control_10'],
    ['liver_1', 'kidney_1'],
    ['2021', '2022'],
    ['', 'S1'],
  ])('is not %s beside %s', (one, other) => {
    expect([near(one, other), near(other, one)]).toEqual([false, false]);
  });
});

describe('the sheet of a table', () => {
  const names = ['S1', 'S2', 'S3', 'S4'];
  const choose = (sheets: readonly SampleSheet[], named = false) => chooseSheet(names, { sheets, named });

  it('is the one of which half of the table and half of the sheet are the same', () => {
    const fitting = sheetOf('fits', ['S1', 'S2', 'T1', 'T2']);
    const other = sheetOf('other', ['S1', 'T1', 'T2']);
    expect(choose([other, fitting])).toMatchObject({ kind: 'used', match: { sheet: { name: 'fits' } } });
  });

  it('is none that names less than half of the table, or of whose own samples less than half are in it', () => {
    expect(choose([sheetOf('few', ['S1'])])).toBeNull();
    expect(choose([sheetOf('many', [...names, 'T1', 'T2', 'T3', 'T4', 'T5'])])).toBeNull();
  });

  it('is not chosen where two fit', () => {
    const use = choose([sheetOf('a', names), sheetOf('b', names)]);
    expect(use).toMatchObject({ kind: 'several', sheets: [{ name: 'a' }, { name: 'b' }] });
  });

  it('does not describe a sample without a name', () => {
    const use = chooseSheet(['', 'S1'], { sheets: [sheetOf('sheet', ['X', 'S1'])], named: false });
    expect(use).toMatchObject({ kind: 'used', match: { tableSamples: 1, notInSheet: [], nearMisses: [] } });
  });

  it('is the one that a person names, however little of it fits', () => {
    const use = choose([sheetOf('named', ['T1', 'T2', 'T3'])], true);
    expect(use).toMatchObject({ kind: 'used', named: true, match: { notInSheet: names } });
  });
});

it('holds a thousand names against a thousand others in a moment, in which an editor waits', () => {
  const names = Array.from({ length: 1_000 }, (_, at) => `Run_${1_000 + at}`);
  const sheet = sheetOf(
    'sheet',
    names.map((name) => name.replace('Run', 'Sample')),
  );
  const startedMs = performance.now();
  expect(matchSheet(names, sheet).notInSheet).toHaveLength(1_000);
  // Each with each would take seconds.
  expect(performance.now() - startedMs).toBeLessThan(500);
});
