import type { IdNamespace } from '#shared/dataset.ts';

/** Tells one raw id of a namespace: answers its normal name, or null where it is none. */
type Recogniser = (raw: string) => string | null;

/**
 * UniProt accessions, anchored as a whole alternation, with the number of an isoform.
 * Source: UniProt help, "Accession numbers" and "Alternative products" (https://www.uniprot.org/help/accession_numbers).
 */
const uniprotAccession = /^(?:[OPQ][0-9][A-Z0-9]{3}[0-9]|[A-NR-Z][0-9](?:[A-Z][A-Z0-9]{2}[0-9]){1,2})(?:-[0-9]+)?$/;

/**
 * A header of a UniProt FASTA file: `sp|ACCESSION|ENTRY_NAME`, `tr|…`.
 * Source: UniProt help, "FASTA headers" (https://www.uniprot.org/help/fasta-headers).
 */
const fastaHeader = /^(?:sp|tr)\|([^|]+)\|[A-Z0-9]+(?:_[A-Z0-9]+)?$/;

/**
 * Ensembl stable ids of genes, transcripts and proteins: `ENS`, three or four letters for a species other than human,
 * the kind, eleven digits, and a version; mouse strains have `MGP_STRAIN_G0000001`. GENCODE marks the copy on the
 * Y chromosome with `_PAR_Y`, which stays part of the id, since it is another gene.
 * Sources: https://www.ensembl.org/info/genome/stable_ids/index.html, https://www.gencodegenes.org/pages/faq.html.
 */
const ensemblId = /^(ENS(?:[A-Z]{3,4})?[GTP]\d{11}|MGP_[A-Za-z0-9]+_[GTP]\d{7})(?:\.\d+)?(_PAR_Y)?$/;

/**
 * HMDB accessions: five digits until version 3.6, seven since 4.0.
 * Source: Wishart et al. 2018, HMDB 4.0, doi 10.1093/nar/gkx1089.
 */
const hmdbId = /^HMDB(\d{5}|\d{7})$/;

/** KEGG compounds, drugs and glycans. Source: KEGG object identifiers (https://www.genome.jp/kegg/kegg3.html). */
const keggId = /^[CDG]\d{5}$/;

/** ChEBI ids with their prefix. Source: ChEBI user manual; identifiers.org registry entry `chebi`. */
const chebiId = /^CHEBI:\d+$/;

/**
 * Standard and non-standard InChIKeys: 14 letters, 8 letters with the flags of kind and version, the protonation.
 * Source: InChI technical manual, "InChIKey" (https://www.inchi-trust.org).
 */
const inchiKey = /^[A-Z]{14}-[A-Z]{8}[NS][A-Z]-[A-Z]$/;

/**
 * LIPID MAPS ids: `LM`, category, main and sub class, four characters within it; two more with a fourth class level.
 * Source: Fahy et al. 2005, doi 10.1194/jlr.E400004-JLR200; identifiers.org registry entry `lipidmaps`.
 */
const lipidMapsId = /^LM(?:FA|GL|GP|SP|ST|PR|SL|PK)\d{4}[0-9A-Z]{4}(?:\d{2})?$/;

/**
 * Prefixes by which search engines mark contaminants and decoys: MaxQuant `CON__`, `REV__`; FragPipe `contam_`, `rev_`;
 * DIA-NN libraries `Cont_`; Comet, Sage and OpenMS `DECOY_`; X!Tandem `###REV###`.
 * Sources: the tools' manuals; Frankenfield et al. 2022, doi 10.1021/acs.jproteome.2c00145 (`Cont_`).
 */
const foreignPrefix = /^(?:(?:CON|REV)__|contam_|cont_|rev_|reverse_|decoy_|xxx_|###(?:REV|RND)###)/i;

/** True for a contaminant or a decoy by the prefix of its id: such entries never link to a protein. */
export function isContaminantOrDecoy(raw: string): boolean {
  return foreignPrefix.test(raw);
}

function accession(raw: string): string | null {
  const header = fastaHeader.exec(raw);
  const id = header?.[1] ?? raw;
  return uniprotAccession.test(id) ? id : null;
}

function ensembl(raw: string): string | null {
  const parts = ensemblId.exec(raw);
  return parts ? `${parts[1]}${parts[2] ?? ''}` : null;
}

function hmdb(raw: string): string | null {
  const parts = hmdbId.exec(raw);
  return parts?.[1] ? `HMDB${parts[1].padStart(7, '0')}` : null;
}

function matching(pattern: RegExp): Recogniser {
  return (raw) => (pattern.test(raw) ? raw : null);
}

const recognisers: Readonly<Record<IdNamespace, Recogniser>> = {
  ensembl,
  uniprot: accession,
  hmdb,
  kegg: matching(keggId),
  chebi: matching(chebiId),
  inchikey: matching(inchiKey),
  lipidmaps: matching(lipidMapsId),
};

/**
 * The normal name of an id: version split off (Ensembl), seven digits (HMDB), the accession of a FASTA header (UniProt,
 * isoform kept); null where the text is no id of this namespace, and for contaminants and decoys. Nothing is guessed:
 * blanks around it, another case, a further prefix make it no id.
 */
export function recognizeId(namespace: IdNamespace, raw: string): string | null {
  return recognisers[namespace](raw);
}
