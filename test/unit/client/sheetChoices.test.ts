import { describe, expect, it } from 'vitest';
import type { TableDetails } from '#shared/protocol/tables.ts';
import { listSheetChoices } from '../../../client/src/overrides/sheetChoices.ts';
import { sheetValueAt } from '../../../client/src/overrides/sheetValueAt.ts';

type Said = Pick<TableDetails, 'sheet' | 'sheetsBeside' | 'samples' | 'overridden'>;

const sheetsBeside = [
  { name: 'a.csv', described: 12 },
  { name: 'b.csv', described: 3 },
];
const table: Said = { sheet: null, sheetsBeside, samples: 12, overridden: [] };
const labelsOf = (said: Said, mayTakeBack = false) => listSheetChoices(said, mayTakeBack).map(({ label }) => label);

describe('the question for a sample sheet', () => {
  it('offers the sheets beside the table with how many samples each describes, any file, and none', () => {
    const choices = listSheetChoices(table, false);
    expect(choices.map(({ description }) => description).slice(0, 2)).toEqual(['12 of 12 samples', '3 of 12 samples']);
    expect(choices.map(({ chooses }) => chooses.kind)).toEqual(['beside', 'beside', 'browse', 'none']);
  });

  it('marks the sheet that is used, and none only where a person said so', () => {
    const used: Said = { ...table, sheet: { state: 'used', name: 'b.csv', path: 'b.csv', fits: false, described: 3 } };
    expect(labelsOf(used)).toEqual(['a.csv', '$(check) b.csv', '$(folder-opened) Browse…', 'None']);
    expect(labelsOf(table)).not.toContain('$(check) None');
    expect(labelsOf({ ...table, overridden: ['sampleSheet'] })).toContain('$(check) None');
  });

  it('offers to take back what was said, where something was', () => {
    expect(listSheetChoices(table, true).at(-1)?.chooses.kind).toBe('takeBack');
  });
});

describe('the value of a sampleSheet in .amprenta.json', () => {
  const placeIn = (text: string) => {
    const value = sheetValueAt(text.replace('|', ''), text.indexOf('|'));
    return value && [text.replace('|', '').slice(value.start, value.end), value.tables];
  };

  it('is found where it is being written, with the tables it is about', () => {
    expect(placeIn('{"tables": {"plasma/*.csv": {"sampleSheet": "pl|"}}}')).toEqual(['"pl"', 'plasma/*.csv']);
    expect(placeIn('{"tables": {"a.csv": {"sampleSheet": |}}}')).toEqual(['', 'a.csv']);
    expect(placeIn('{"tables": {"a.csv": {"sampleSheet": "|')).toEqual(['"', 'a.csv']);
  });

  it('is nowhere else', () => {
    expect(placeIn('{"tables": {"a.csv": {"sample|Sheet": "x"}}}')).toBe(null);
    expect(placeIn('{"tables": {"a.csv": {"layout": "|"}}}')).toBe(null);
    expect(placeIn('{"sampleSheet": "|"}')).toBe(null);
  });
});
