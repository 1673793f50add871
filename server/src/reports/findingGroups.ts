import { severities } from '#shared/diagnostics/entry.ts';
import type { DiagnosticCode, Finding } from '#shared/diagnostics.ts';

/** Findings of one code and severity, in the order of the file. */
export interface FindingGroup {
  readonly code: DiagnosticCode;
  readonly severity: Finding['severity'];
  readonly findings: readonly Finding[];
}

/** The findings by code: the gravest first, and within a severity the code that comes first in the file. */
export function groupFindings(findings: readonly Finding[]): readonly FindingGroup[] {
  const groups = new Map<string, FindingGroup & { readonly findings: Finding[] }>();
  for (const finding of findings) {
    const { code, severity } = finding;
    const group = groups.get(`${severity} ${code}`) ?? { code, severity, findings: [] };
    group.findings.push(finding);
    groups.set(`${severity} ${code}`, group);
  }
  return [...groups.values()].sort((a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity));
}
