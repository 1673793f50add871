import { describe, expect, it } from 'vitest';
import { findingsOf, found } from './judged.ts';
import { amountsOf, mapCells, startChance, tableOf, turnedTableOf, withSample } from './measuredTable.ts';

const amounts = amountsOf(60, 6);
const written = mapCells(amounts, (amount) => amount.toFixed(2));

/** The same samples one below the other, as Skyline writes them. */
function longTableOf(rows: readonly (readonly (number | string)[])[]): string {
  const lines = (rows[0] ?? []).flatMap((_, sample) =>
    rows.map(
      (cells, row) =>
        `PC ${30 + (row % 14)}:${Math.floor(row / 14)},PC,S${sample + 1},${700 + row},184.07,5.1,${cells[sample]}`,
    ),
  );
  const header = 'Peptide,Protein,Replicate,Precursor Mz,Product Mz,Retention Time,Area';
  return `${[header, ...lines].join('\n')}\n`;
}

describe('columns-identical', () => {
  it('is a warning at the header cell of the later of two samples with the same values', async () => {
    const copied = withSample(written, 4, (row) => written[row]?.[1] ?? '');
    expect(await found(tableOf('lipid', copied))).toEqual(['1:6 columns-identical warning']);
    const [finding] = await findingsOf(tableOf('lipid', copied));
    expect(finding?.message).toContain('"S5" has the same 60 values as "S2"');
  });

  it('is found with samples in rows, in long tables and between counts', async () => {
    const copied = withSample(written, 4, (row) => written[row]?.[1] ?? '');
    expect(await found(turnedTableOf('lipid', copied))).toEqual(['6:1 columns-identical warning']);
    expect(await found(longTableOf(copied))).toEqual(['242:3 columns-identical warning']);
    const counts = mapCells(amountsOf(40, 4, 100), (amount) => Math.round(amount));
    const copiedCounts = withSample(counts, 2, (row) => counts[row]?.[0] ?? 0);
    expect(await found(tableOf('gene', copiedCounts))).toEqual(['1:4 columns-identical warning']);
  });

  it('is not found where one value differs, or where a missing value stands elsewhere', async () => {
    const copied = withSample(written, 4, (row) => (row === 59 ? '1.5' : (written[row]?.[1] ?? '')));
    expect(await found(tableOf('lipid', copied))).toEqual([]);
    const gaps = mapCells(written, (cell, row, at) => (at === 1 && row === 3 ? '' : cell));
    expect(
      await found(
        tableOf(
          'lipid',
          withSample(gaps, 4, (row) => written[row]?.[1] ?? ''),
        ),
      ),
    ).toEqual([]);
  });

  it('leaves a copy that has the name of the first to duplicate-sample', async () => {
    const copied = withSample(written, 4, (row) => written[row]?.[1] ?? '');
    expect(await found(tableOf('lipid', copied, ['S1', 'S2', 'S3', 'S4', 'S2', 'S6']))).toEqual([
      '1:6 duplicate-sample error',
    ]);
  });

  it('is silent where two samples may agree by chance: sparse counts, genotypes, calls', async () => {
    const chance = startChance(5);
    const sparse = Array.from({ length: 30 }, (_, row) =>
      [0, 1, 2, 3].map((at) => (at < 2 ? (row % 9 === 0 ? 1 + (row % 2) : 0) : Math.floor(chance() * 40))),
    );
    expect(await found(tableOf('gene', sparse))).toEqual([]);
    const genotypes = Array.from({ length: 200 }, (_, row) => [row % 3, row % 3, (row + 1) % 3, row % 2]);
    expect(await found(tableOf('gene', genotypes))).toEqual([]);
  });
});

describe('empty-column and constant-column', () => {
  it('are information at the cell that names the sample', async () => {
    expect(
      await found(
        tableOf(
          'lipid',
          withSample(written, 2, () => 'NA'),
        ),
      ),
    ).toEqual(['1:4 empty-column information']);
    expect(
      await found(
        tableOf(
          'lipid',
          withSample(written, 2, () => ''),
        ),
      ),
    ).toEqual(['1:4 empty-column information']);
    expect(
      await found(
        tableOf(
          'lipid',
          withSample(written, 2, () => 1),
        ),
      ),
    ).toEqual(['1:4 constant-column information']);
    expect(
      await found(
        turnedTableOf(
          'lipid',
          withSample(written, 2, () => 'NA'),
        ),
      ),
    ).toEqual(['4:1 empty-column information']);
    expect(
      await found(
        turnedTableOf(
          'lipid',
          withSample(written, 2, () => 7),
        ),
      ),
    ).toEqual(['4:1 constant-column information']);
    expect(await found(longTableOf(withSample(written, 2, () => '#N/A')))).toContain('122:3 empty-column information');
  });

  it('are silent where a sample has a censored value', async () => {
    const censored = withSample(written, 2, (row) => (row === 30 ? '<LOD' : 'NA'));
    expect(await found(tableOf('lipid', censored))).toEqual([]);
    expect(await found(turnedTableOf('lipid', censored))).toEqual([]);
    const constant = withSample(written, 2, (row) => (row % 2 === 0 ? '<LOD' : 7));
    expect(await found(tableOf('lipid', constant))).toEqual([]);
  });

  /** LFQ intensities as MaxQuant writes them. */
  const maxQuantOf = (rows: readonly (readonly (number | string)[])[]): string => {
    const names = [1, 2, 3].map((at) => `LFQ intensity S${at}`);
    const header = [
      'Protein IDs',
      'Majority protein IDs',
      'Peptides',
      ...names,
      'Reverse',
      'Potential contaminant',
      'id',
    ];
    const lines = rows.map((cells, row) =>
      [`P${10000 + row}`, `P${10000 + row}`, 2 + (row % 5), ...cells.slice(0, 3), '', '', row].join('\t'),
    );
    return `${[header.join('\t'), ...lines].join('\n')}\n`;
  };

  it('take zeros for missing where the tool writes them for it', async () => {
    expect(await found(maxQuantOf(withSample(written, 1, () => 0)))).toEqual(['1:5 empty-column information']);
  });

  it('tell once where no sample has a value', async () => {
    const [finding, ...others] = await findingsOf(maxQuantOf(mapCells(written, () => 0)));
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ code: 'empty-column', cell: 3 });
    expect(finding?.message).toContain('None of the 3 samples');
  });
});

describe('imputed-suspected', () => {
  const filled = (cell: string): readonly (readonly string[])[] =>
    mapCells(written, (own, row, at) => (at === 2 && row % 6 === 1 ? cell : own));

  it('is information at the first cell that holds the filled-in value', async () => {
    expect(await found(tableOf('lipid', filled('10')))).toEqual(['3:4 imputed-suspected information']);
    expect(await found(turnedTableOf('lipid', filled('10')))).toEqual(['4:3 imputed-suspected information']);
    const [finding] = await findingsOf(tableOf('lipid', filled('10')));
    expect(finding?.message).toContain('10 is the smallest value of this sample and stands in 10 of its 60 values');
  });

  it('is silent for zeros, and for a value that repeats anywhere but at the minimum', async () => {
    expect(await found(tableOf('lipid', filled('0')))).toEqual([]);
    expect(await found(tableOf('lipid', filled('900000000.5')))).toEqual([]);
  });

  it('is silent where rounded numbers repeat all over', async () => {
    const chance = startChance(23);
    const rounded = Array.from({ length: 100 }, () =>
      Array.from({ length: 4 }, () => (70 + Math.floor(chance() * 9) / 10).toFixed(1)),
    );
    expect(await found(tableOf('lipid', rounded))).toEqual([]);
  });

  it('is silent for genes, of which log(0 + 0.5) repeats rightly', async () => {
    const floored = mapCells(amountsOf(80, 4, 40, 3), (n, row) => Math.log2((row % 5 === 0 ? 0 : n) + 0.5).toFixed(4));
    expect(await found(tableOf('gene', floored))).toEqual([]);
  });
});

describe('missing-token for a number', () => {
  const coded = withSample(written, 2, (row) => (row % 5 === 3 ? '-999' : (written[row]?.[2] ?? '')));

  it('is a warning at the first -999 of a sample, whichever way round the table lies, and is no imputed value', async () => {
    expect(await found(tableOf('lipid', coded))).toEqual(['5:4 missing-token warning']);
    expect(await found(turnedTableOf('lipid', coded))).toEqual(['4:5 missing-token warning']);
    expect(await found(longTableOf(coded))).toEqual(['125:7 missing-token warning']);
    const [finding] = await findingsOf(tableOf('lipid', coded));
    expect(finding?.message).toContain('-999 stands in 12 of the 60 values');
  });

  it('is silent where other values are below zero, and for counts, which are judged as such', async () => {
    const differences = withSample(coded, 2, (row) => (row === 0 ? '-1204.50' : (coded[row]?.[2] ?? '')));
    expect((await found(tableOf('lipid', differences))).filter((line) => line.includes('missing-token'))).toEqual([]);
    const counts = mapCells(amountsOf(60, 6, 200), (amount) => Math.round(amount));
    const spoilt = withSample(counts, 2, (row) => (row === 3 ? -999 : (counts[row]?.[2] ?? 0)));
    expect(await found(tableOf('gene', spoilt))).toEqual(['5:4 negative-count error']);
  });
});
