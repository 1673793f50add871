import { expect, it } from 'vitest';
import type { Organism } from '../../../server/src/profiles/organism/organism.ts';
import { validate } from '../../../server/src/rules/validate.ts';
import { readNamedSheet } from '../../../server/src/sheets/readSheet.ts';
import { textSource } from '../../../server/src/table/byteSource.ts';
import type { Overrides } from '../../../shared/src/overrides.ts';

const idsOf = (prefix: string): string[] => Array.from({ length: 6 }, (_, at) => `${prefix}0000000000${at}`);
const symbols = ['TP53', 'MYC', 'EGFR', 'KRAS', 'BRAF', 'PTEN'];

/** The organism of a table of these genes with a sheet that gives one for each of its three samples. */
async function organismOf(
  genes: readonly string[],
  organisms: readonly [string, string, string],
  overrides: Overrides = {},
): Promise<Organism | null> {
  const table = ['gene\tS1\tS2\tS3', ...genes.map((gene, at) => `${gene}\t${at}.5\t${at}.25\t${at}.75`), ''].join('\n');
  const rows = organisms.map((organism, at) => `S${at + 1},${at === 2 ? 'Blank' : 'sample'},${organism}`);
  const text = ['sample,sample type,species', ...rows, ''].join('\n');
  const sheets = { sheets: [await readNamedSheet(textSource('sheet.csv', text))], named: true };
  return (await validate(textSource('t.tsv', table), { sheets, overrides })).profile.organism;
}

it('a sheet tells the organism of a table that tells none itself, whatever it says of blanks', async () => {
  expect(await organismOf(symbols, ['human', 'human', 'mouse'])).toMatchObject({ taxon: 9606 });
});

it('a sheet of several organisms decides none, also where the ids of the table are of one', async () => {
  for (const genes of [symbols, idsOf('ENSG')]) {
    const organism = await organismOf(genes, ['human', 'mouse', '']);
    expect(organism).toMatchObject({ taxon: null, shares: [{ share: 0.5 }, { share: 0.5 }] });
  }
});

it('a sheet that says otherwise than the table leaves it undecided, and both are named', async () => {
  const organism = await organismOf(idsOf('ENSMUSG'), ['human', 'human', '']);
  expect(organism?.taxon).toBeNull();
  expect(organism?.evidence).toBe(
    'The table tells Mus musculus, but the sample sheet Homo sapiens, so that none is decided.',
  );
});

it('a table keeps its own evidence where the sheet agrees or tells nothing', async () => {
  for (const name of ['Homo sapiens', '']) {
    const organism = await organismOf(idsOf('ENSG'), [name, name, '']);
    expect(organism).toMatchObject({ taxon: 9606, evidence: expect.stringContaining('by ENSG') });
  }
});

it('a person is right over the sheet', async () => {
  const organism = await organismOf(symbols, ['human', 'human', ''], { taxon: 10090 });
  expect(organism).toMatchObject({ taxon: 10090, evidence: 'A person said so.' });
});
