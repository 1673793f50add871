import type { Finding } from '#shared/diagnostics.ts';
import type { FileResult } from '../reports/fileResult.ts';
import { type FindingGroup, groupFindings } from '../reports/findingGroups.ts';
import { tableFacts } from '../reports/tableFacts.ts';
import { countSeverities, countText, numberOf, severityCounts } from '../reports/words.ts';
import type { Validation } from '../rules/validate.ts';
import { sheetText } from './sampleSheets.ts';
import type { Style } from './style.ts';
import { shellWord } from './words.ts';

/**
 * What is said of one file to a person: what it is taken for and why, what is in it, what is wrong, what to do.
 * @param explained how the reading was reached, where that was asked for
 */
export function* fileText(result: FileResult, style: Style, explained: string | null): Generator<string> {
  if ('failure' in result) {
    yield `${style.strong(result.path)}\n  ${style.bad('could not be read')}: ${result.failure.message}\n`;
    return;
  }
  const { path, validation } = result;
  yield `${[style.strong(path), ...tableLines(validation, style)].join('\n')}\n`;
  if (explained !== null) yield explained;
  for (const group of groupFindings(validation.findings)) yield `\n${groupLines(path, group, style).join('\n')}\n`;
  yield `\n${summaryLines(path, validation.findings, style).join('\n')}\n`;
}

function tableLines(validation: Validation, style: Style): string[] {
  const facts = tableFacts(validation, sheetText(validation.sheet));
  const width = Math.max(...facts.map(({ label }) => label.length));
  return facts.map(({ label, text }) => `  ${style.faint(label.padEnd(width))}  ${text}`);
}

function groupLines(path: string, { code, severity, findings }: FindingGroup, style: Style): string[] {
  const blocking = findings.filter((finding) => finding.blocks).length;
  const blocks =
    blocking === 0
      ? ''
      : blocking === findings.length
        ? ', blocks ingestion'
        : `, ${countText(blocking)} block ingestion`;
  const title = `${style.severity(severity, `${severity} ${code}`)} (${countText(findings.length)}${blocks})`;
  const shared = sharedFix(findings);
  return [
    title,
    ...findings.flatMap((finding) => [findingLine(path, finding, style), ...(shared ? [] : fixLines(finding, style))]),
    ...(shared ? [style.faint(`    fix: ${shared}`)] : []),
  ];
}

/** The title that is the only fix of every finding of a group, which need not be said each time. */
function sharedFix(findings: readonly Finding[]): string | null {
  const title = findings[0]?.fixes[0]?.title ?? null;
  return findings.every(({ fixes }) => fixes.length === 1 && fixes[0]?.title === title) ? title : null;
}

function findingLine(path: string, { range, cell, severity, code, message }: Finding, style: Style): string {
  const place = `${path}:${range.startLine + 1}:${cell + 1}`;
  return `  ${place} ${style.severity(severity, severity)} ${style.faint(code)} ${message}`;
}

function fixLines({ fixes }: Finding, style: Style): string[] {
  return fixes.map(({ title }) => style.faint(`      fix: ${title}`));
}

function summaryLines(path: string, findings: readonly Finding[], style: Style): string[] {
  if (findings.length === 0) return [style.good('No findings: this table is in order.')];
  const blocking = findings.filter((finding) => finding.blocks).length;
  const safe = findings.filter(({ fixes }) => fixes.some((fix) => fix.safe)).length;
  return [
    `${style.strong(severityCounts(countSeverities(findings)))}${blocking > 0 ? `; ${numberOf(blocking, 'finding blocks', 'findings block')} ingestion` : '; nothing blocks ingestion'}.`,
    ...(safe > 0
      ? [`${numberOf(safe, 'finding')} can be mended safely; see how: amprenta fix ${shellWord(path)}`]
      : []),
  ];
}
