import type { DiagnosticReport, ReadFileReport, UnreadableFileReport } from '#shared/contracts/validateReport.ts';
import type { Finding } from '#shared/diagnostics.ts';
import type { AmprentaError } from '#shared/errors.ts';
import type { Profile } from '../profiles/profile.ts';
import type { Validation } from '../rules/validate.ts';

/** What was found in a file, or why it could not be read. */
export type FileResult =
  | { readonly path: string; readonly validation: Validation }
  | { readonly path: string; readonly failure: AmprentaError };

const batchLength = 1000;

/** Writes the results as the contract has them, in pieces: one text of all findings could be longer than a string may be. */
export function* validateJson(results: readonly FileResult[]): Generator<string> {
  yield '{"files":[';
  for (const [index, result] of results.entries()) {
    if (index > 0) yield ',';
    if ('failure' in result) yield JSON.stringify(unreadableReport(result.path, result.failure));
    else yield* fileJson(result.path, result.validation);
  }
  yield ']}\n';
}

function* fileJson(path: string, validation: Validation): Generator<string> {
  yield `${JSON.stringify(describeTable(path, validation)).slice(0, -1)},"diagnostics":[`;
  const { findings } = validation;
  for (let at = 0; at < findings.length; at += batchLength) {
    const batch = findings.slice(at, at + batchLength).map((finding) => JSON.stringify(diagnosticReport(finding)));
    yield (at > 0 ? ',' : '') + batch.join(',');
  }
  yield ']}';
}

function describeTable(path: string, { profile, tally }: Validation): Omit<ReadFileReport, 'diagnostics'> {
  const nameOf = new Map(profile.columns.map((column) => [column.index, column.name]));
  return {
    path,
    error: null,
    profile: profile.layout,
    confidence: profile.confidence,
    evidence: evidenceOf(profile),
    omicsType: profile.omicsType,
    shape: profile.shape,
    delimiter: profile.delimiter,
    encoding: profile.encoding,
    headerLine: profile.headerLine < 0 ? null : profile.headerLine + 1,
    rowKey: profile.rowKey.map((index) => nameOf.get(index) ?? ''),
    rows: tally.rows,
    features: tally.features,
    samples: [...tally.samples],
    quantities: tally.quantities.map(({ quantity, samples, missing, zeros }) => ({
      name: quantity.name,
      primary: quantity.primary,
      samples,
      missing,
      zeros,
      scale: quantity.scale,
      unit: quantity.unit,
    })),
    statistics: [...tally.statistics],
  };
}

/** All reasons in one text: for the layout and, where there are any, for the omics type, the organism and marked rows. */
function evidenceOf({ evidence, omicsEvidence, organism, marksEvidence }: Profile): string {
  return [evidence, omicsEvidence, organism?.evidence ?? '', marksEvidence].filter((text) => text !== '').join(' ');
}

/** Positions as people read them: from 1, and cell 0 for the whole line. */
function diagnosticReport({ code, severity, range, cell, message, fixes }: Finding): DiagnosticReport {
  return {
    code,
    severity,
    line: range.startLine + 1,
    column: range.startColumn + 1,
    endLine: range.endLine + 1,
    endColumn: range.endColumn + 1,
    cell: cell + 1,
    message,
    fixes: fixes.map((fix) => fix.title),
  };
}

function unreadableReport(path: string, { kind, message }: AmprentaError): UnreadableFileReport {
  return {
    path,
    error: { kind, message },
    profile: null,
    confidence: 0,
    evidence: '',
    omicsType: null,
    shape: 'unknown',
    delimiter: null,
    encoding: null,
    headerLine: null,
    rowKey: [],
    rows: 0,
    features: 0,
    samples: [],
    quantities: [],
    statistics: [],
    diagnostics: [],
  };
}
