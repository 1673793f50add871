import { geneColumns } from '../../../../server/src/rules/identifiers/geneColumns.ts';
import { numericColumns } from '../../../../server/src/values/rowValues.ts';
import { quietRows, readSound, type SoundTable } from './soundTable.ts';
import { rowWith } from './spoil.ts';

/** So many rows are enough for every rule that needs many. */
const enoughRows = 60;

const genes =
  'TP53 BRCA1 EGFR MYC KRAS PTEN RB1 AKT1 JUN FOS VEGFA CDK4 STAT3 NRAS HRAS BRAF PIK3CA NOTCH1 SMAD4 CTNNB1 APC ATM CHEK2 ERBB2 MET ALK RET KIT FLT3 JAK2 IDH1 TERT MDM2 CCND1 NF1 VHL WT1 GATA3 FOXA1 ESR1 AR SOX2 NANOG KLF4 IL6 TNF CXCL8 GAPDH ACTB TUBA1A ALB INS GCG LEP ADIPOQ PPARG HNF1A APOE LDLR PCSK9 HMGCR CYP3A4 ABCB1 SLC2A1 HK2 LDHA PKM ENO1 PGK1 TPI1'.split(
    ' ',
  );

/**
 * The same table with many more rows: copies of its own under other names with other numbers, all by what they are copies
 * of, so that what a long table repeats still repeats. Statistics stay, whose order must.
 */
export async function growTable(table: SoundTable): Promise<SoundTable | null> {
  const { profile, file, text } = table;
  const originals = quietRows(table);
  const last = originals.at(-1);
  if (last === undefined || originals.length >= enoughRows) return null;
  const rename = startNaming(table);
  const numeric = new Map(numericColumns(profile).map((column) => [column.index, column]));
  const naming = namingColumns(table);
  const rounds = Math.ceil(enoughRows / originals.length);
  const end = text.slice(last.start + last.text.length, last.next) || '\n';
  const lines: string[] = [];
  for (let round = 1; round <= rounds; round++) {
    for (const row of originals) {
      const cells = new Map<number, string>();
      for (const [cell, content] of row.cells.entries()) {
        if (naming.has(cell) && content.trim() !== '') cells.set(cell, rename(cell, content, round));
        else if (numeric.get(cell)?.role === 'value') cells.set(cell, scaled(content, round, cell));
      }
      lines.push(rowWith(table, row, cells));
    }
  }
  const head = text.slice(0, last.start + last.text.length) + end;
  return readSound(file, head + lines.map((line) => line + end).join('') + text.slice(last.next), null);
}

/** Columns that name what the rows are of; with samples in rows, the samples. */
function namingColumns({ profile }: SoundTable): ReadonlySet<number> {
  const { rowKey, moleculeKey, identity, columns, shape } = profile;
  const samples = columns.filter(({ role }) => role === 'sample-name').map(({ index }) => index);
  if (shape === 'samples-in-rows' || shape === 'sample-sheet') return new Set([...samples, ...rowKey]);
  const all = new Set([...rowKey, ...moleculeKey, identity?.column ?? -1]);
  for (const { index } of geneColumns(profile)) all.add(index);
  for (const index of samples) all.delete(index);
  return all;
}

function startNaming(table: SoundTable): (cell: number, name: string, round: number) => string {
  const geneCells = new Set(geneColumns(table.profile).map(({ index }) => index));
  const given = new Map<string, string>();
  const taken = new Set(table.rows.flatMap((row) => [...geneCells].map((cell) => row.cell(cell) ?? '')));
  const free = genes.filter((gene) => !taken.has(gene));
  return (cell, name, round) => {
    const id = `${name}\u0000${round}`;
    const known = given.get(id);
    if (known !== undefined) return known;
    const isSymbol = geneCells.has(cell) && /^[A-Z][A-Za-z0-9]{1,9}$/.test(name) && !/\d{5}/.test(name);
    const next = isSymbol ? (free.shift() ?? `${name}${round}`) : renamed(name, round);
    given.set(id, next);
    return next;
  };
}

const accession = /\b(?:[OPQ]\d[A-Z\d]{3}\d|[A-NR-Z]\d[A-Z][A-Z\d]{2}\d)\b/g;
const ensembl = /(ENS[A-Z]*)(\d{11})/g;

/** Another name of the same form. */
export function renamed(name: string, round: number): string {
  const other = name
    .replace(
      ensembl,
      (_, prefix: string, digits: string) => prefix + String(Number(digits) + round * 1_000_003).padStart(11, '0'),
    )
    .replace(accession, (id) => {
      const number = [...id].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 99_991, 7) + round * 7919;
      return `Q${String(number % 100_000).padStart(5, '0')}`;
    });
  if (other !== name) return other;
  if (/^\d+$/.test(name)) return String(Number(name) + round * 1000);
  if (/^\d+\.\d+$/.test(name)) return (Number(name) + round * 1.7).toFixed(name.length - name.indexOf('.') - 1);
  return name + 'ACDEFGHIKLMNPQRSTVWY'.charAt(round % 20).repeat(1 + Math.floor(round / 20));
}

/** Another number of the same magnitude and with as many digits behind the point. */
function scaled(content: string, round: number, cell: number): string {
  const match = /^-?\d+(?:\.(\d+))?$/.exec(content);
  const number = Number(content);
  if (!match || number === 0) return content;
  const factor = 1 + 0.25 * Math.sin(round * 7.3 + cell * 3.1 + (number % 17));
  return (number * factor).toFixed(match[1]?.length ?? 0);
}
