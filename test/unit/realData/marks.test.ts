import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type RowMark, rowMarks } from '#shared/dataset.ts';
import { readMarks } from '../../../server/src/profiles/rowMarks.ts';
import { cellsOf, recognizeText, write } from '../profiles/variants.ts';
import { realDataFolder, realDataPresent } from './expectations.ts';

const own = ['Only identified by site', 'Reverse', 'Potential contaminant'];

/** How many rows of a table have each mark, in the order of {@link rowMarks}. */
async function countMarks(cells: readonly (readonly string[])[]): Promise<readonly number[]> {
  const { marks } = await recognizeText(write(cells));
  const found = cells.slice(1).flatMap((row): readonly RowMark[] => {
    return marks ? readMarks(marks, { cell: (index) => row[index] }) : [];
  });
  return rowMarks.map((mark) => found.filter((one) => one === mark).length);
}

describe.skipIf(!realDataPresent)('Marked rows of real tables (skipped where ../shared is absent)', () => {
  it.each([
    ['maxquant_proteinGroups_lfqanalyst.txt', [49, 17, 21]],
    ['maxquant_proteinGroups_protdata.txt', [21, 2, 0]],
  ] as const)('%s has as many contaminants and decoys by its ids as by its columns', async (file, [con, rev, site]) => {
    const text = readFileSync(join(realDataFolder, 'proteomics', file), 'utf8');
    const cells = cellsOf({ layout: '', file, text });
    expect(await countMarks(cells)).toEqual([con, rev, site]);
    const kept = (cells[0] ?? []).flatMap((name, index) => (own.includes(name) ? [] : [index]));
    expect(await countMarks(cells.map((row) => kept.map((index) => row[index] ?? '')))).toEqual([con, rev, 0]);
  });

  it.each([
    ['fragpipe_combined_protein.tsv', [5, 0, 0]],
    ['alphapept_results_proteins.csv', [0, 36, 0]],
  ] as const)('%s has the marks of its prefixes', async (file, counts) => {
    const text = readFileSync(join(realDataFolder, 'proteomics', file), 'utf8');
    expect(await countMarks(cellsOf({ layout: '', file, text }))).toEqual(counts);
  });
});
