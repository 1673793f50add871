import { describe, expect, it } from 'vitest';
import { cellSpan, rangeInRow, writeCell } from '../../../server/src/table/cells.ts';

const row = (text: string, line = 4) => ({ text, line, quoteUnclosed: false });

describe('cellSpan', () => {
  it('finds each cell as it is written, quotes included', () => {
    const text = 'a,"b, ""c""",,"d"';
    const spans = [0, 1, 2, 3].map((cell) => cellSpan(row(text), ',', cell));
    expect(spans.map(({ start, end }) => text.slice(start, end))).toEqual(['a', '"b, ""c"""', '', '"d"']);
  });

  it('puts a cell that the row does not have at its end', () => {
    expect(cellSpan(row('a,b'), ',', 5)).toEqual({ start: 3, end: 3 });
  });

  it('takes quotes for characters in a line whose quote is unclosed', () => {
    const text = '1,"two,3';
    expect(cellSpan({ text, quoteUnclosed: true }, ',', 2)).toEqual({ start: 7, end: 8 });
  });

  it('passes over a quote inside a quoted cell that text follows', () => {
    const text = '"a "b" c",d';
    expect(cellSpan(row(text), ',', 1)).toEqual({ start: 10, end: 11 });
  });
});

describe('rangeInRow', () => {
  it('counts the lines inside quoted cells', () => {
    const text = 'a,"b\nc",d';
    const { start, end } = cellSpan(row(text), ',', 2);
    expect(rangeInRow(row(text), start, end)).toEqual({ startLine: 5, startColumn: 3, endLine: 5, endColumn: 4 });
  });

  it('spans the lines of a cell that holds a line break', () => {
    const text = 'a,"b\nc",d';
    const { start, end } = cellSpan(row(text), ',', 1);
    expect(rangeInRow(row(text), start, end)).toEqual({ startLine: 4, startColumn: 2, endLine: 5, endColumn: 2 });
  });
});

describe('writeCell', () => {
  it('quotes what would otherwise be read as something else', () => {
    expect(writeCell('a,b', ',')).toBe('"a,b"');
    expect(writeCell('a,b', '\t')).toBe('a,b');
    expect(writeCell('"x" y', ',')).toBe('"""x"" y"');
    expect(writeCell('two\nlines', ',')).toBe('"two\nlines"');
  });
});
