/**
 * What can be wrong in a table: one table of codes, which reports, the editor, settings and documentation are made from.
 */

import type { Encoding } from './dataset.ts';
import type { DiagnosticEntry, Severity } from './diagnostics/entry.ts';
import { identifiersDiagnostics } from './diagnostics/identifiers.ts';
import { numbersDiagnostics } from './diagnostics/numbers.ts';
import { samplesDiagnostics } from './diagnostics/samples.ts';
import { structureDiagnostics } from './diagnostics/structure.ts';
import type { OffsetRange, TextRange } from './positions.ts';

/** Every code, by what it is about. A rule may report a milder or a graver severity in the cases its documentation names. */
export const diagnosticSections = {
  structure: structureDiagnostics,
  numbers: numbersDiagnostics,
  identifiers: identifiersDiagnostics,
  samples: samplesDiagnostics,
} as const;

/** Every code. */
export const diagnostics = {
  ...structureDiagnostics,
  ...numbersDiagnostics,
  ...identifiersDiagnostics,
  ...samplesDiagnostics,
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
