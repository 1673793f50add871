import { isContaminantOrDecoy } from './knownIds.ts';

/** The header of an entry of a UniProt FASTA file, with or without its mark and its description. */
const header = /^>?(?:sp|tr)\|([^|\s]+)\|[^|\s]+(?:\s.*)?$/;

/** Ids that other databases and lists give out. */
const otherDatabases =
  /^(?:(?:ENSEMBL|REFSEQ|TREMBL|SWISS-PROT|VEGA|H-INV|UPS|gi|ref|gb|emb|dbj|pir|prf|pdb|gnl|lcl|IPI|NCBI)[:|]|ENS[A-Z]*[GTP]\d|[ANXYW]P_\d|UPI[0-9A-F]{10}|IPI\d{8}|iRT\b|HIT\d|cRAP|Biognosys)/i;
/** Decoys by a small r (`rP36124`), standards and sequence versions by what is put behind (`O76070ups`, `P35908v2`). */
const marked = /^r[A-Z]\d|(?:ups|UPS|v\d+)$/;

/** The accession that a FASTA header names, whether it is one or not; null where the text is no such header. */
export function accessionOfHeader(id: string): string | null {
  return header.exec(id)?.[1] ?? null;
}

/**
 * True for ids that are rightly no accession of UniProt in a column of accessions: contaminants, decoys, standards, other
 * databases.
 * Sources: the contaminant lists of MaxQuant and cRAP; Biognosys' iRT kit; Sigma's UPS; RefSeq and UniParc accessions.
 */
export function isForeignProteinId(id: string): boolean {
  return isContaminantOrDecoy(id) || otherDatabases.test(id) || marked.test(id);
}

/** The members of a group of proteins, blanks around them removed; a cell without the separator is one. */
export function groupMembers(cell: string, separator: string): readonly string[] {
  return cell.includes(separator) ? cell.split(separator).map((member) => member.trim()) : [cell.trim()];
}

/** The cell with each member of its group changed, and nothing else. */
export function changeMembers(cell: string, separator: string, change: (member: string) => string): string {
  return cell
    .split(separator)
    .map((part) => part.replace(part.trim(), () => change(part.trim())))
    .join(separator);
}
