import type { DiagnosticEntry } from './entry.ts';

/** What the features are called. */
export const identifiersDiagnostics = {
  'excel-date-gene': {
    severity: 'error',
    blocks: false,
    meaning: 'A gene symbol was turned into a date by a spreadsheet.',
  },
  'excel-serial-date-gene': {
    severity: 'error',
    blocks: false,
    meaning: 'A gene symbol was turned into the number of a date by a spreadsheet.',
  },
  'excel-float-id': { severity: 'error', blocks: false, meaning: 'An id was turned into a number by a spreadsheet.' },
  'gene-symbol-renamed': {
    severity: 'information',
    blocks: false,
    meaning: 'A gene symbol has been renamed by the nomenclature committee.',
  },
  'ensembl-version-mixed': {
    severity: 'information',
    blocks: false,
    meaning: 'Some Ensembl ids have a version and others have none.',
  },
  'protein-id-invalid': {
    severity: 'error',
    blocks: false,
    meaning: 'A protein id is almost an accession of UniProt, and is none.',
  },
  'protein-id-case': {
    severity: 'information',
    blocks: false,
    meaning: 'An accession of UniProt is not written in capitals.',
  },
  'protein-fasta-header': {
    severity: 'information',
    blocks: false,
    meaning: 'A protein is named by the header of its FASTA entry.',
  },
  'protein-group-separator': {
    severity: 'warning',
    blocks: false,
    meaning: 'The members of a protein group are not separated by semicolons.',
  },
  'protein-group-repeats': {
    severity: 'warning',
    blocks: false,
    meaning: 'A protein group names a member more than once.',
  },
  'contaminant-row': { severity: 'information', blocks: false, meaning: 'A row is a contaminant.' },
  'decoy-row': {
    severity: 'information',
    blocks: false,
    meaning: 'A row is a decoy, or identified by a modification site only.',
  },
  'ambiguous-annotation': {
    severity: 'information',
    blocks: false,
    meaning: 'Several candidates stand for one measurement.',
  },
} as const satisfies Record<string, DiagnosticEntry>;
