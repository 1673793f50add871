/** How sure and how bad a finding is. */
export const severities = ['error', 'warning', 'information'] as const;
export type Severity = (typeof severities)[number];

/** What is said about a code: its usual severity, whether ingestion must be refused, and what it means in one sentence. */
export interface DiagnosticEntry {
  readonly severity: Severity;
  /** What would be stored would be wrong, so a person has to decide (`--allow-errors`). */
  readonly blocks: boolean;
  /** Refused even with `--allow-errors`: there is nothing sound to store. */
  readonly refused?: true;
  readonly meaning: string;
}
