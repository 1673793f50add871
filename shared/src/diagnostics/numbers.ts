import type { DiagnosticEntry } from './entry.ts';

/** What is measured, and the figures computed from it. */
export const numbersDiagnostics = {
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
  'negative-count': { severity: 'error', blocks: true, meaning: 'A count is below zero.' },
  'non-integer-count': { severity: 'warning', blocks: false, meaning: 'A count is no whole number.' },
  'rounded-scientific': {
    severity: 'warning',
    blocks: false,
    meaning: 'A count was rounded by being written in scientific notation.',
  },
  'mixed-scale': {
    severity: 'warning',
    blocks: false,
    meaning: 'Some samples of a quantity are on a logarithmic scale and others are not.',
  },
  'scale-unknown': {
    severity: 'information',
    blocks: false,
    meaning: 'Nothing tells whether the values are logarithms.',
  },
  'tpm-sum': {
    severity: 'information',
    blocks: false,
    meaning: 'The values of every sample sum to a million, so that they are no counts.',
  },
  'imputed-suspected': {
    severity: 'information',
    blocks: false,
    meaning: 'One value repeats at the lower end of a sample, as if missing values had been filled in.',
  },
  'p-out-of-range': { severity: 'error', blocks: false, meaning: 'A p-value lies outside 0 to 1.' },
  'padj-below-p': { severity: 'warning', blocks: false, meaning: 'An adjusted p-value is smaller than its p-value.' },
  'padj-order': { severity: 'warning', blocks: false, meaning: 'An adjusted p-value falls while its p-value rises.' },
  'p-exactly-zero': { severity: 'information', blocks: false, meaning: 'A p-value is exactly 0.' },
  'negative-mean': { severity: 'error', blocks: false, meaning: 'A mean of counts is below zero.' },
} as const satisfies Record<string, DiagnosticEntry>;
