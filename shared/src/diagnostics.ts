/**
 * What can be wrong in a table: one table of codes, which reports, the editor, settings and documentation are made from.
 */

import type { Encoding } from './dataset.ts';
import type { OffsetRange, TextRange } from './positions.ts';

/** How sure and how bad a finding is. */
export const severities = ['error', 'warning', 'information'] as const;
export type Severity = (typeof severities)[number];

/** What is said about each code: its usual severity, whether ingestion must be refused, and what it means in one sentence. */
interface DiagnosticEntry {
  readonly severity: Severity;
  /** What would be stored would be wrong, so a person has to decide (`--allow-errors`). */
  readonly blocks: boolean;
  /** Refused even with `--allow-errors`: there is nothing sound to store. */
  readonly refused?: true;
  readonly meaning: string;
}

/** Every code. A rule may report a milder or a graver severity in the cases its documentation names. */
export const diagnostics = {
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
  'summary-row': {
    severity: 'warning',
    blocks: false,
    meaning: 'A row summarises others; it is kept in the file and out of the features.',
  },
  'not-a-number': { severity: 'error', blocks: true, meaning: 'A measured value is text.' },
  'missing-token': {
    severity: 'warning',
    blocks: false,
    meaning: 'A column writes missing values in several ways, or in an unusual one.',
  },
  'spreadsheet-error': { severity: 'error', blocks: true, meaning: "A cell holds a spreadsheet's error value." },
  'decimal-comma': {
    severity: 'warning',
    blocks: false,
    meaning: 'Numbers are written with a decimal comma; where it could be a thousands separator this blocks.',
  },
  'thousands-separator': {
    severity: 'error',
    blocks: true,
    meaning: 'A number is written with a thousands separator among plain numbers.',
  },
  'non-finite': { severity: 'error', blocks: true, meaning: 'A measured value is infinite.' },
  'sample-not-in-sheet': {
    severity: 'error',
    blocks: false,
    meaning: 'The sample sheet lacks a sample of the table.',
  },
  'sample-not-in-matrix': {
    severity: 'error',
    blocks: false,
    meaning: 'The table lacks samples that its sample sheet names.',
  },
  'sample-name-near-miss': {
    severity: 'warning',
    blocks: false,
    meaning: 'A sample is written almost as one of the sample sheet.',
  },
  'batch-equals-group': {
    severity: 'warning',
    blocks: false,
    meaning: 'Every batch holds one group only, so that the two cannot be told apart.',
  },
  'group-too-small': { severity: 'information', blocks: false, meaning: 'A group has fewer than three samples.' },
  'qc-missing': {
    severity: 'information',
    blocks: false,
    meaning: 'The order of injections is given, and no sample is a QC or a pool.',
  },
} as const satisfies Record<string, DiagnosticEntry>;

/** A diagnostic code. */
export type DiagnosticCode = keyof typeof diagnostics;

/** A change of a stretch of the decoded text. */
export interface TextEdit extends OffsetRange {
  readonly newText: string;
}

/** A way to mend what was found. */
export interface Fix {
  /** What it does, in the imperative: `Remove the blanks around the cell`. */
  readonly title: string;
  /** True where nothing but the defect changes, so that it may be applied without being asked about. */
  readonly safe: boolean;
  readonly edits: readonly TextEdit[];
  /** The encoding the file is to be saved in, where the fix is about that. */
  readonly saveAs?: Encoding;
}

/** Something that is wrong, or worth knowing, at one place of a table. */
export interface Finding {
  readonly code: DiagnosticCode;
  readonly severity: Severity;
  readonly blocks: boolean;
  readonly range: TextRange;
  /** Cell of the record, 0-based; -1 is the whole line. */
  readonly cell: number;
  /** What is wrong and what to do, in one or two sentences. */
  readonly message: string;
  readonly fixes: readonly Fix[];
  /** Data row that the finding is about, 0-based; null for a finding about the file, the header or a column. */
  readonly row: number | null;
}
