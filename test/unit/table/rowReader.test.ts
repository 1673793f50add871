import { describe, expect, it } from 'vitest';
import type { Row } from '../../../server/src/table/row.ts';
import { startRows } from '../../../server/src/table/rowReader.ts';

function readRows(text: string, options: { width?: number; pieces?: number; newline?: '\n' | '\r' } = {}): Row[] {
  const rows: Row[] = [];
  const { width = 3, pieces = text.length || 1, newline = '\n' } = options;
  const reader = startRows({ delimiter: ',', newline, width }, (row) => rows.push(row) > 0);
  for (let at = 0; at < text.length; at += pieces) reader.push(text.slice(at, at + pieces), false);
  reader.end();
  return rows;
}

const cellsOf = (text: string, options?: Parameters<typeof readRows>[1]) =>
  readRows(text, options).map((row) => row.cells);

describe('startRows', () => {
  it('reads the same rows wherever the file is cut into pieces', () => {
    const text = 'a,"b ""x"", y",c\r\n1,"two\r\nlines",3\r\n\r\n4,5,6';
    const whole = readRows(text);
    for (let pieces = 1; pieces < text.length; pieces++) expect(readRows(text, { pieces })).toEqual(whole);
    expect(whole.map((row) => row.cells)).toEqual([
      ['a', 'b "x", y', 'c'],
      ['1', 'two\r\nlines', '3'],
      [''],
      ['4', '5', '6'],
    ]);
  });

  it('counts physical lines, line breaks inside quotes included', () => {
    const rows = readRows('a,b,c\n1,"x\ny\nz",3\n4,5,6\n');
    expect(rows.map((row) => row.line)).toEqual([0, 1, 4]);
  });

  it('gives the offset and the text of each record without its line end', () => {
    const text = 'a,b,c\r\nd,"e",f\r\n';
    const rows = readRows(text);
    expect(rows.map((row) => row.text)).toEqual(['a,b,c', 'd,"e",f']);
    expect(rows.map((row) => text.slice(row.start, row.start + row.text.length))).toEqual(['a,b,c', 'd,"e",f']);
  });

  it('reads a line end of CR alone', () => {
    expect(cellsOf('a,b,c\r1,2,3\r', { newline: '\r' })).toEqual([
      ['a', 'b', 'c'],
      ['1', '2', '3'],
    ]);
  });

  it('reads LF and CRLF mixed in one file', () => {
    expect(cellsOf('a,b,c\r\n1,2,3\n4,5,6\r\n')).toEqual([
      ['a', 'b', 'c'],
      ['1', '2', '3'],
      ['4', '5', '6'],
    ]);
  });

  it('keeps the rows that a stray quote would swallow', () => {
    const rows = readRows('a,b,c\n1,"two,3\n4,5,6\n7,8",9\n10,11,12\n');
    expect(rows.map((row) => row.cells.length)).toEqual([3, 3, 3, 3, 3]);
    expect(rows.map((row) => row.quoteUnclosed)).toEqual([false, true, false, false, false]);
    expect(rows[1]?.cells).toEqual(['1', '"two', '3']);
  });

  it('keeps the rows behind a quote that is open at the end of the file', () => {
    const rows = readRows('a,b,c\n1,"two,3\n4,5,6\n');
    expect(rows.map((row) => [row.cells.length, row.quoteUnclosed])).toEqual([
      [3, false],
      [3, true],
      [3, false],
    ]);
  });

  it('waits for no more than a megabyte for the end of a quote', () => {
    const line = `x,y,${'z'.repeat(1000)}\n`;
    const text = `a,"b,c\n${line.repeat(3000)}`;
    const rows = readRows(text, { pieces: 1 << 16 });
    expect(rows).toHaveLength(3001);
    expect(rows[0]?.quoteUnclosed).toBe(true);
  });

  it('takes a line break inside quotes for part of the cell when the width is right', () => {
    expect(cellsOf('a,b,c\n1,2,"three\nlines\nhere"\n')).toEqual([
      ['a', 'b', 'c'],
      ['1', '2', 'three\nlines\nhere'],
    ]);
  });

  it('reads an empty text as no rows and a text without a last line end whole', () => {
    expect(cellsOf('')).toEqual([]);
    expect(cellsOf('a,b,c')).toEqual([['a', 'b', 'c']]);
  });

  it('stops when it is told to', () => {
    const rows: Row[] = [];
    const reader = startRows({ delimiter: ',', newline: '\n', width: 1 }, (row) => rows.push(row) < 2);
    expect(reader.push('a\nb\nc\nd\n', true)).toBe(false);
    expect(rows.map((row) => row.cells[0])).toEqual(['a', 'b']);
  });
});
