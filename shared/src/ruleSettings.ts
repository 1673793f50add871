import { type Severity, severities } from './diagnostics/entry.ts';
import type { DiagnosticCode } from './diagnostics.ts';

/** What a person may say of a code: that its findings have another severity, or are not shown. */
export const ruleLevels = [...severities, 'off'] as const;
export type RuleLevel = (typeof ruleLevels)[number];

/** What a person says of some codes; of the others their own severities hold. */
export type RuleSettings = Readonly<Partial<Record<DiagnosticCode, RuleLevel | undefined>>>;

/** How many findings of one code the editor shows one by one, unless a person says otherwise. */
export const usualMaximumShown = 200;

/**
 * With which severity a finding is shown; null where it is not shown. What blocks ingestion is always shown, and blocks
 * whatever its severity: what would be stored would be wrong.
 */
export function shownSeverity(
  { severity, blocks }: { readonly severity: Severity; readonly blocks: boolean },
  level: RuleLevel | undefined,
): Severity | null {
  if (level === undefined) return severity;
  if (level !== 'off') return level;
  return blocks ? severity : null;
}

/** The same, but that none of these codes is off: a person has asked for them by name. */
export function withoutOff(levels: RuleSettings, codes: readonly DiagnosticCode[]): RuleSettings {
  const asked = new Set<string>(codes);
  return Object.fromEntries(Object.entries(levels).filter(([code, level]) => level !== 'off' || !asked.has(code)));
}
