import { describe, expect, it } from 'vitest';
import { cellKinds, classify } from '../../../server/src/values/cellKind.ts';
import { comma, point } from '../../../server/src/values/cellNumber.ts';

const kindOf = (cell: string, tokens: readonly string[] = []) => classify(cell, point, tokens).kind;

describe('classify', () => {
  it.each(['NA', 'n/a', 'NaN', 'null', 'None', '#N/A', '-', 'NF', 'unknown'])('takes %j for missing', (cell) => {
    expect(kindOf(cell)).toBe(cellKinds.missingToken);
  });

  it('takes n.d. for missing because not detected', () => {
    expect(kindOf('n.d.')).toBe(cellKinds.notDetected);
  });

  it('takes a further token of the layout for missing, and only there', () => {
    expect(kindOf('tba', ['tba'])).toBe(cellKinds.missingToken);
    expect(kindOf('tba')).toBe(cellKinds.text);
  });

  it('reads censored values with the limit that they name', () => {
    expect(classify('< 0.05', point, [])).toMatchObject({ kind: cellKinds.belowLod, limit: 0.05 });
    expect(classify('>1e3', point, [])).toMatchObject({ kind: cellKinds.aboveUloq, limit: 1000 });
    expect(classify('<LOD', point, [])).toMatchObject({ kind: cellKinds.belowLod, limit: null });
    expect(kindOf('BLQ')).toBe(cellKinds.belowLod);
    expect(kindOf('>ULOQ')).toBe(cellKinds.aboveUloq);
    expect(kindOf('Filtered')).toBe(cellKinds.filtered);
  });

  it.each(['#DIV/0!', '#NAME?', '#REF!', '#VALUE!', '#NUM!', '#NULL!'])('takes %j for a spreadsheet error', (cell) => {
    expect(kindOf(cell)).toBe(cellKinds.spreadsheetError);
  });

  it.each([
    ['1,234', 1234],
    ['3 421', 3421],
    ["1'234'567", 1234567],
    ['1,234.5', 1234.5],
    ['1\u00a0234', 1234],
  ])('reads the thousands separators of %j', (cell, value) => {
    expect(classify(cell, point, [])).toMatchObject({ kind: cellKinds.thousands, value });
  });

  it('takes 12,5 for a number with another decimal separator, and 1,2345 too', () => {
    expect(classify('12,5', point, [])).toMatchObject({ kind: cellKinds.otherSeparator, value: 12.5 });
    expect(kindOf('1,2345')).toBe(cellKinds.otherSeparator);
    expect(classify('12.5', comma, [])).toMatchObject({ kind: cellKinds.otherSeparator, value: 12.5 });
  });

  it('reads a number behind blanks and characters that cannot be seen', () => {
    expect(classify(' 12 ', point, [])).toMatchObject({ kind: cellKinds.spacedNumber, value: 12 });
    expect(classify('12\u00a0', point, [])).toMatchObject({ kind: cellKinds.spacedNumber, value: 12 });
    expect(kindOf(' NA')).toBe(cellKinds.missingToken);
    expect(kindOf('\u200b')).toBe(cellKinds.empty);
  });

  it.each(['Inf', '-inf', 'Infinity', '1e999'])('takes %j for infinite', (cell) => {
    expect(kindOf(cell)).toBe(cellKinds.nonFinite);
  });

  it.each(['high', '12 mg', '1-2', '1.2.3', '0x1A'])('takes %j for text', (cell) => {
    expect(kindOf(cell)).toBe(cellKinds.text);
  });
});
