import { contaminants, liverProteins } from './proteins.ts';
import { type Random, seedRandom } from './random.ts';
import { significant, writeTable } from './tableText.ts';

const samples = (['Healthy', 'Fibrosis'] as const).flatMap((group) =>
  Array.from({ length: 6 }, (_, index) => ({ group, name: `${group}_${index + 1}` })),
);
const columnsBefore = [
  'Protein IDs',
  'Majority protein IDs',
  'Peptide counts (all)',
  'Peptide counts (razor+unique)',
  'Peptide counts (unique)',
  'Protein names',
  'Gene names',
  'Number of proteins',
  'Peptides',
  'Razor + unique peptides',
  'Unique peptides',
  'Sequence coverage [%]',
  'Q-value',
  'Score',
  'Intensity',
];
const columnsAfter = ['MS/MS count', 'Only identified by site', 'Reverse', 'Potential contaminant', 'id'];

/** Proteins that rise in a scarred liver, and those of hepatocytes that fall; natural log of the fold change. */
const effects: Readonly<Record<string, number>> = {
  COL1A1: 1.8,
  COL1A2: 1.7,
  COL3A1: 1.5,
  COL6A1: 1.1,
  LUM: 1.4,
  DCN: 0.9,
  ACTA2: 1.2,
  LGALS3: 1.3,
  LGALS1: 0.9,
  VIM: 0.8,
  FN1: 0.7,
  TAGLN: 1,
  CPS1: -0.8,
  CYP3A4: -1.2,
  CYP2E1: -1,
  ADH1B: -0.9,
  FABP1: -0.7,
  ARG1: -0.6,
  PLIN2: 0.9,
  FASN: 0.5,
};

interface Group {
  readonly accessions: string;
  readonly genes: string;
  readonly names: string;
  readonly kind: 'protein' | 'contaminant' | 'decoy';
}

/**
 * Proteins of a simulated liver study as MaxQuant writes proteinGroups.txt, with contaminants and decoys, where 0 means not
 * detected. Its defects: blanks around gene names, a no-break space, a soft hyphen, NaN and empty cells beside 0 for missing (some
 * scripts write them), a blank line. None blocks.
 */
export function makeProteinTable(): string {
  const random = seedRandom(20_260_103);
  const decoys = ['REV__P21333', 'REV__Q9Y490', 'REV__P04114', 'REV__P49327'];
  const groups: Group[] = [
    ...liverProteins.map(([accessions, genes, names]): Group => ({ accessions, genes, names, kind: 'protein' })),
    ...contaminants.map(([accessions, genes, names]): Group => ({ accessions, genes, names, kind: 'contaminant' })),
    ...decoys.map((accessions): Group => ({ accessions, genes: '', names: '', kind: 'decoy' })),
  ];
  // MaxQuant sorts by the text of the ids.
  groups.sort((one, other) => (one.accessions < other.accessions ? -1 : 1));
  const rows = groups.map((group, id) => makeRow(group, id, random));
  const change = (row: number, column: string, cell: (old: string | number) => string) => {
    const index = header.indexOf(column);
    const cells = rows[row];
    if (cells?.[index] !== undefined) cells[index] = cell(cells[index]);
  };
  change(20, 'Gene names', (gene) => `${gene} `);
  change(71, 'Gene names', (gene) => ` ${gene}`);
  change(34, 'Protein names', (name) => `${name}\u00a0`);
  change(96, 'Protein names', (name) => `${String(name).slice(0, 4)}\u00ad${String(name).slice(4)}`);
  for (const row of [12, 48]) change(row, 'LFQ intensity Fibrosis_4', () => 'NaN');
  change(101, 'LFQ intensity Fibrosis_4', () => '');
  rows.splice(83, 0, ['']);
  return writeTable([header, ...rows], { delimiter: '\t', lineEnd: '\n' });
}

const header = [
  ...columnsBefore,
  ...samples.map(({ name }) => `Intensity ${name}`),
  ...samples.map(({ name }) => `LFQ intensity ${name}`),
  ...columnsAfter,
];

function makeRow({ accessions, genes, names, kind }: Group, id: number, random: Random): (string | number)[] {
  const usual = kind === 'decoy' ? 14 : random.logNormal(Math.log(18.5), 0.09);
  const effect = effects[genes] ?? 0.15 * random.normal();
  const intensities = samples.map(({ group }) => {
    const logIntensity = usual + (group === 'Fibrosis' ? effect : 0) + 0.25 * random.normal();
    // The fainter, the likelier it is that nothing is picked for fragmentation.
    const missed = random.uniform() < 1 / (1 + Math.exp(2.2 * (logIntensity - 14.6)));
    return missed ? 0 : Math.round(Math.exp(logIntensity) / 10) * 10;
  });
  const members = accessions.split(';').length;
  const peptides = kind === 'decoy' ? 1 : Math.max(2, Math.round((usual - 13) * 3 + 3 * random.normal()));
  const unique = members > 1 ? Math.max(1, peptides - random.integer(1, 4)) : peptides;
  const perMember = (first: number) =>
    Array.from({ length: members }, (_, rank) => Math.max(1, first - rank)).join(';');
  return [
    accessions,
    accessions,
    perMember(peptides),
    perMember(peptides),
    perMember(unique),
    names,
    genes,
    members,
    peptides,
    peptides,
    unique,
    significant(Math.min(96, peptides * 2.7 + 8 * random.uniform()), 3),
    kind === 'decoy' ? significant(0.01 * random.uniform(), 5) : 0,
    significant(peptides * 9 * random.logNormal(0, 0.3), 5),
    intensities.reduce((sum, intensity) => sum + intensity, 0),
    ...intensities,
    // LFQ needs a feature in two samples of a pair; its scale is the intensities', a little off.
    ...intensities.map((intensity) =>
      intensity === 0 ? 0 : Math.round((intensity * random.logNormal(0, 0.05)) / 10) * 10,
    ),
    peptides * random.integer(2, 6),
    kind === 'decoy' ? '+' : '',
    kind === 'decoy' ? '+' : '',
    kind === 'contaminant' ? '+' : '',
    id,
  ];
}
