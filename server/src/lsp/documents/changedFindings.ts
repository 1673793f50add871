import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { DiagnosticCode, Finding } from '#shared/diagnostics.ts';
import type { RuleSettings } from '#shared/ruleSettings.ts';
import type { Profile } from '../../profiles/profile.ts';
import { rules } from '../../rules/index.ts';
import { judge } from '../../rules/judge.ts';
import { designRules } from '../../rules/samples/designRules.ts';
import { sampleRules } from '../../rules/samples/sampleRules.ts';
import type { ChangedLines } from './changedLines.ts';
import { excerptSource, linesOf } from './documentExcerpt.ts';

/** More lines than these are left to the next full pass. */
const mostLines = 2000;

/** Data rows from the top that go along, so that rules know what the columns usually hold. */
const contextRows = 200;

/** Codes that no row tells by itself: of rules that compare rows, or the table with its sample sheet. */
const rowComparing: ReadonlySet<DiagnosticCode> = new Set(
  [...rules.filter((rule) => rule.comparesRows === true), ...sampleRules, ...designRules].flatMap(({ codes }) => codes),
);

/** What is known of the version before. */
export interface KnownFindings {
  readonly profile: Profile;
  readonly findings: readonly Finding[];
  /** What a person says of some codes. */
  readonly levels?: RuleSettings;
  /** True where some record stands on several lines: then a line alone does not tell what it is part of. */
  readonly hasLongRecords: boolean;
}

/**
 * The findings of a changed document, told from the lines that changed: those are judged anew beside the table's first
 * rows, all others' findings move along. What compares rows with each other, or with a sample sheet, is as it was, until a full pass tells.
 * Null where the change is not of data rows alone, or where quotes may have made other records of them.
 * Fixes of what is judged anew are left out, because their offsets are not those of the document.
 */
export async function changedFindings(
  document: TextDocument,
  { profile, findings, levels = {}, hasLongRecords }: KnownFindings,
  { start, end, shift }: ChangedLines,
): Promise<readonly Finding[] | null> {
  if (hasLongRecords || start < profile.dataLine || end - start > mostLines) return null;
  const contextEnd = Math.min(profile.dataLine + contextRows, document.lineCount);
  const from = Math.max(start, contextEnd);
  if (linesOf(document, start, end).includes('"')) return null;
  const { findings: told } = await judge(excerptSource(document, contextEnd, from, end), profile, { levels });
  const moved = from - contextEnd;
  const anew = told
    .map((finding) => (finding.range.startLine < contextEnd ? finding : moveLines(finding, moved)))
    .filter(({ code, range }) => range.startLine >= start && range.startLine < end && !rowComparing.has(code))
    .map((finding) => ({ ...finding, fixes: [] }));
  const firstChanged = firstAtLine(findings, start);
  const firstBehind = firstAtLine(findings, end - shift);
  const kept =
    shift === 0 ? findings.slice(firstChanged, firstBehind).filter(({ code }) => rowComparing.has(code)) : [];
  const behind = findings.slice(firstBehind);
  return findings
    .slice(0, firstChanged)
    .concat(
      [...kept, ...anew].sort(byPlace),
      shift === 0 ? behind : behind.map((finding) => moveLines(finding, shift)),
    );
}

/** Where in findings, which are sorted by line, the first one from a line on stands: there may be a million. */
function firstAtLine(findings: readonly Finding[], line: number): number {
  let low = 0;
  let high = findings.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((findings[middle]?.range.startLine ?? line) < line) low = middle + 1;
    else high = middle;
  }
  return low;
}

function moveLines(finding: Finding, lines: number): Finding {
  const { startLine, endLine, ...columns } = finding.range;
  return { ...finding, range: { ...columns, startLine: startLine + lines, endLine: endLine + lines } };
}

function byPlace(one: Finding, other: Finding): number {
  return one.range.startLine - other.range.startLine || one.range.startColumn - other.range.startColumn;
}
