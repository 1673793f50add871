import type { Shape } from '#shared/dataset.ts';
import { type DiagnosticCode, diagnostics, type Finding } from '#shared/diagnostics.ts';
import { AmprentaError } from '#shared/errors.ts';
import type { RejectedRow } from './draft.ts';

/** Of a repeated sample all copies are kept, told apart by their place; every other finding that blocks a row keeps it out. */
export function rowsToReject(findings: readonly Finding[]): RejectedRow[] {
  const rows = new Map<number, { line: number; codes: Set<DiagnosticCode> }>();
  for (const finding of findings) {
    if (!finding.blocks || finding.row === null || finding.code === 'duplicate-sample') continue;
    const rejected = rows.get(finding.row) ?? { line: finding.range.startLine, codes: new Set() };
    rejected.codes.add(finding.code);
    rows.set(finding.row, rejected);
  }
  return [...rows].map(([row, { line, codes }]) => ({ row, line, codes: [...codes] })).sort((a, b) => a.row - b.row);
}

/**
 * Refuses a table of which nothing sound can be stored, or about which a person has to decide first.
 * @throws invalidInput
 */
export function refuseUnsound(name: string, findings: readonly Finding[], allowErrors: boolean): void {
  const blocking = findings.filter((finding) => finding.blocks);
  const final = blocking.filter(isRefused);
  const [first] = final.length > 0 ? final : blocking;
  if (first && (final.length > 0 || !allowErrors)) {
    const others = final.length === 0 && blocking.length > 1 ? ` (and ${blocking.length - 1} more)` : '';
    const remedy =
      final.length > 0
        ? 'Nothing was stored; mend the file and ingest it again.'
        : 'Nothing was stored; mend the file, or use --allow-errors to ingest the sound rows.';
    throw new AmprentaError(
      'invalidInput',
      `${name}:${first.range.startLine + 1}: ${first.message}${others} ${remedy}`,
    );
  }
}

/**
 * Refuses a table that is by its kind no measurement.
 * @throws invalidInput
 */
export function refuseUnmeasured(name: string, shape: Shape): void {
  if (shape === 'sample-sheet' || shape === 'annotation') {
    const what = shape === 'sample-sheet' ? 'a sample sheet' : 'an annotation table';
    throw new AmprentaError(
      'invalidInput',
      `${name} is ${what}: nothing in it is measured, so there is no dataset to store. Ingest the table with the measurements.`,
    );
  }
}

/**
 * Refuses a table that has no row left.
 * @throws invalidInput
 */
export function refuseEmpty(name: string, rowCount: number): void {
  if (rowCount > 0) return;
  throw new AmprentaError(
    'invalidInput',
    `${name}: no row is sound, so nothing was stored. Mend the file and ingest it again.`,
  );
}

/** Of what blocks, what is refused whatever the person says: there is nothing sound to store, or its text can't be read. */
function isRefused({ code }: Finding): boolean {
  return 'refused' in diagnostics[code] || code === 'encoding-not-utf8';
}
