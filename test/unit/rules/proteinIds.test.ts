import { describe, expect, it } from 'vitest';
import type { Finding } from '#shared/diagnostics.ts';
import { findingsOf, found, mend } from './judged.ts';

const accessions: readonly string[] = [
  'P04637',
  'P38398',
  'P00533-2',
  'A0A024R161',
  'Q9Y6K9;P01106',
  'P01116',
  'P60484',
  'P06400',
  'P31749',
  'P05412',
  'P01100',
  'P15692',
  'P11802',
  'Q96T23',
  'O13297',
  'P00558',
  'P04406',
  'P60709',
  'P68871',
  'P69905',
  'P02768',
];

/** A table of proteins with more ids behind the sound ones, as some tool writes it. */
type Writer = (ids: readonly string[]) => string;

const diann: Writer = (ids) =>
  table('Protein.Group\tProtein.Names\tGenes\tFirst.Protein.Description\tr1.raw\tr2.raw', ids, (id, at) =>
    [id, 'X_HUMAN', '', 'x', `${at}.5`, `${at + 2}.25`].join('\t'),
  );
const maxquant: Writer = (ids) =>
  table('Protein IDs\tMajority protein IDs\tPeptides\tIntensity a\tIntensity b\tid', ids, (id, at) =>
    [id, 'P12345', '3', `${at * 1000 + 17}`, `${at * 900 + 13}`, at].join('\t'),
  );
const plain: Writer = (ids) =>
  table('protein,a,b', ids, (id, at) => `${/[,"]/.test(id) ? `"${id}"` : id},${at}.5,${at + 2}.25`);

function table(header: string, ids: readonly string[], line: (id: string, at: number) => string): string {
  return [header, ...[...accessions, ...ids].map((id, at) => line(id, at + 1))].join('\n').concat('\n');
}

const writers: readonly (readonly [string, Writer])[] = [
  ['DIA-NN', diann],
  ['MaxQuant', maxquant],
  ['nobody in particular', plain],
];

const proteinFindings = async (text: string): Promise<readonly string[]> =>
  (await found(text)).filter((finding) => finding.includes('protein-'));

const first = async (text: string): Promise<Finding> => {
  const [finding] = (await findingsOf(text)).filter(({ code }) => code.startsWith('protein-'));
  expect(finding).toBeDefined();
  return finding as Finding;
};

const line = accessions.length + 2;

describe.each(writers)('a table of proteins as written by %s', (_, write) => {
  it.each([
    ['P0463O', `${line}:1 protein-id-invalid error`],
    ['P1234', `${line}:1 protein-id-invalid error`],
    ['A0A024R16', `${line}:1 protein-id-invalid error`],
    ['A0A0241161', `${line}:1 protein-id-invalid error`],
    ['P0463O-2', `${line}:1 protein-id-invalid error`],
    ['sp|P0463O|P53_HUMAN', `${line}:1 protein-id-invalid error`],
    ['P12345;P0463O', `${line}:1 protein-id-invalid error`],
    ['orf19.1026', `${line}:1 protein-id-invalid information`],
    ['p12345', `${line}:1 protein-id-case information`],
    ['P12345;q9y6k8-2', `${line}:1 protein-id-case information`],
    ['sp|P12345|AATM_RABIT', `${line}:1 protein-fasta-header information`],
    ['>tr|A0A024R162|A0A024R162_HUMAN A protein OS=Homo sapiens', `${line}:1 protein-fasta-header information`],
    ['P12345,Q9Y6K8', `${line}:1 protein-group-separator warning`],
    ['P12345/Q9Y6K8', `${line}:1 protein-group-separator warning`],
    ['P12345|Q9Y6K8', `${line}:1 protein-group-separator warning`],
    ['P12345 Q9Y6K8', `${line}:1 protein-group-separator warning`],
    ['P12345;P12345', `${line}:1 protein-group-repeats warning`],
  ])('finds what is wrong with %s, and nothing else', async (id, finding) => {
    expect(await proteinFindings(write([id]))).toEqual([finding]);
  });

  it.each([
    ['p12345', 'P12345'],
    ['P12345;q9y6k8-2', 'P12345;Q9Y6K8-2'],
    ['P12345; q9y6k8', 'P12345; Q9Y6K8'],
    ['sp|P12345|AATM_RABIT', 'P12345'],
    ['P12345;sp|Q9Y6K8|KAD5_HUMAN', 'P12345;Q9Y6K8'],
    ['P12345, Q9Y6K8', 'P12345;Q9Y6K8'],
    ['P12345/Q9Y6K8', 'P12345;Q9Y6K8'],
    ['P12345;P12346;P12345', 'P12345;P12346'],
  ])('mends %s to %s, after which nothing is found', async (id, mended) => {
    const text = write([id]);
    const after = mend(text, await first(text));
    expect(after).toBe(write([mended]));
    expect(await proteinFindings(after)).toEqual([]);
  });

  it.each([
    'CON__P35908v2',
    'REV__P0463O',
    'rP36124',
    'O76070ups',
    'ENSEMBL:ENSBTAP00000007350',
    'REFSEQ:XP_001252647',
    'iRT-pepA',
    'contam_sp|P00761|TRYP_PIG',
    'UPI0000000001',
    'P12345; Q9Y6K8',
    'P12345-1;P12345-2',
    '',
  ])('is content with %s', async (id) => {
    expect(await proteinFindings(write([id]))).toEqual([]);
  });
});

describe('habits of a whole column', () => {
  const headers = accessions.map((id, at) => `sp|${id.slice(0, 6)}|P${at}_HUMAN`);

  it('is silent where all proteins are FASTA headers', async () => {
    const text = ['protein\ta\tb', ...headers.map((id, at) => `${id}\t${at}.5\t${at + 2}.25`)].join('\n');
    expect(await proteinFindings(text)).toEqual([]);
  });

  it('is silent where commas separate all groups of a table', async () => {
    expect(
      await proteinFindings(
        plain(['P12345,Q9Y6K8', 'P12346,Q9Y6K7', 'P12347,Q9Y6K6'].concat('P12348')).replaceAll(';', ','),
      ),
    ).toEqual([]);
  });

  it('takes gene symbols of the form of an accession for what the column is: genes', async () => {
    const symbols = [
      'P2RX4',
      'P4HA1',
      'P3H1',
      'P2RY2',
      'TP53',
      'BRCA1',
      'EGFR',
      'MYC',
      'KRAS',
      'O3FAR1',
      'P2RX7',
      'P4HB',
    ];
    const text = ['gene\ta\tb', ...symbols.map((id, at) => `${id}\t${at}\t${at + 2}`)].join('\n');
    expect(await found(text)).toEqual([]);
  });

  it('is silent about accessions that only annotate', async () => {
    const text = table(
      'gene\tUniProt\ta\tb',
      ['P0463O'],
      (id, at) => `ENSG00000${String(100000 + at)}\t${id}\t${at}\t${at + 2}`,
    );
    expect(await proteinFindings(text)).toEqual([]);
  });
});

describe('contaminant-row and decoy-row', () => {
  const marksIn = async (text: string): Promise<readonly string[]> =>
    (await found(text)).filter((finding) => finding.includes('-row'));

  it('are told by the prefix of the id where the tool has no column for them', async () => {
    expect(await marksIn(diann(['Cont_P00761', 'CON__P00761', 'REV__P04637', 'P12345;CON__P00761']))).toEqual([
      `${line}:1 contaminant-row information`,
      `${line + 1}:1 contaminant-row information`,
      `${line + 2}:1 decoy-row information`,
    ]);
  });

  it('are told by the columns of the tool where it has them, a row that is both decoy and by site once', async () => {
    const header = 'Protein IDs\tMajority protein IDs\tPeptides\tIntensity a\tIntensity b\tid';
    const marks = ['+\t\t', '\t+\t', '\t\t+', '+\t+\t'];
    const text = table(
      `${header}\tOnly identified by site\tReverse\tPotential contaminant`,
      ['CON__P00761'],
      (id, at) => [id, id, 3, at * 1000 + 17, at * 900 + 13, at, marks[at - 1] ?? '\t\t'].join('\t'),
    );
    expect(await marksIn(text)).toEqual([
      '2:7 decoy-row information',
      '3:8 decoy-row information',
      '4:9 contaminant-row information',
      '5:8 decoy-row information',
    ]);
  });

  it('are silent in tables of genes', async () => {
    expect(await marksIn('gene\ta\tb\nREV_1\t1\t2\nTP53\t2\t3\nEGFR\t4\t5\nMYC\t6\t7\n')).toEqual([]);
  });
});
