import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver-types';
import type { Severity } from '#shared/diagnostics/entry.ts';
import type { DiagnosticCode, Finding } from '#shared/diagnostics.ts';
import { diagnosticPageUri } from '#shared/protocol/diagnosticPages.ts';
import { rangeOf } from './places.ts';

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
    codeDescription: { href: diagnosticPageUri(code) },
    source: 'amprenta',
    message,
  };
}

/**
 * All findings as the editor shows them; of a code with very many, the first ones and at the next one how many more.
 * @param maximumShown how many of one code are shown one by one; from 1
 */
export function diagnosticList(findings: readonly Finding[], markUnits: number, maximumShown: number): Diagnostic[] {
  const list: Diagnostic[] = [];
  const shown = new Map<DiagnosticCode, ShownCode>();
  let own: ShownCode | undefined;
  // There may be a million, mostly of one code: the last one's is looked at first, and no object is made of most.
  for (const finding of findings) {
    if (own?.code !== finding.code) own = shown.get(finding.code);
    if (!own) {
      own = { code: finding.code, count: 0, lastAt: 0 };
      shown.set(finding.code, own);
    }
    if (own.count++ > maximumShown) continue;
    own.lastAt = list.length;
    list.push(diagnosticOf(finding, markUnits));
  }
  for (const { count, lastAt } of shown.values()) {
    const more = count - maximumShown;
    const diagnostic = list[lastAt];
    if (more <= 1 || !diagnostic) continue;
    list[lastAt] = { ...diagnostic, message: `${more.toLocaleString('en-US')} more of this code, from here on.` };
  }
  return list;
}

/** How many findings a code has, and where in the list the last one shown stands. */
interface ShownCode {
  readonly code: DiagnosticCode;
  count: number;
  lastAt: number;
}
