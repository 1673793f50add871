import type { Encoding } from '#shared/dataset.ts';
import type { Finding, Fix, TextEdit } from '#shared/diagnostics.ts';
import type { RuleSettings } from '#shared/ruleSettings.ts';

/** The safe fixes that can be made at once. */
export interface FixPlan {
  /** By offset, none overlapping another. */
  readonly edits: readonly TextEdit[];
  /** The encoding to save in, where a fix is about that; else null. */
  readonly saveAs: Encoding | null;
  /** The findings that they mend. */
  readonly mended: readonly Finding[];
}

/** Of which findings the fixes are made; of all where nothing is said. */
export interface FixScope {
  /** Only of these codes. */
  readonly codes?: readonly string[];
  /** Only those that sit at this cell of their record, 0-based: in one column. */
  readonly cell?: number;
  /** Not of those that a person has turned off. */
  readonly levels?: RuleSettings;
}

/** A safe fix that is to be made, with the finding it mends. */
interface Candidate {
  readonly finding: Finding;
  readonly fix: Fix;
  readonly edits: readonly TextEdit[];
  refused: boolean;
}

/** An edit and whose it is. */
interface OwnedEdit {
  readonly edit: TextEdit;
  readonly owner: Candidate;
}

/**
 * Chooses of the findings' safe fixes those that don't get in each other's way. A fix
 * is made whole or not at all. Of two that overlap the one with fewer edits is made, so that a cell is mended before its
 * column; the other is found again in the next round.
 */
export function planFixes(findings: readonly Finding[], scope: FixScope = {}): FixPlan {
  const candidates = findings.flatMap((finding) => candidateOf(finding, scope));
  const edits = candidates.flatMap((owner) => owner.edits.map((edit) => ({ edit, owner })));
  edits.sort((one, other) => one.edit.start - other.edit.start || one.edit.end - other.edit.end);
  refuseOverlaps(edits);
  const chosen = candidates.filter((candidate) => !candidate.refused);
  return {
    edits: edits.filter(({ owner }) => !owner.refused).map(({ edit }) => edit),
    saveAs: chosen.find(({ fix }) => fix.saveAs)?.fix.saveAs ?? null,
    mended: chosen.map(({ finding }) => finding),
  };
}

function candidateOf(finding: Finding, { codes, cell, levels }: FixScope): Candidate[] {
  if (levels?.[finding.code] === 'off') return [];
  if (codes && !codes.includes(finding.code)) return [];
  if (cell !== undefined && finding.cell !== cell) return [];
  const fix = finding.fixes.find(({ safe }) => safe);
  return fix ? [{ finding, fix, edits: fix.edits, refused: false }] : [];
}

/** One sweep over the edits in order: where two overlap the greater fix gives way. */
function refuseOverlaps(edits: readonly OwnedEdit[]): void {
  let last: OwnedEdit | null = null;
  for (const next of edits) {
    if (next.owner.refused) continue;
    if (last && !last.owner.refused && overlap(last.edit, next.edit)) {
      const nextGivesWay = next.owner.edits.length >= last.owner.edits.length;
      (nextGivesWay ? next : last).owner.refused = true;
      if (nextGivesWay) continue;
    }
    last = next;
  }
}

/** Edits in order overlap where the first reaches into the second, or both insert at one place. */
function overlap(first: TextEdit, second: TextEdit): boolean {
  return second.start < first.end || (second.start === first.start && second.end === first.end);
}
