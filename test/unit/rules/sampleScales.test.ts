import { describe, expect, it } from 'vitest';
import { findingsOf, found } from './judged.ts';
import { amountsOf, mapCells, startChance, startNormal, tableOf, turnedTableOf, withSample } from './measuredTable.ts';

const amounts = amountsOf(60, 6);
const written = mapCells(amounts, (amount) => amount.toFixed(2));
const logs = mapCells(amounts, (amount) => Math.log2(amount).toFixed(4));

describe('mixed-scale', () => {
  const base = { log2: Math.log2, log10: Math.log10, ln: Math.log };

  it.each(Object.entries(base))(
    'is a warning at the header cell of a sample in %s beside linear ones',
    async (name, log) => {
      const mixed = withSample(written, 3, (row) => log(amounts[row]?.[3] ?? 1).toFixed(4));
      const [finding, ...others] = await findingsOf(tableOf('lipid', mixed));
      expect(others).toEqual([]);
      expect(finding).toMatchObject({ code: 'mixed-scale', severity: 'warning', cell: 4, row: null });
      expect(finding?.message).toContain(name);
    },
  );

  it('is at the linear samples where those are fewer, and at the row of a sample with samples in rows', async () => {
    const mixed = withSample(logs, 3, (row) => written[row]?.[3] ?? '');
    expect(await found(tableOf('peak', mixed))).toEqual(['1:5 mixed-scale warning']);
    expect(await found(turnedTableOf('lipid', mixed))).toEqual(['5:1 mixed-scale warning']);
  });

  it('is found between counts and logarithms of counts', async () => {
    const counts = amountsOf(80, 6, 60, 3);
    const mixed = mapCells(counts, (n, _, at) => (at === 2 ? Math.log2(Math.round(n) + 1).toFixed(5) : Math.round(n)));
    expect(await found(tableOf('gene', mixed))).toEqual(['1:4 mixed-scale warning']);
  });

  it.each([
    ['a blank near zero', (amount: number) => (amount / 2 ** 18).toFixed(3)],
    [
      'a blank of zeros and a few small values',
      (amount: number, row: number) => (row % 7 === 0 ? (amount / 1e6).toFixed(2) : '0'),
    ],
    ['a sample in another unit', (amount: number) => (amount / 1e5).toFixed(4)],
    ['a diluted sample', (amount: number) => (amount / 500).toFixed(2)],
    ['a share of the total', (amount: number) => (amount / 1e8).toFixed(6)],
    ['a ratio to the reference', (amount: number, row: number) => (amount / (amounts[row]?.[0] ?? 1)).toFixed(3)],
    ['retention times', (_: number, row: number) => (0.7 + row * 0.21).toFixed(2)],
  ])('is silent for %s', async (_, cell) => {
    const text = tableOf(
      'lipid',
      withSample(written, 3, (row) => cell(amounts[row]?.[3] ?? 0, row)),
    );
    expect((await findingsOf(text)).filter(({ code }) => code === 'mixed-scale')).toEqual([]);
  });

  it('is silent for shallow counts beside deep ones', async () => {
    const counts = amountsOf(200, 6, 300, 2);
    const shallow = mapCells(counts, (n, _, at) => Math.round(at === 2 ? n / 30 : n));
    expect(await found(tableOf('gene', shallow))).toEqual([]);
  });
});

describe('scale-unknown', () => {
  it('is information at the first header cell of values that may be either', async () => {
    const chance = startChance(11);
    const either = Array.from({ length: 40 }, () => Array.from({ length: 6 }, () => (0.8 + chance() * 30).toFixed(3)));
    expect(await found(tableOf('lipid', either))).toEqual(['1:2 scale-unknown information']);
    expect(await found(turnedTableOf('lipid', either))).toEqual(['1:2 scale-unknown information']);
  });

  const normal = startNormal(13);
  const chance = startChance(17);
  const made = (cell: () => string | number): string =>
    tableOf(
      'peak',
      Array.from({ length: 60 }, () => Array.from({ length: 6 }, cell)),
    );
  it.each([
    ['intensities', tableOf('lipid', written)],
    ['logarithms of intensities', tableOf('lipid', logs)],
    ['concentrations that span magnitudes', made(() => (0.05 * 2 ** (normal() * 3)).toFixed(5))],
    ['z-scores', made(() => normal().toFixed(3))],
    ['centred logarithms', made(() => (normal() * 2).toFixed(3))],
    ['cycles of a PCR', made(() => (15 + chance() * 25).toFixed(2))],
    ['methylation beta values', made(() => chance().toFixed(4))],
    ['methylation M-values', made(() => (normal() * 3).toFixed(4))],
    ['small counts', made(() => Math.floor(chance() * 50))],
  ])('is silent for %s', async (_, text) => {
    expect((await findingsOf(text)).filter(({ code }) => code === 'scale-unknown')).toEqual([]);
  });

  it('is silent for what is called a ratio or a percentage, and not where that is called a logarithm', async () => {
    const ratios = Array.from({ length: 60 }, () => [0, 1, 2].map(() => (2 ** normal()).toFixed(4)));
    const called = (name: string): string => tableOf('peak', ratios, [`${name} a`, `${name} b`, `${name} c`]);
    expect(await found(called('Ratio H/L'))).toEqual([]);
    expect(await found(called('Share (%)'))).toEqual([]);
    expect(await found(called('Level'))).toEqual(['1:2 scale-unknown information']);
  });

  it('is silent where a person says the scale', async () => {
    const values = Array.from({ length: 40 }, () => Array.from({ length: 6 }, () => (0.8 + chance() * 30).toFixed(3)));
    expect(await found(tableOf('lipid', values), () => ({ overrides: { scale: 'unknown' } }))).toEqual([]);
  });
});

describe('tpm-sum', () => {
  const rows = amountsOf(500, 4, 200, 2.5);
  const perMillion = mapCells(
    rows,
    (amount, _, at) => (amount / rows.reduce((sum, row) => sum + (row[at] ?? 0), 0)) * 1e6,
  );

  it('is information about the file where every sample sums to a million', async () => {
    expect(
      await found(
        tableOf(
          'gene',
          mapCells(perMillion, (n) => n.toFixed(3)),
        ),
      ),
    ).toEqual(['1:1 tpm-sum information']);
  });

  it('is silent where one sample does not, for whole numbers, and for metabolites', async () => {
    const one = mapCells(perMillion, (n, _, at) => (at === 2 ? n * 1.1 : n).toFixed(3));
    expect(await found(tableOf('gene', one))).toEqual([]);
    expect(
      await found(
        tableOf(
          'gene',
          mapCells(perMillion, (n) => Math.round(n)),
        ),
      ),
    ).toEqual([]);
    const lipids = mapCells(perMillion, (n) => n.toFixed(3));
    expect((await found(tableOf('lipid', lipids))).filter((line) => line.includes('tpm'))).toEqual([]);
  });
});

describe('tables of other measurements', () => {
  const counts = mapCells(amountsOf(200, 6, 60, 3), (amount) => Math.round(amount));
  const depth = (at: number): number => counts.reduce((sum, row) => sum + (row[at] ?? 0), 0);
  const normal = startNormal(29);
  const made = (kind: 'gene' | 'lipid' | 'peak', cell: (row: number, at: number) => string | number): string =>
    tableOf(
      kind,
      Array.from({ length: 90 }, (_, row) => [0, 1, 2, 3, 4, 5].map((at) => cell(row, at))),
    );

  it.each([
    [
      'log2 counts with -Inf',
      tableOf(
        'gene',
        mapCells(counts, (n) => (n === 0 ? '-Inf' : Math.log2(n).toFixed(4))),
      ),
    ],
    [
      'log2(counts + 1)',
      tableOf(
        'gene',
        mapCells(counts, (n) => Math.log2(n + 1).toFixed(6)),
      ),
    ],
    [
      'counts per million that were filtered',
      tableOf(
        'gene',
        mapCells(counts, (n, _, at) => ((n / depth(at)) * 9e5).toFixed(4)),
      ),
    ],
    [
      'normalized counts',
      tableOf(
        'gene',
        mapCells(counts, (n, _, at) => (n * (0.9 + at * 0.04)).toFixed(6)),
      ),
    ],
    ['z-scores of genes', made('gene', () => normal().toFixed(4))],
    [
      'log2 of transcripts per million',
      tableOf(
        'gene',
        Array.from({ length: 600 }, () =>
          [0, 1, 2].map(() => (7 + normal() * 3).toFixed(4)).map((cell) => (cell.startsWith('-') ? '0' : cell)),
        ),
      ),
    ],
    ['reporter intensities', made('peak', () => (2 ** (15 + normal() * 2)).toFixed(1))],
    ['spectral counts', made('peak', (row) => Math.max(0, Math.round(normal() * 2 + (row % 6))))],
    ['fluorescence units', made('peak', () => (2 ** (10 + normal() * 2)).toFixed(1))],
    ['normalized protein expression', made('peak', () => (3 + normal() * 2.5).toFixed(5))],
  ])('have no finding about their numbers: %s', async (_, text) => {
    expect((await found(text)).filter((line) => !line.includes('non-finite'))).toEqual([]);
  });
});
