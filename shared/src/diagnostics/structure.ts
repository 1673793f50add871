import type { DiagnosticEntry } from './entry.ts';

/** How the table is put together. */
export const structureDiagnostics = {
  'empty-table': {
    severity: 'error',
    blocks: true,
    refused: true,
    meaning: 'The file has no header or no data row.',
  },
  'no-feature-column': {
    severity: 'error',
    blocks: true,
    refused: true,
    meaning: 'No column names or identifies the features.',
  },
  'no-sample-column': {
    severity: 'error',
    blocks: true,
    refused: true,
    meaning: 'No column holds measured values.',
  },
  'ragged-row': {
    severity: 'error',
    blocks: true,
    meaning: 'A row has fewer or more cells than the header.',
  },
  'unclosed-quote': {
    severity: 'error',
    blocks: true,
    meaning: 'A quote opens a cell and nothing closes it.',
  },
  'encoding-not-utf8': {
    severity: 'warning',
    blocks: false,
    meaning: 'The file is not UTF-8; where bytes cannot be decoded this is an error that blocks.',
  },
  bom: { severity: 'information', blocks: false, meaning: 'The file begins with a byte order mark.' },
  'mixed-line-endings': {
    severity: 'warning',
    blocks: false,
    meaning: 'The file ends its lines in more than one way.',
  },
  'blank-row': { severity: 'warning', blocks: false, meaning: 'A line without content stands between rows.' },
  'outer-space': { severity: 'warning', blocks: false, meaning: 'Blanks stand around the content of a cell.' },
  'invisible-character': {
    severity: 'warning',
    blocks: false,
    meaning: 'A cell holds a character that cannot be seen.',
  },
  'duplicate-sample': {
    severity: 'error',
    blocks: true,
    meaning: 'Two samples of one quantity have the same name.',
  },
  'duplicate-feature-id': {
    severity: 'warning',
    blocks: false,
    meaning: 'A row key stands on several rows; identical copies of a whole row are an error.',
  },
  'repeated-value-differs': {
    severity: 'warning',
    blocks: false,
    meaning:
      'A value that a long table repeats on several rows (of a protein on its precursors) is not the same on all.',
  },
  'columns-identical': { severity: 'warning', blocks: false, meaning: 'Two samples have the same values throughout.' },
  'empty-column': { severity: 'information', blocks: false, meaning: 'A sample has no value at all.' },
  'constant-column': { severity: 'information', blocks: false, meaning: 'All values of a sample are the same.' },
  'sample-name-is-path': {
    severity: 'information',
    blocks: false,
    meaning: 'A sample is named by the path of its raw file.',
  },
  'summary-row': {
    severity: 'warning',
    blocks: false,
    meaning: 'A row summarises others; it is kept in the file and out of the features.',
  },
} as const satisfies Record<string, DiagnosticEntry>;
