import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver-types';
import type { DiagnosticCode, Finding, Severity } from '#shared/diagnostics.ts';
import { rangeOf } from './places.ts';

/** The most diagnostics of one code that are shown one by one. */
const mostPerCode = 200;

const severityOf = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
} as const satisfies Record<Severity, DiagnosticSeverity>;

/** A finding as the editor shows it. */
export function diagnosticOf(finding: Finding, markUnits: number): Diagnostic {
  const { code, severity, message } = finding;
  return {
    range: rangeOf(finding.range, markUnits),
    severity: severityOf[severity],
    code,
    source: 'amprenta',
    message,
  };
}

/** All findings as the editor shows them; of a code with very many, the first ones and at the next one how many more. */
export function diagnosticList(findings: readonly Finding[], markUnits: number): Diagnostic[] {
  const counts = new Map<DiagnosticCode, number>();
  for (const { code } of findings) counts.set(code, (counts.get(code) ?? 0) + 1);
  const shown = new Map<DiagnosticCode, number>();
  return findings.flatMap((finding) => {
    const before = shown.get(finding.code) ?? 0;
    if (before > mostPerCode) return [];
    shown.set(finding.code, before + 1);
    const diagnostic = diagnosticOf(finding, markUnits);
    const more = (counts.get(finding.code) ?? 0) - mostPerCode;
    return before < mostPerCode || more === 1
      ? [diagnostic]
      : [{ ...diagnostic, message: `${more.toLocaleString('en-US')} more of this code, from here on.` }];
  });
}
