import { describe, expect, it } from 'vitest';
import { validate } from '../../../server/src/rules/validate.ts';
import { readNamedSheet } from '../../../server/src/sheets/readSheet.ts';
import { textSource } from '../../../server/src/table/byteSource.ts';
import { amountsOf, mapCells, tableOf, turnedTableOf } from './measuredTable.ts';

const names = ['blank_1', 'blank_2', 'A1', 'A2', 'B1', 'B2', 'QC1'];

/** Twenty features, of which the blanks hold a hundredth; of those in `dominated` they hold as much as the samples do. */
function rowsWith(dominated: readonly number[]): readonly (readonly string[])[] {
  return mapCells(amountsOf(20, names.length), (amount, row, at) =>
    (at < 2 && !dominated.includes(row) ? amount / 100 : amount).toFixed(1),
  );
}

/** The findings about blanks in short, as people count, by a sheet where one is given. */
async function blanksOf(table: string, sheet?: readonly string[]): Promise<readonly string[]> {
  const sheets = sheet && {
    sheets: [await readNamedSheet(textSource('sheet.csv', `${sheet.join('\n')}\n`))],
    named: true,
  };
  const { findings } = await validate(textSource('table.txt', table), sheets ? { sheets } : {});
  return findings
    .filter(({ code }) => code === 'blank-dominates')
    .map(({ range, cell, severity, blocks, row }) => `${range.startLine + 1}:${cell + 1} ${severity} ${blocks} ${row}`);
}

describe('blank-dominates', () => {
  it('is a warning that does not block, at the key of each feature whose blanks are at the level of the samples', async () => {
    expect(await blanksOf(tableOf('lipid', rowsWith([3, 7]), names))).toEqual([
      '5:1 warning false 3',
      '9:1 warning false 7',
    ]);
  });

  it('is at the header cell of the feature with samples in rows', async () => {
    expect(await blanksOf(turnedTableOf('lipid', rowsWith([3, 7]), names))).toEqual([
      '1:5 warning false null',
      '1:9 warning false null',
    ]);
  });

  it('goes by what the sample sheet says, also against no word in the names', async () => {
    const plain = ['R1', 'R2', 'A1', 'A2', 'B1', 'B2', 'R7'];
    const table = tableOf('lipid', rowsWith([3]), plain);
    const sheet = ['sample,sample_type', ...plain.map((name, at) => `${name},${at < 2 ? 'Blank' : 'Sample'}`)];
    expect(await blanksOf(table)).toEqual([]);
    expect(await blanksOf(table, sheet)).toEqual(['5:1 warning false 3']);
  });

  it('goes by the classes and file types that MS-DIAL writes over the samples', async () => {
    const kinds = ['Blank', 'Sample', 'Sample', 'Sample'];
    const columns = 28;
    const lead = (label: string, cells: readonly (string | number)[]): string =>
      [...Array.from({ length: columns - 1 }, () => ''), label, ...cells].join('\t');
    const own = ['Alignment ID', 'Average Rt(min)', 'Average Mz', 'Metabolite name', 'Adduct type'];
    const header = Array.from(
      { length: columns },
      (_, at) => own[at] ?? (at === columns - 1 ? 'MS/MS spectrum' : `P${at}`),
    );
    const lines = [
      lead('Class', ['x', 'a', 'a', 'b']),
      lead('File type', kinds),
      lead('Injection order', [1, 2, 3, 4]),
      lead('Batch ID', [1, 1, 1, 1]),
      [...header, 'r1', 'r2', 'r3', 'r4'].join('\t'),
      ...amountsOf(12, 4).map((amounts, row) =>
        [
          ...Array.from({ length: columns }, (_, at) => [row, 1.5, 300.1 + row, 'Unknown', '[M+H]+'][at] ?? ''),
          ...amounts.map((amount, at) => Math.round(at === 0 && row !== 5 ? amount / 50 : amount)),
        ].join('\t'),
      ),
    ];
    expect(await blanksOf(`${lines.join('\n')}\n`)).toEqual(['11:1 warning false 5']);
  });

  it('counts a blank without the feature as nothing, and is silent where no blank has it', async () => {
    const one = mapCells(rowsWith([3]), (cell, row, at) => (row === 3 && at === 0 ? '' : cell));
    const table = mapCells(one, (cell, row, at) => (row === 3 && at === 2 ? (Number(cell) * 4).toFixed(1) : cell));
    expect(await blanksOf(tableOf('lipid', table, names))).toEqual([]);
    const none = mapCells(rowsWith([3]), (cell, row, at) => (row === 3 && at < 2 ? '0' : cell));
    expect(await blanksOf(tableOf('lipid', none, names))).toEqual([]);
  });

  it('is found where the blanks alone have a feature', async () => {
    const alone = mapCells(rowsWith([3]), (cell, row, at) => (row === 3 && at > 1 ? '0' : cell));
    expect(await blanksOf(tableOf('lipid', alone, names))).toEqual(['5:1 warning false 3']);
  });

  it.each(['PC 33:1(d7)', 'Cer d18:1/12:0 (IS)', '15:0-18:1(d7) PE', 'Glucose 13C6', 'ISTD Cer'])(
    'is silent for the internal standard %s, which is in the blanks by purpose',
    async (name) => {
      const text = tableOf('lipid', rowsWith([3]), names).split('\n');
      text[4] = [name, ...(text[4] ?? '').split('\t').slice(1)].join('\t');
      expect(await blanksOf(text.join('\n'))).toEqual([]);
    },
  );

  it.each(['Cer d18:1/16:0', 'GlcCer(d18:1/24:0)', 'His', 'cis-Aconitate'])(
    'takes %s for no internal standard',
    async (name) => {
      const text = tableOf('lipid', rowsWith([3]), names).split('\n');
      text[4] = [name, ...(text[4] ?? '').split('\t').slice(1)].join('\t');
      expect(await blanksOf(text.join('\n'))).toHaveLength(1);
    },
  );

  it('is silent without study samples, for logarithms, and for genes', async () => {
    const others = ['blank_1', 'blank_2', 'QC1', 'QC2', 'QC3', 'pool_1', 'A1'];
    expect(await blanksOf(tableOf('lipid', rowsWith([3]), others))).toEqual([]);
    const logs = mapCells(rowsWith([3]), (cell) => Math.log2(Number(cell)).toFixed(3));
    expect(await blanksOf(tableOf('lipid', logs, names))).toEqual([]);
    expect(await blanksOf(tableOf('gene', rowsWith([3]), names))).toEqual([]);
  });
});
