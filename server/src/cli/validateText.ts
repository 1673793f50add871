import type { Delimiter, Encoding, Shape } from '#shared/dataset.ts';
import { severities } from '#shared/diagnostics/entry.ts';
import type { DiagnosticCode, Finding } from '#shared/diagnostics.ts';
import type { Profile } from '../profiles/profile.ts';
import type { FileResult } from '../reports/fileResult.ts';
import type { Validation } from '../rules/validate.ts';
import type { QuantityTally } from '../values/tally.ts';
import { organismText } from './organismText.ts';
import { sheetText } from './sampleSheets.ts';
import type { Style } from './style.ts';
import { countSeverities, countText, fewOf, numberOf, percentText, severityCounts, shellWord } from './words.ts';

const shapeWords = {
  'features-in-rows': 'a row a feature, a column a sample',
  'samples-in-rows': 'a row a sample, a column a feature',
  long: 'a row a measurement (long)',
  results: 'results of a comparison, a row a feature',
  'sample-sheet': 'a sample sheet, a row a sample',
  annotation: 'annotations, nothing measured',
  unknown: 'of no known shape',
} as const satisfies Record<Shape, string>;

const delimiterWords = {
  ',': 'comma',
  '\t': 'tab',
  ';': 'semicolon',
  '|': 'pipe',
} as const satisfies Record<Delimiter, string>;

const encodingWords = {
  'utf-8': 'UTF-8',
  'utf-8-bom': 'UTF-8 with byte order mark',
  'utf-16le': 'UTF-16 (little-endian)',
  'utf-16be': 'UTF-16 (big-endian)',
  'windows-1252': 'Windows-1252',
  'iso-8859-1': 'ISO-8859-1',
} as const satisfies Record<Encoding, string>;

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
  for (const group of groupByCode(validation.findings)) yield `\n${groupLines(path, group, style).join('\n')}\n`;
  yield `\n${summaryLines(path, validation.findings, style).join('\n')}\n`;
}

function tableLines({ profile, tally, sheet }: Validation, style: Style): string[] {
  const facts: (readonly [string, string])[] = [
    ['recognised', `${profile.layout} (${percentText(profile.confidence, 1)} sure): ${profile.evidence}`],
    ['omics', omicsText(profile)],
    ...(profile.organism === null ? [] : [['organism', organismText(profile)] as const]),
    ['written', writtenText(profile)],
    ['shape', shapeWords[profile.shape]],
    ['key', keyText(profile)],
    ['rows', `${numberOf(tally.rows, 'row')}, ${numberOf(tally.features, 'feature')}`],
    ['samples', samplesText(tally.samples)],
    ...[sheetText(sheet)].flatMap((text) => (text === null ? [] : [['sheet', text] as const])),
    ...tally.quantities.map((quantity) => ['quantity', quantityText(quantity)] as const),
  ];
  if (tally.statistics.length > 0) {
    facts.push(['statistics', `${countText(tally.statistics.length)}: ${fewOf(tally.statistics, 8)}`]);
  }
  const width = Math.max(...facts.map(([label]) => label.length));
  return facts.map(([label, text]) => `  ${style.faint(label.padEnd(width))}  ${text}`);
}

/** The evidence is a sentence that may begin with the type itself. */
function omicsText({ omicsType, omicsEvidence }: Profile): string {
  if (omicsType === null) return 'type not told by the table';
  return omicsEvidence.toLowerCase().startsWith(omicsType) ? omicsEvidence : `${omicsType}: ${omicsEvidence}`;
}

function writtenText({ delimiter, encoding, headerLine }: Profile): string {
  const separator = delimiter === null ? 'one column' : `${delimiterWords[delimiter]}-separated`;
  const header = headerLine < 0 ? 'no header' : `header on line ${countText(headerLine + 1)}`;
  return `${separator}, ${encodingWords[encoding]}, ${header}`;
}

function keyText({ rowKey, columns }: Profile): string {
  if (rowKey.length === 0) return 'no column identifies a row';
  const names = rowKey.map((index) => columns.find((column) => column.index === index)?.name ?? '');
  return names.map((name) => (name === '' ? '(unnamed column)' : name)).join(' + ');
}

function samplesText(samples: readonly string[]): string {
  return samples.length === 0 ? 'none' : `${countText(samples.length)}: ${fewOf(samples, 6)}`;
}

function quantityText({ quantity, samples, missing, zeros }: QuantityTally): string {
  const parts = [
    numberOf(samples, 'sample'),
    numberOf(missing, 'missing value'),
    `${numberOf(zeros, 'zero')}${zeros > 0 && quantity.zeroIsMissing ? ' (missing, by this tool)' : ''}`,
    quantity.scale === 'unknown' ? 'scale not told' : quantity.scale,
    ...(quantity.unit === null ? [] : [quantity.unit]),
  ];
  return `${quantity.name ?? '(unnamed)'}${quantity.primary ? ' (primary)' : ''}: ${parts.join(', ')}`;
}

/** Findings of one code and severity, in the order of the file. */
interface FindingGroup {
  readonly code: DiagnosticCode;
  readonly severity: Finding['severity'];
  readonly findings: Finding[];
}

/** The gravest first, and within a severity the code that comes first in the file. */
function groupByCode(findings: readonly Finding[]): FindingGroup[] {
  const groups = new Map<string, FindingGroup>();
  for (const finding of findings) {
    const { code, severity } = finding;
    const group = groups.get(`${severity} ${code}`) ?? { code, severity, findings: [] };
    group.findings.push(finding);
    groups.set(`${severity} ${code}`, group);
  }
  return [...groups.values()].sort((a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity));
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
