import { isAbsolute } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Severity } from '#shared/diagnostics/entry.ts';
import { type DiagnosticCode, diagnostics, type Finding, type Fix, type TextEdit } from '#shared/diagnostics.ts';
import type { FileResult } from './fileResult.ts';

const levelOf = { error: 'error', warning: 'warning', information: 'note' } as const satisfies Record<Severity, string>;

const codes = Object.keys(diagnostics) as DiagnosticCode[];
const editsAtOnce = 1000;

/**
 * The results of many files as one SARIF log, in pieces; `results` is read as it is written. Each finding has its fixes,
 * as replacements in the decoded text; what is not read is a notification of the run.
 * Source: OASIS, Static Analysis Results Interchange Format (SARIF) version 2.1.0.
 */
export async function* sarifLog(
  results: AsyncIterable<FileResult> | Iterable<FileResult>,
  version: string,
): AsyncGenerator<string> {
  const unread: object[] = [];
  let written = 0;
  yield `{"$schema":"https://json.schemastore.org/sarif-2.1.0.json","version":"2.1.0","runs":[{"tool":${JSON.stringify({ driver: driver(version) })},"columnKind":"utf16CodeUnits","results":[`;
  for await (const result of results) {
    if ('failure' in result) {
      unread.push(notification(result.path, result.failure.message));
      continue;
    }
    for (const finding of result.validation.findings) {
      if (written++ > 0) yield ',\n';
      yield* resultText(uriOf(result.path), finding);
    }
  }
  const invocation = {
    executionSuccessful: unread.length === 0,
    ...(unread.length > 0 ? { toolExecutionNotifications: unread } : {}),
  };
  yield `],"invocations":${JSON.stringify([invocation])}}]}\n`;
}

function driver(version: string): object {
  return {
    name: 'amprenta',
    semanticVersion: version,
    rules: codes.map((code) => ({
      id: code,
      shortDescription: { text: diagnostics[code].meaning },
      defaultConfiguration: { level: levelOf[diagnostics[code].severity] },
      properties: { blocks: diagnostics[code].blocks },
    })),
  };
}

function* resultText(uri: string, finding: Finding): Generator<string> {
  const { code, severity, message, range, cell, blocks, fixes } = finding;
  const result = {
    ruleId: code,
    ruleIndex: codes.indexOf(code),
    level: levelOf[severity],
    message: { text: message },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri },
          region: {
            startLine: range.startLine + 1,
            startColumn: range.startColumn + 1,
            endLine: range.endLine + 1,
            endColumn: range.endColumn + 1,
          },
        },
      },
    ],
    properties: { cell: cell + 1, blocks },
  };
  const usable = fixes.filter((fix) => fix.edits.length > 0);
  if (usable.length === 0) {
    yield JSON.stringify(result);
    return;
  }
  yield `${JSON.stringify(result).slice(0, -1)},"fixes":[`;
  for (const [index, fix] of usable.entries()) {
    if (index > 0) yield ',';
    yield* fixText(uri, fix);
  }
  yield ']}';
}

/** A fix may change every row of a column: its edits are written a thousand at a time. */
function* fixText(uri: string, { title, edits }: Fix): Generator<string> {
  yield `{"description":${JSON.stringify({ text: title })},"artifactChanges":[{"artifactLocation":${JSON.stringify({ uri })},"replacements":[`;
  for (let at = 0; at < edits.length; at += editsAtOnce) {
    const batch = edits.slice(at, at + editsAtOnce).map((edit) => JSON.stringify(replacement(edit)));
    yield (at > 0 ? ',' : '') + batch.join(',');
  }
  yield ']}]}';
}

function replacement({ start, end, newText }: TextEdit): object {
  return {
    deletedRegion: { charOffset: start, charLength: end - start },
    ...(newText === '' ? {} : { insertedContent: { text: newText } }),
  };
}

function notification(path: string, message: string): object {
  return {
    level: 'error',
    message: { text: message },
    locations: [{ physicalLocation: { artifactLocation: { uri: uriOf(path) } } }],
  };
}

/** A path as given, as a reference of a URI. */
function uriOf(path: string): string {
  if (isAbsolute(path)) return pathToFileURL(path).href;
  return path
    .replaceAll('\\', '/')
    .split('/')
    .map((part) => encodeURIComponent(part))
    .join('/');
}
