import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type RowMark, rowMarks } from '#shared/dataset.ts';
import { readProfile } from '../../../server/src/profiles/readProfile.ts';
import { readMarks } from '../../../server/src/profiles/rowMarks.ts';
import { textSource } from '../../../server/src/table/byteSource.ts';
import { readDataRows } from '../../../server/src/values/dataRows.ts';
import { cellsOf, write } from '../profiles/variants.ts';
import { realDataFolder, realDataPresent } from './expectations.ts';

const own = ['Only identified by site', 'Reverse', 'Potential contaminant'];

const textOf = (file: string): string => readFileSync(join(realDataFolder, 'proteomics', file), 'utf8');

/** How many rows of a table have each mark, in the order of {@link rowMarks}. */
async function countMarks(text: string): Promise<readonly number[]> {
  const source = textSource('table.txt', text);
  const profile = await readProfile(source);
  const { marks } = profile;
  const found: RowMark[] = [];
  await readDataRows(source, profile, { row: ({ row }) => void found.push(...(marks ? readMarks(marks, row) : [])) });
  return rowMarks.map((mark) => found.filter((one) => one === mark).length);
}

describe.skipIf(!realDataPresent)('Marked rows of real tables (skipped where ../shared is absent)', () => {
  it.each([
    ['maxquant_proteinGroups_lfqanalyst.txt', [49, 17, 21]],
    ['maxquant_proteinGroups_protdata.txt', [21, 2, 0]],
  ] as const)('%s has as many contaminants and decoys by its ids as by its columns', async (file, [con, rev, site]) => {
    expect(await countMarks(textOf(file))).toEqual([con, rev, site]);
    const cells = cellsOf({ layout: '', file, text: textOf(file) });
    const kept = (cells[0] ?? []).flatMap((name, index) => (own.includes(name) ? [] : [index]));
    const cut = write(cells.map((row) => kept.map((index) => row[index] ?? '')));
    expect(await countMarks(cut)).toEqual([con, rev, 0]);
  });

  it.each([
    ['fragpipe_combined_protein.tsv', [5, 0, 0]],
    ['alphapept_results_proteins.csv', [0, 38, 0]],
  ] as const)('%s has the marks of its prefixes', async (file, counts) => {
    expect(await countMarks(textOf(file))).toEqual(counts);
  });
});
