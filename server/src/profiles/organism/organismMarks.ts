import { knownOrganisms } from '#shared/organisms.ts';
import { isContaminantOrDecoy } from '../../identifiers/knownIds.ts';
import { nameOfTaxon, taxonOfName } from './organismNames.ts';

/** An organism as one cell names it. */
export interface Mark {
  /** NCBI taxon; null where the organism is named and not known. */
  readonly taxon: number | null;
  /** Scientific name, or the mark itself of an organism that is not known. */
  readonly name: string;
  /** What in the cell tells it, as `_HUMAN`; empty where the cell says it in so many words. */
  readonly by: string;
}

/** Reads the organisms that a cell names; none where it names none. */
export type MarkReader = (cell: string) => readonly Mark[];

/** Source: UniProt help, "Accession numbers" (https://www.uniprot.org/help/accession_numbers). */
const accession = '(?:[OPQ][0-9][A-Z0-9]{3}[0-9]|[A-NR-Z][0-9](?:[A-Z][A-Z0-9]{2}[0-9]){1,2})';

/**
 * A header of a UniProt FASTA file down to its entry name, `sp|P02768|ALBU_HUMAN`; the proteins of Sigma's standard UPS are
 * `P02768ups|ALBU_HUMAN_UPS`, and human.
 * Sources: UniProt help, "FASTA headers" (https://www.uniprot.org/help/fasta-headers); the FASTA file of UPS1 and UPS2.
 */
const fastaEntry = new RegExp(
  `^>?(?:(?:sp|tr)\\|[^|]+|${accession}(?:-\\d+|ups)?)\\|[A-Z0-9]{1,10}_([A-Z0-9]{3,5})(?:_UPS)?(?![A-Z0-9_])`,
);

/**
 * An entry name standing alone: of Swiss-Prot at most five characters, of TrEMBL the accession, then the code of the
 * organism. Source: UniProt help, "Entry name" (https://www.uniprot.org/help/entry_name).
 */
const entryName = new RegExp(`^(?:[A-Z0-9]{1,5}|${accession})_([A-Z0-9]{3,5})$`);

/** An Ensembl stable id down to its number. Source: https://www.ensembl.org/info/genome/stable_ids/index.html. */
const ensemblId = /^(?:ENSEMBL:)?((ENS(?:[A-Z]{3})?)[EGTP])\d{11}(?!\d)/;

const byCode = new Map(knownOrganisms.map(({ entryCode, taxon }) => [entryCode, taxon]));
const byPrefix = new Map(knownOrganisms.map(({ ensembl, taxon }) => [ensembl, taxon]));

/**
 * `OX=9606` and `OS=Homo sapiens` in descriptions as UniProt's FASTA headers have them; the taxon says more than the name.
 * Source: UniProt help, "FASTA headers".
 */
export function readFastaFields(cell: string): readonly Mark[] {
  if (!cell.includes('OX=') && !cell.includes('OS=')) return [];
  const names = [...cell.matchAll(/\bOS=([^=;|]*?)(?=\s+[A-Z]{2}=|[;|]|$)/g)].map((match) => (match[1] ?? '').trim());
  const taxa = [...cell.matchAll(/\bOX=(\d+)/g)].map((match) => Number(match[1]));
  if (taxa.length > 0) {
    return taxa.map((taxon, at) => ({ taxon, name: nameOfTaxon(taxon, names[at] ?? null), by: `OX=${taxon}` }));
  }
  return names.filter((name) => name !== '').map((name) => namedMark(taxonOfName(name), name, `OS=${name}`));
}

/** Entry names inside FASTA headers, of every member of a group. */
export function readFastaEntries(cell: string): readonly Mark[] {
  return cell.includes('|') ? codesOf(cell, fastaEntry) : [];
}

/** Entry names that stand alone, of every member of a group. */
export function readEntryNames(cell: string): readonly Mark[] {
  return cell.includes('_') && !cell.includes('|') ? codesOf(cell, entryName) : [];
}

/** Ensembl ids, of every member of a group. */
export function readEnsemblIds(cell: string): readonly Mark[] {
  return membersOf(cell).flatMap((member): Mark[] => {
    const [, letters, prefix] = ensemblId.exec(member) ?? [];
    if (letters === undefined || prefix === undefined) return [];
    return [namedMark(byPrefix.get(prefix) ?? null, prefix, letters)];
  });
}

function codesOf(cell: string, pattern: RegExp): readonly Mark[] {
  return membersOf(cell).flatMap((member): Mark[] => {
    const code = pattern.exec(member)?.[1];
    return code === undefined ? [] : [namedMark(byCode.get(code) ?? null, `_${code}`, `_${code}`)];
  });
}

function namedMark(taxon: number | null, given: string, by: string): Mark {
  return { taxon, name: taxon === null ? given : nameOfTaxon(taxon, given), by };
}

/** The members of a group, without contaminants and decoys. */
export function membersOf(cell: string): readonly string[] {
  return cell
    .split(/[;,]/)
    .map((member) => member.trim())
    .filter((member) => member !== '' && !isContaminantOrDecoy(member));
}
