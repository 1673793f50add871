import { describe, expect, it } from 'vitest';
import { readProfile } from '../../../server/src/profiles/readProfile.ts';
import { validate } from '../../../server/src/rules/validate.ts';
import { textSource } from '../../../server/src/table/byteSource.ts';
import { readDataRows } from '../../../server/src/values/dataRows.ts';
import { startNumberTally } from '../../../server/src/values/numberTally.ts';
import { startTally } from '../../../server/src/values/tally.ts';

/** The numbers and the tally of a table with what a person says stands for a missing value; NaN as null. */
async function read(missingTokens: readonly string[], ...lines: readonly string[]) {
  const source = textSource('table.txt', `${lines.join('\n')}\n`);
  const profile = await readProfile(source, { overrides: { missingTokens } });
  const numbers: (number | null)[][] = [];
  const tally = startTally(profile);
  const hover = startNumberTally(profile.quantities[0]);
  await readDataRows(source, profile, {
    row(data) {
      tally.row(data);
      numbers.push([...data.values.numbers].map((number) => (Number.isNaN(number) ? null : number)));
      data.values.numbers.forEach((_, position) => {
        hover.add(data.values, position);
      });
    },
  });
  return { profile, numbers, tally: tally.end().quantities[0], hover: hover.end() };
}

describe('What a person says stands for a missing value', () => {
  it('is missing by its value where it is a number, however that is written', async () => {
    const { numbers, tally, hover } = await read(
      ['-999', ' 9999 '],
      'lipid,S1,S2,S3',
      'PC 34:1,1.5,-999,-999.0',
      'PE 36:2,-9.99e2,2.5, -999 ',
      'TG 52:3,9999,99990,0',
      'SM é 34:1,-999,"-999",4.5',
    );
    expect(numbers).toEqual([
      [1.5, null, null],
      [null, 2.5, null],
      [null, 99990, 0],
      [null, null, 4.5],
    ]);
    expect(tally).toMatchObject({ missing: 7, zeros: 1 });
    expect(hover).toMatchObject({ missing: 7, values: 5, spread: { min: 0 } });
  });

  it('is missing as it is written where it is no number', async () => {
    const source = textSource(
      't.csv',
      'lipid,S1,S2\nPC 34:1,1.5,below\nPE 36:2,2.5,Below\nTG 52:3,3.5,4.5\nTG 54:3,3.5,4.5\n',
    );
    const { findings, tally } = await validate(source, { overrides: { missingTokens: ['below'] } });
    expect(findings.map(({ code, row, cell }) => [code, row, cell])).toEqual([['not-a-number', 1, 2]]);
    expect(tally.quantities[0]).toMatchObject({ missing: 1 });
  });

  it('may be 0 or 1, and is a zero or a number no more', async () => {
    const { numbers, tally } = await read(
      ['0', '1'],
      'lipid,S1,S2',
      'PC 34:1,0,1',
      'PE 36:2,0.0,2.5',
      'TG 52:3,3.5,10',
    );
    expect(numbers).toEqual([
      [null, null],
      [null, 2.5],
      [3.5, 10],
    ]);
    expect(tally).toMatchObject({ missing: 3, zeros: 0 });
  });

  it('is counted once where the tool writes 0 for "not detected" too', async () => {
    const { tally } = await read(
      ['0'],
      'Protein IDs\tMajority protein IDs\tLFQ intensity a\tLFQ intensity b',
      'P04637\tP04637\t0\t125000',
      'Q9Y6K9\tQ9Y6K9\t33000\t0',
    );
    expect(tally).toMatchObject({ quantity: { zeroIsMissing: true }, missing: 2, zeros: 0 });
  });

  it('is compared in a table with decimal commas with either separator', async () => {
    const lines = ['lipid;S1;S2', 'PC 34:1;1,5;-99,9', 'PE 36:2;-99,90;2,5', 'TG 52:3;3,5;1,234'];
    for (const token of ['-99,9', '-99.9']) {
      expect((await read([token], ...lines)).numbers.slice(0, 2)).toEqual([
        [1.5, null],
        [null, 2.5],
      ]);
    }
    // 1.234 may be a thousand.
    expect((await read(['1.234'], ...lines)).numbers[2]).toEqual([3.5, 1.234]);
  });

  it('does not tell what kind of column it stands in', async () => {
    const rows = ['Ala', 'Ser', 'Gly', 'Pro', 'Val'].map((name, at) => `${name},x,${at + 0.5},x`);
    const { profile } = await read(['x'], 'name,S1,S2,S3', 'Leu,7.5,8.5,9.5', 'Ile,7.5,8.5,9.5', ...rows);
    expect(profile.samples.map(({ name }) => name)).toEqual(['S1', 'S2', 'S3']);
    const plain = await read([], 'name,S1,S2,S3', 'Leu,7.5,8.5,9.5', 'Ile,7.5,8.5,9.5', ...rows);
    expect(plain.profile.samples.map(({ name }) => name)).not.toEqual(['S1', 'S2', 'S3']);
  });
});
