import type { DiagnosticEntry } from './entry.ts';

/** What the samples are, and what their sheet says of them. */
export const samplesDiagnostics = {
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
  'blank-dominates': {
    severity: 'warning',
    blocks: false,
    meaning: 'The blanks of a feature reach the level of its samples.',
  },
} as const satisfies Record<string, DiagnosticEntry>;
