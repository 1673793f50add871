import { parse } from 'jsonc-parser';
import picomatch from 'picomatch';
import { describe, expect, it } from 'vitest';
import { escapeGlob } from '../../../client/src/overrides/projectFileJson.ts';
import { changeOverride, differingStretch, saysNothing } from '../../../client/src/overrides/projectFileText.ts';

const tablesOf = (text: string): Record<string, unknown> => parse(text).tables;

describe('what a person says of a table, as text of .amprenta.json', () => {
  it('makes a whole file where there was none', () => {
    const { text, decidedBy } = changeOverride('', { path: 'a/b.csv', part: 'omicsType', value: 'lipidomics' });
    expect(tablesOf(text)).toEqual({ 'a/b.csv': { omicsType: 'lipidomics' } });
    expect(decidedBy).toBe('a/b.csv');
  });

  it('keeps comments, order and indentation of what stands there', () => {
    const before =
      '{\n\t// our cohort\n\t"tables": {\n\t\t"x.csv": { "delimiter": ";" }, // saved by a spreadsheet\n\t},\n}\n';
    const { text } = changeOverride(before, { path: 'y.csv', part: 'encoding', value: 'utf-8' });
    expect(text).toContain('\t// our cohort\n');
    expect(text).toContain('// saved by a spreadsheet');
    expect(text).toContain('\n\t\t"y.csv": {');
    expect(parse(text, [], { allowTrailingComma: true }).tables['y.csv']).toEqual({ encoding: 'utf-8' });
  });

  it('adds a second part to the entry of the table', () => {
    const first = changeOverride('', { path: 'y.csv', part: 'encoding', value: 'utf-8' }).text;
    const second = changeOverride(first, { path: 'y.csv', part: 'delimiter', value: '\t' }).text;
    expect(tablesOf(second)).toEqual({ 'y.csv': { encoding: 'utf-8', delimiter: '\t' } });
  });

  it('wins over a glob that stands behind the entry of the table', () => {
    const before = '{ "tables": { "y.csv": { "encoding": "utf-8" }, "*.csv": { "delimiter": ";" } } }';
    const { text, decidedBy } = changeOverride(before, { path: 'y.csv', part: 'delimiter', value: ',' });
    expect(Object.keys(tablesOf(text))).toEqual(['*.csv', 'y.csv']);
    expect(tablesOf(text)['y.csv']).toEqual({ encoding: 'utf-8', delimiter: ',' });
    expect(decidedBy).toBe('y.csv');
  });

  it('takes one part back and leaves the others', () => {
    const before = '{ "tables": { "y.csv": { "encoding": "utf-8", "delimiter": "," } } }';
    const { text, decidedBy } = changeOverride(before, { path: 'y.csv', part: 'delimiter', value: null });
    expect(tablesOf(text)).toEqual({ 'y.csv': { encoding: 'utf-8' } });
    expect(decidedBy).toBeNull();
  });

  it('leaves no empty entry behind', () => {
    const before = '{ "tables": { "y.csv": { "encoding": "utf-8" } } }';
    expect(tablesOf(changeOverride(before, { path: 'y.csv', part: 'encoding', value: null }).text)).toEqual({});
  });

  it('leaves a file that says nothing when the last of what was said first is taken back', () => {
    const first = changeOverride('', { path: 'y.csv', part: 'encoding', value: 'utf-8' }).text;
    expect(saysNothing(first)).toBe(false);
    expect(saysNothing(changeOverride(first, { path: 'y.csv', part: 'encoding', value: null }).text)).toBe(true);
  });

  it.each(['{ "$schema": "a", "tables": {} }', '{ // ours\n "tables": {} }', '{ "tables": { "a": {} } }', '[]'])(
    'takes %s for what a person wrote',
    (text) => expect(saysNothing(text)).toBe(false),
  );

  it('names the glob that still decides after taking back', () => {
    const before = '{ "tables": { "*.csv": { "encoding": "utf-8" } } }';
    const { text, decidedBy } = changeOverride(before, { path: 'y.csv', part: 'encoding', value: null });
    expect(text).toBe(before);
    expect(decidedBy).toBe('*.csv');
  });

  it('names the line of what is no JSON and changes nothing', () => {
    const change = { path: 'y.csv', part: 'encoding', value: 'utf-8' } as const;
    expect(() => changeOverride('{\n  "tables": {\n', change)).toThrow(/line 3/);
  });

  it.each(['[1] a.csv', 'a(b).csv', '!x.csv', 'a{b,c}.csv', 'x*?.csv', '+(a).csv', '@x+y.csv', 'say "a".csv'])(
    'the key of %s means this file alone',
    (path) => {
      expect(picomatch.isMatch(path, escapeGlob(path), { dot: true })).toBe(true);
      expect(picomatch.isMatch(`${path}.csv`, escapeGlob(path), { dot: true })).toBe(false);
    },
  );

  it('replaces no more of the file than what differs', () => {
    const before = 'abcXdef';
    const { start, end, text } = differingStretch(before, 'abcYYdef');
    expect([start, end, text]).toEqual([3, 4, 'YY']);
    expect(differingStretch('aa', 'aaa')).toEqual({ start: 2, end: 2, text: 'a' });
  });
});
