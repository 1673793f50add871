import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Organism } from '../../../server/src/profiles/organism/organism.ts';
import { readProfile } from '../../../server/src/profiles/readProfile.ts';
import { textSource } from '../../../server/src/table/byteSource.ts';
import { knownOrganisms } from '../../../shared/src/organisms.ts';

/** The organism of a table whose first columns are given and whose others are measured. */
async function organismOf(names: readonly string[], rows: readonly (readonly string[])[]): Promise<Organism | null> {
  const lines = rows.map((cells, at) => [...cells, `${at + 1}.5`, `${at + 2}.25`, `${at + 3}.75`].join('\t'));
  return organismOfText([[...names, 'S1', 'S2', 'S3'].join('\t'), ...lines, ''].join('\n'));
}

async function organismOfText(text: string): Promise<Organism | null> {
  return (await readProfile(textSource('t.tsv', text))).organism;
}

const times = <Made>(count: number, make: (at: number) => Made): Made[] =>
  Array.from({ length: count }, (_, at) => make(at));
const oneColumn = (cells: readonly string[]): string[][] => cells.map((cell) => [cell]);
const ensembl = (prefix: string, count: number): string[] =>
  times(count, (at) => `${prefix}${String(at + 17).padStart(11, '0')}`);
const entries = (code: string, count: number): string[] => times(count, (at) => `AB${at}_${code}`);

describe('the organism of a table', () => {
  it.each([
    ['Organism', 'Homo sapiens', 9606],
    ['Organism', 'Homo sapiens (Human)', 9606],
    ['PG.Organisms', 'Mus musculus;Mus musculus', 10090],
    ['species', 'rattus_norvegicus', 10116],
    ['Species', 'M. musculus', 10090],
    ['species', 'Human', 9606],
    ['Organism ID', '10090', 10090],
    ['Taxonomy ID', '9606', 9606],
    ['taxid', 'NCBITaxon_9606', 9606],
    ['taxid', 'NCBITaxon:3349', 3349],
  ])('is told by a column %s that says %s', async (name, value, taxon) => {
    const organism = await organismOf(
      ['id', name],
      [...'abcdefgh'].map((letter) => [`feature ${letter}`, value]),
    );
    expect(organism).toMatchObject({ taxon, shares: [{ share: 1 }] });
    expect(organism?.evidence).toContain(`column ${name} tell`);
  });

  it('is not told by a column of lipid species', async () => {
    const lipids = times(8, (at) => `PC 3${at}:1`);
    expect(await organismOf(['Species'], oneColumn(lipids))).toBeNull();
  });

  it('is not told by small numbers under a name for taxa, which are codes of the file', async () => {
    expect(
      await organismOf(
        ['id', 'taxon'],
        times(8, (at) => at.toString()).map((id) => [`x${id}y`, '2']),
      ),
    ).toBeNull();
  });

  it('is told by what UniProt entry names end in', async () => {
    const organism = await organismOf(['Protein.Names'], oneColumn(entries('MOUSE', 10)));
    expect(organism).toMatchObject({ taxon: 10090, name: 'Mus musculus' });
    expect(organism?.evidence).toBe(
      'Entry names in column Protein.Names tell Mus musculus by _MOUSE in 100% of the rows.',
    );
  });

  it('is told by entry names inside FASTA headers, of every member of a group', async () => {
    const group = (at: number): string => `sp|P0276${at % 10}|ALBU${at % 10}_HUMAN;tr|A0A024R1R8|A0A024R1R8_HUMAN`;
    expect(await organismOf(['Protein IDs'], oneColumn(times(10, group)))).toMatchObject({ taxon: 9606 });
  });

  it('is told by OX= of a FASTA header, also of an organism that is not listed, and by OS= where that is all', async () => {
    const described = (tail: string) => times(8, (at) => `Serum albumin ${at} ${tail} GN=ALB${at} PE=1 SV=2`);
    const rows = (tail: string) => described(tail).map((text, at) => [`P0276${at}`, text]);
    const pine = await organismOf(['Accession', 'Description'], rows('OS=Pinus sylvestris OX=3349'));
    expect(pine).toMatchObject({ taxon: 3349, name: 'Pinus sylvestris' });
    expect(await organismOf(['Accession', 'Description'], rows('OS=Mus musculus'))).toMatchObject({ taxon: 10090 });
  });

  it.each([
    ['ENSG', 9606],
    ['ENST', 9606],
    ['ENSMUSG', 10090],
    ['ENSRNOG', 10116],
    ['ENSDARG', 7955],
  ])('is told by Ensembl ids that begin with %s', async (prefix, taxon) => {
    const organism = await organismOf(['gene_id'], oneColumn(ensembl(prefix, 10).map((id) => `${id}.4`)));
    expect(organism).toMatchObject({ taxon });
    expect(organism?.evidence).toContain(`by ${prefix} in 100% of the rows`);
  });

  it('is told by Ensembl ids in the header where samples are rows', async () => {
    const header = ['sample', ...ensembl('ENSMUSG', 12)].join('\t');
    const rows = times(5, (at) => [`mouse${at}`, ...times(12, (gene) => `${gene * 7 + at}`)].join('\t'));
    expect(await organismOfText(`${[header, ...rows].join('\n')}\n`)).toMatchObject({ taxon: 10090 });
  });

  it('is not told by the case of gene symbols', async () => {
    const symbols = ['TP53', 'MYC', 'EGFR', 'KRAS', 'BRAF', 'PTEN', 'ALB', 'GAPDH'];
    expect(await organismOf(['gene'], oneColumn(symbols))).toBeNull();
    const mouse = symbols.map((symbol) => symbol.charAt(0) + symbol.slice(1).toLowerCase());
    expect(await organismOf(['gene'], oneColumn(mouse))).toBeNull();
  });

  it('is not told by a few ids among names of no organism', async () => {
    const names = [...ensembl('ENSBTAG', 2), ...times(20, (at) => `GENE${at}`)];
    expect(await organismOf(['Gene'], oneColumn(names))).toBeNull();
  });

  it('is not that of orthologs given beside the genes', async () => {
    const rows = ensembl('ENSG', 8).map((id, at) => [id, ensembl('ENSMUSG', 8)[at] ?? '']);
    expect(await organismOf(['gene_id', 'mouse_ortholog'], rows)).toMatchObject({ taxon: 9606 });
  });

  it('is not that of contaminants and decoys, by prefix or by the columns of the tool', async () => {
    const own = entries('HUMAN', 10).map((name, at) => [`sp|P1234${at}|${name}`, '', '']);
    const foreign = [
      ...times(5, (at) => [`CON__P0076${at}`, 'sp|P00761|TRYP_PIG', '']),
      ...times(5, (at) => [`REV__sp|P6876${at}|AB${at}_MOUSE`, '', '']),
      ...times(5, (at) => [`sp|P0276${at}|ALB${at}_BOVIN`, '', '+']),
    ];
    const names = ['Protein IDs', 'Fasta headers', 'Potential contaminant'];
    const organism = await organismOf(names, [...own, ...foreign]);
    expect(organism).toMatchObject({ taxon: 9606, shares: [{ taxon: 9606, share: 1 }] });
  });

  it('is not decided where a benchmark mixes organisms, and each is told with its share', async () => {
    const mixed = [...entries('HUMAN', 13), ...entries('YEAST', 5), ...entries('ECOLI', 2)];
    const organism = await organismOf(['Protein.Names'], oneColumn(mixed));
    expect(organism).toMatchObject({
      taxon: null,
      name: null,
      shares: [
        { taxon: 9606, share: 0.65 },
        { taxon: 559292, share: 0.25 },
        { taxon: 83333, share: 0.1 },
      ],
    });
    expect(organism?.evidence).toMatch(/several organisms.*Homo sapiens 65%, .*25%, .*10% of the rows/);
  });

  it('is not decided where the human standard UPS is mixed into yeast', async () => {
    const yeast = entries('YEAST', 45).map((name, at) => `sp|P1234${at % 10}|${name}`);
    const standard = ['P02768ups|ALBU_HUMAN_UPS', 'P00915ups|CAH1_HUMAN_UPS', 'P00918ups|CAH2_HUMAN_UPS'];
    const organism = await organismOf(['Protein IDs'], oneColumn([...yeast, ...standard]));
    expect(organism).toMatchObject({ taxon: null, shares: [{ taxon: 559292 }, { taxon: 9606, share: 3 / 48 }] });
  });

  it('is decided where hardly any row names another, and the others are told', async () => {
    const few = [...entries('HUMAN', 99), ...entries('BOVIN', 1)];
    const organism = await organismOf(['Protein.Names'], oneColumn(few));
    expect(organism).toMatchObject({ taxon: 9606 });
    expect(organism?.evidence).toContain('in 99% of the rows; the others are Bos taurus 1%');
  });

  it('is not decided where many rows name no organism that is known, and that is told', async () => {
    const half = [...ensembl('ENSG', 12), ...times(8, (at) => `MSTRG.${at}`)];
    const organism = await organismOf(['gene_id'], oneColumn(half));
    expect(organism).toMatchObject({ taxon: null, shares: [{ taxon: 9606, share: 0.6 }] });
    expect(organism?.evidence).toContain('Homo sapiens 60% of the rows');
  });

  it('is not decided where a pathogen that is not listed stands beside its host', async () => {
    const mixed = [...entries('HUMAN', 16), ...entries('LEGPH', 4)];
    const organism = await organismOf(['Protein.Names'], oneColumn(mixed));
    expect(organism).toMatchObject({ taxon: null, shares: [{ taxon: 9606 }, { taxon: null, name: '_LEGPH' }] });
  });

  it('is not decided where two columns disagree, and both are named', async () => {
    const rows = ensembl('ENSMUSG', 8).map((id) => [id, 'Homo sapiens']);
    const organism = await organismOf(['gene_id', 'organism'], rows);
    expect(organism?.taxon).toBeNull();
    expect(organism?.evidence).toMatch(/organism tell Homo sapiens, but .*gene_id tell Mus musculus/);
  });

  it('is one where a column names the species and the entry names its strain', async () => {
    const rows = entries('YEAST', 8).map((name) => [name, 'Saccharomyces cerevisiae']);
    expect(await organismOf(['Entry Name', 'Organism'], rows)).toMatchObject({ taxon: 4932 });
  });

  it('is decided in spite of summary rows and spikes', async () => {
    const keys = [...ensembl('ENSG', 8), '__no_feature', '__ambiguous', 'ERCC-00002', 'ERCC-00003'];
    expect(await organismOf(['gene_id'], oneColumn(keys))).toMatchObject({ taxon: 9606, shares: [{ share: 1 }] });
  });

  it.each([
    ['mwtab.txt', /^#PROJECT/m, '#SUBJECT\nSU:SUBJECT_SPECIES               \tMus musculus\n#PROJECT', 10090],
    ['mwtab.txt', /^#PROJECT/m, '#SUBJECT\nSU:TAXONOMY_ID                   \t10116\n#PROJECT', 10116],
    [
      'mztab-m.mztab',
      /^MTD\tassay\[1\]\t/m,
      'MTD\tsample[1]-species[1]\t[NCBITaxon, NCBITaxon:9606, Homo sapiens, ]\n$&',
      9606,
    ],
    ['geo-series-matrix.txt', /Homo sapiens/g, 'Rattus norvegicus', 10116],
  ])('is told by the lines of %s that are there for it', async (file, where, line, taxon) => {
    const text = readFileSync(new URL(`../../fixtures/layouts/${file}`, import.meta.url), 'utf8');
    expect(await organismOfText(text.replace(where, line))).toMatchObject({ taxon });
  });

  it('is what a person says, over what the table tells', async () => {
    const text = `gene_id\tS1\tS2\n${ensembl('ENSG', 5)
      .map((id, at) => `${id}\t${at}\t${at + 1}`)
      .join('\n')}\n`;
    const profile = await readProfile(textSource('t.tsv', text), { overrides: { taxon: 10090 } });
    expect(profile).toMatchObject({ organism: { taxon: 10090, name: 'Mus musculus', evidence: 'A person said so.' } });
  });
});

describe('the known organisms', () => {
  it('have no taxon, entry code or Ensembl prefix in common', () => {
    for (const part of ['taxon', 'entryCode', 'ensembl', 'name'] as const) {
      const values = knownOrganisms.map((organism) => organism[part]).filter((value) => value !== null);
      expect(new Set(values).size, part).toBe(values.length);
    }
  });

  it('have names, taxa of whole numbers, and species that are known too', () => {
    const taxa = new Set(knownOrganisms.map(({ taxon }) => taxon));
    for (const { taxon, name, species } of knownOrganisms) {
      expect(Number.isInteger(taxon) && name.length > 3, name).toBe(true);
      expect(species === null || taxa.has(species), name).toBe(true);
    }
  });
});
