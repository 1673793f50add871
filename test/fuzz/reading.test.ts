import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { type Profile, plainCustoms } from '../../server/src/profiles/profile.ts';
import { detectNewline } from '../../server/src/table/dialect.ts';
import type { Row } from '../../server/src/table/row.ts';
import { startRows } from '../../server/src/table/rowReader.ts';
import { TextRow } from '../../server/src/table/textRow.ts';
import { rowValueReader } from '../../server/src/values/rowValues.ts';
import { damagedText } from './damagedTable.ts';
import { fuzzOptions } from './runs.ts';

const delimiters = [',', '\t', ';', '|'] as const;

function readRows(text: string, delimiter: (typeof delimiters)[number], ascii: boolean): Row[] {
  const rows: Row[] = [];
  const reader = startRows({ delimiter, newline: detectNewline(text), width: 0 }, (row) => rows.push(row) > 0);
  reader.push(text, ascii);
  reader.end();
  return rows;
}

function profileOf(delimiter: (typeof delimiters)[number], columns: number, decimalSeparator: '.' | ','): Profile {
  return {
    layout: 'plain-matrix',
    confidence: 1,
    evidence: '',
    omicsType: null,
    omicsEvidence: '',
    organism: null,
    shape: 'features-in-rows',
    encoding: 'utf-8',
    bomBytes: 0,
    undecodable: false,
    delimiter,
    dialect: { delimiter, newline: '\n', width: columns },
    headerLine: 0,
    dataLine: 1,
    columns: Array.from({ length: columns }, (_, index) => ({
      index,
      name: `${index}`,
      role: index === 1 ? 'annotation' : 'value',
      quantity: 0,
    })),
    rowKey: [],
    moleculeKey: [],
    samples: [],
    quantities: [],
    identity: null,
    marks: null,
    marksEvidence: '',
    customs: plainCustoms,
    overrides: {},
    decimalSeparator,
  };
}

describe('startRows', () => {
  it('reads the cells that papaparse reads wherever papaparse finds nothing wrong and no line break inside a cell', async () => {
    await fc.assert(
      fc.property(damagedText, fc.constantFrom(...delimiters), (text, delimiter) => {
        const newline = detectNewline(text);
        const { data, errors } = Papa.parse<string[]>(text, { delimiter, newline });
        const whole = newline === '\n' ? data.map((cells) => cells.map((cell) => cell.replace(/\r+$/, ''))) : data;
        fc.pre(errors.length === 0 && !whole.some((cells) => cells.some((cell) => cell.includes(newline))));
        if (text.endsWith(newline)) whole.pop();
        const rows = readRows(text, delimiter, false);
        expect(rows.map(({ cells }) => cells.map((cell) => cell.replace(/\r+$/, '')))).toEqual(
          text === '' ? [] : whole,
        );
        for (const row of rows) expect(row.cells.map((_, index) => row.cell(index))).toEqual(row.cells);
      }),
      fuzzOptions,
    );
  });
});

describe('rowValueReader', () => {
  it('reads the same from the text of a row as from its cells', async () => {
    await fc.assert(
      fc.property(
        damagedText,
        fc.constantFrom(...delimiters),
        fc.constantFrom('.' as const, ','),
        (text, delimiter, separator) => {
          const ascii = text.replace(/[^\0-\x7f]/g, '?');
          const profile = profileOf(delimiter, 6, separator === delimiter ? '.' : separator);
          const fromText = rowValueReader(profile);
          const fromCells = rowValueReader(profile);
          for (const row of readRows(ascii, delimiter, true)) {
            const told = fromText(row);
            const expected = fromCells(new TextRow(row, delimiter, row.cells));
            expect([...told.numbers]).toEqual([...expected.numbers]);
            expect([...told.kinds]).toEqual([...expected.kinds]);
            expect([...told.readings]).toEqual([...expected.readings]);
            expect(told).toMatchObject({
              cellCount: row.cells.length,
              irregular: expected.irregular,
              gaps: expected.gaps,
              zeros: expected.zeros,
              padded: expected.padded,
              irregularKinds: expected.irregularKinds,
              checksum: expected.checksum,
            });
            for (const [position, kind] of told.kinds.entries()) {
              if (kind === 0) continue;
              expect([told.starts[position], told.ends[position]]).toEqual([
                expected.starts[position],
                expected.ends[position],
              ]);
            }
          }
        },
      ),
      fuzzOptions,
    );
  });
});
