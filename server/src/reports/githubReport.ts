import type { Severity } from '#shared/diagnostics/entry.ts';
import type { Finding } from '#shared/diagnostics.ts';
import type { FileResult } from './fileResult.ts';

/** The workflow command that shows a finding of each severity. */
const commandOf = {
  error: 'error',
  warning: 'warning',
  information: 'notice',
} as const satisfies Record<Severity, string>;

/**
 * A file's findings as workflow commands, which GitHub shows at the lines of a pull request: one a line, all of them.
 * Source: GitHub's documentation, "Workflow commands for GitHub Actions"; the escapes are those of its toolkit
 * (`packages/core/src/command.ts`).
 */
export function* githubLines(result: FileResult): Generator<string> {
  if ('failure' in result) {
    yield line('error', { file: result.path, title: 'could not be read' }, result.failure.message);
    return;
  }
  for (const finding of result.validation.findings) {
    yield line(
      commandOf[finding.severity],
      { file: result.path, ...placeOf(finding), title: finding.code },
      finding.message,
    );
  }
}

/** Columns are shown only where a finding lies on one line. */
function placeOf({ range }: Finding): Readonly<Record<string, string | number>> {
  const { startLine, startColumn, endLine, endColumn } = range;
  if (startLine !== endLine) return { line: startLine + 1, endLine: endLine + 1 };
  return { line: startLine + 1, col: startColumn + 1, endColumn: Math.max(endColumn, startColumn + 1) };
}

function line(command: string, properties: Readonly<Record<string, string | number>>, message: string): string {
  const listed = Object.entries(properties).map(([name, value]) => `${name}=${escapeProperty(String(value))}`);
  return `::${command} ${listed.join(',')}::${escapeData(message)}\n`;
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
