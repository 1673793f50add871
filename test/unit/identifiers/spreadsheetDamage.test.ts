import { describe, expect, it } from 'vitest';
import { genesOfDay } from '../../../server/src/identifiers/dateGenes.ts';
import { readSpreadsheetDate } from '../../../server/src/identifiers/spreadsheetDate.ts';
import { rikenCloneOf } from '../../../server/src/identifiers/spreadsheetFloat.ts';
import { readSerial } from '../../../server/src/identifiers/spreadsheetSerial.ts';
import { renamedSymbols } from '../../../server/src/identifiers/symbolRenames.ts';
import { nearMissOf } from '../../../server/src/identifiers/uniprotNearMiss.ts';

const first = { month: 3, day: 1 };

describe('readSpreadsheetDate', () => {
  it.each([
    '1-Mar',
    '01-MAR',
    '1/Mar',
    '1 mars',
    '1. März',
    '1.Mrz',
    '1-maart-20',
    'Mar-01',
    'mar-01',
    'March 1, 2020',
    '2020-03-01',
    '2020/3/1',
    '2020-03-01T00:00:00Z',
    '1.3.',
    '01.03.2020',
    '01.03.20 00:00',
  ])('reads %s as the first of March', (cell) => {
    expect(readSpreadsheetDate(cell)).toEqual([first]);
  });

  it('reads numeric dates in both orders, where both are dates and differ', () => {
    expect(readSpreadsheetDate('3/1/20')).toEqual([first, { month: 1, day: 3 }]);
    expect(readSpreadsheetDate('03-01-2020')).toEqual([first, { month: 1, day: 3 }]);
    expect(readSpreadsheetDate('3/3/2020')).toEqual([{ month: 3, day: 3 }]);
    expect(readSpreadsheetDate('13/3/2020')).toEqual([{ month: 3, day: 13 }]);
  });

  it.each([
    'sep-1',
    'dec-11',
    'MARCH1',
    '14-3-3',
    '26-29-p',
    '50-00-0',
    '2020',
    '1.5',
    '1.3',
    '2010.5',
    '32-Mar',
    '13/13/2020',
    '1-ABC',
    '12-HETE',
    '5-HT1A',
    'Oct-TyrR',
    '',
  ])('takes %s for no date', (cell) => {
    expect(readSpreadsheetDate(cell)).toBeNull();
  });
});

describe('readSerial', () => {
  it('counts from the last days of 1899 and from the first of 1904', () => {
    expect(readSerial(43525)).toEqual([
      { system: 1900, year: 2019, month: 3, day: 1 },
      { system: 1904, year: 2023, month: 3, day: 2 },
    ]);
  });

  it('takes years before spreadsheets and in a far future for no dates', () => {
    expect(readSerial(10_000)).toEqual([]);
    expect(readSerial(99_999)).toEqual([]);
  });
});

describe('genes with a name that is a date', () => {
  it('has all 27 symbols that were renamed in 2020, each at its day, and no symbol twice', () => {
    const dateLike = [...renamedSymbols].filter(([previous]) => previous !== 'SEP15');
    expect(dateLike).toHaveLength(27);
    expect(new Set(renamedSymbols.values()).size).toBe(renamedSymbols.size);
    for (const [previous, symbol] of dateLike) {
      const month = previous.startsWith('SEPT') ? 9 : previous.startsWith('MAR') ? 3 : 12;
      const day = Number(/\d+$/.exec(previous)?.[0]);
      expect(genesOfDay({ month, day }).map((gene) => gene.symbol)).toContain(symbol);
    }
  });

  it('offers two genes on the first two days of March and none on a day without a gene', () => {
    expect(genesOfDay(first).map(({ symbol }) => symbol)).toEqual(['MARCHF1', 'MTARC1']);
    expect(genesOfDay({ month: 3, day: 3 }).map(({ symbol }) => symbol)).toEqual(['MARCHF3']);
    expect(genesOfDay({ month: 7, day: 4 })).toEqual([]);
  });
});

describe('rikenCloneOf', () => {
  it('gives the clone back where all seven digits are left, and none where they were rounded', () => {
    expect(rikenCloneOf('2.310009E+19')).toBe('2310009E13');
    expect(rikenCloneOf('2.310009E+07')).toBe('2310009E01');
    expect(rikenCloneOf('2.31001E+19')).toBeNull();
    expect(rikenCloneOf('2.310009E+04')).toBeNull();
  });
});

describe('nearMissOf', () => {
  it.each([
    ['P0463O', { kind: 'wrong-character', at: 5 }],
    ['PO4637', { kind: 'wrong-character', at: 1 }],
    ['P04637-I', null],
    ['P1234', { kind: 'one-short' }],
    ['P1234-2', { kind: 'one-short' }],
    ['A0A024R16', { kind: 'one-short' }],
    ['A0A024R1611', null],
    ['P04637', null],
    ['A0A024R161', null],
    ['123456', null],
    ['TP53', null],
    ['KRT10', null],
    ['iRT-pepA', null],
    ['K1C9_HUMAN', null],
    ['', null],
  ])('tells of %s: %j', (id, miss) => {
    expect(nearMissOf(id)).toEqual(miss);
  });
});
