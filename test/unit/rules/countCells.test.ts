import { describe, expect, it } from 'vitest';
import { diagnostics } from '#shared/diagnostics.ts';
import { findingsOf, found } from './judged.ts';
import { amountsOf, mapCells, startChance, tableOf } from './measuredTable.ts';

const counts = mapCells(amountsOf(40, 5, 200, 2), (amount) => Math.round(amount));

/** The counts with one cell (row and sample from 0) written otherwise. */
function withCell(row: number, sample: number, cell: string): readonly (readonly (number | string)[])[] {
  return mapCells(counts, (count, atRow, atSample) => (atRow === row && atSample === sample ? cell : count));
}

const featureCountsHeader = ['Geneid', 'Chr', 'Start', 'End', 'Strand', 'Length'];

/** The same as featureCounts writes it. */
function featureCountsOf(rows: readonly (readonly (number | string)[])[]): string {
  const names = (rows[0] ?? []).map((_, at) => `S${at + 1}`);
  const lines = rows.map((cells, row) => [`ENSG${1e10 + row}`, '1', '11', '99', '+', '89', ...cells].join('\t'));
  const program = '# Program:featureCounts v2.0.6; Command:"featureCounts" "-a" "genes.gtf"';
  return `${[program, [...featureCountsHeader, ...names].join('\t'), ...lines].join('\n')}\n`;
}

describe('a count', () => {
  it('is sound where it is whole', async () => {
    expect(await found(tableOf('gene', counts))).toEqual([]);
    expect(await found(featureCountsOf(counts))).toEqual([]);
  });

  it.each([
    ['-5', 'negative-count error'],
    ['12.5', 'non-integer-count warning'],
    ['6.00E+03', 'rounded-scientific warning'],
    ['-0.5', 'negative-count error'],
  ])('is found at its cell where it is %s', async (cell, code) => {
    expect(await found(tableOf('gene', withCell(3, 2, cell)))).toEqual([`5:4 ${code}`]);
    expect(await found(featureCountsOf(withCell(3, 2, cell)))).toEqual([`6:9 ${code}`]);
  });

  it('blocks below zero only', async () => {
    const [negative] = await findingsOf(tableOf('gene', withCell(3, 2, '-5')));
    const [fractional] = await findingsOf(tableOf('gene', withCell(3, 2, '5.5')));
    expect([negative?.blocks, negative?.row, fractional?.blocks]).toEqual([true, 3, false]);
  });

  it.each(['1e+05', '6.000E+03', '6.12345600e+08', '6e+00'])('is exact where it is written %s', async (cell) => {
    expect(await found(tableOf('gene', withCell(3, 2, cell)))).toEqual([]);
  });

  it.each(['1.2E+06', '6E+03', '1.00e+05', '5.4321E+05'])('has lost digits where it is written %s', async (cell) => {
    expect(await found(tableOf('gene', withCell(3, 2, cell)))).toEqual(['5:4 rounded-scientific warning']);
  });

  it('is judged with samples in rows too', async () => {
    const turned = ['Sample', ...counts.map((_, row) => `ENSG${String(row + 1).padStart(11, '0')}`)].join('\t');
    const lines = [0, 1, 2, 3, 4].map((at) =>
      [`S${at + 1}`, ...counts.map((row, atRow) => (at === 2 && atRow === 3 ? -5 : row[at]))].join('\t'),
    );
    expect(await found(`${[turned, ...lines].join('\n')}\n`)).toEqual(['4:5 negative-count error']);
  });
});

describe('what is no count', () => {
  const chance = startChance(3);
  const tables: readonly (readonly [string, string])[] = [
    [
      'normalized counts',
      tableOf(
        'gene',
        mapCells(counts, (count) => (count * 1.0371).toFixed(4)),
      ),
    ],
    [
      'fractional counts in a third of the cells',
      featureCountsOf(mapCells(counts, (n) => (chance() < 0.3 ? n + 0.5 : n))),
    ],
    [
      'fractional counts that are few and in every sample',
      featureCountsOf(mapCells([...counts, ...counts, ...counts], (n, row) => (row % 20 === 0 ? n + 0.33 : n))),
    ],
    [
      'log ratios rounded to whole numbers',
      tableOf(
        'gene',
        mapCells(counts, (n) => (n % 7) - 3),
      ),
    ],
    [
      'copy-number calls with few losses',
      tableOf(
        'gene',
        mapCells(counts, (_, row) => (row === 4 ? -1 : ((row % 3) as number))),
      ),
    ],
    [
      'differences of counts',
      tableOf(
        'gene',
        mapCells(counts, (n, row) => (row % 3 === 0 ? -n : n)),
      ),
    ],
    [
      'peak areas below zero',
      tableOf(
        'lipid',
        mapCells(counts, (n, row) => (row === 2 ? -n : n)),
      ),
    ],
  ];

  it.each(tables)('has no finding of one: %s', async (_, text) => {
    const about = ['negative-count', 'non-integer-count', 'rounded-scientific'];
    expect((await findingsOf(text)).filter(({ code }) => about.includes(code))).toEqual([]);
  });

  it('is an estimate of Salmon, RSEM or kallisto, whatever it is', async () => {
    const lines = counts.map((row, at) =>
      [`ENST${1e10 + at}`, 1000, 900.5, 12.5, at === 3 ? '6.00E+03' : row[0]].join('\t'),
    );
    expect(await found(`Name\tLength\tEffectiveLength\tTPM\tNumReads\n${lines.join('\n')}\n`)).toEqual([]);
  });
});

describe('a table full of slips', () => {
  it('has one finding a column that says how many there are, where they are too many to be told one by one', async () => {
    const rows = Array.from({ length: 2100 }, (_, row) => [1, 2, 3, 4, 5].map((at) => -(((row * at) % 97) + 1)));
    const findings = (await findingsOf(featureCountsOf(rows))).filter(({ code }) => code === 'negative-count');
    expect(findings.map(({ range, cell }) => [range.startLine, cell])).toEqual(
      [6, 7, 8, 9, 10].map((cell) => [2, cell]),
    );
    expect(findings[0]?.message).toContain('2100 counts of this column');
    expect(findings.every(({ blocks }) => blocks === diagnostics['negative-count'].blocks)).toBe(true);
  });
});
