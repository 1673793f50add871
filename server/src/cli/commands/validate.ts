import { type Command, Option } from 'commander';
import { openFileSource } from '../../files/fileSource.ts';
import type { FileResult } from '../../reports/fileResult.ts';
import { githubLines } from '../../reports/githubReport.ts';
import { sarifLog } from '../../reports/sarifReport.ts';
import { readHead } from '../../table/head.ts';
import { type ExitCode, exitCodes } from '../exit.ts';
import { explainText } from '../explainText.ts';
import { whileInterruptible } from '../interrupt.ts';
import { findSheets, samplesHelp, sheetText } from '../sampleSheets.ts';
import type { Session } from '../session.ts';
import { makeStyle, type Style } from '../style.ts';
import type { Terminal } from '../terminal.ts';
import { filesToValidate, validateFiles } from '../validateFiles.ts';
import { validateJson } from '../validateReport.ts';
import { type FileSummary, summaryOf, summaryText } from '../validateSummary.ts';
import { fileText } from '../validateText.ts';
import { version } from '../version.ts';

const formats = ['text', 'json', 'sarif', 'github'] as const;
type ReportFormat = (typeof formats)[number];

interface ValidateOptions {
  readonly format: ReportFormat;
  readonly explain?: true;
  readonly samples?: string;
}

/** Adds `validate`, which says what a table is and what is wrong in it. */
export function addValidate(program: Command, session: Session): void {
  program
    .command('validate')
    .summary('say what a table is, and what is wrong in it')
    .description('Recognises each table, and says what is wrong in it, with every place. Nothing is stored or changed.')
    .argument('<files...>', 'the tables; a folder stands for all tables in it and its folders')
    .addOption(
      new Option(
        '--format <format>',
        'text for people, json for scripts, sarif (2.1.0) for code scanning, github for the log of a workflow',
      )
        .choices(formats)
        .default('text'),
    )
    .addOption(new Option('--explain', 'say also how the reading was reached').conflicts('format'))
    .option('--samples <file>', samplesHelp)
    .addHelpText(
      'after',
      '\nExits with 1 where a finding is an error.\n\nExamples:\n  amprenta validate proteinGroups.txt\n' +
        '  amprenta validate --samples samples.csv proteinGroups.txt\n  amprenta validate results/\n' +
        "  amprenta validate --format json *.csv | jq '.files[].diagnostics[]'",
    )
    .action(async (paths: readonly string[], { format, explain, samples }: ValidateOptions) => {
      const { terminal } = session;
      const verdicts: ExitCode[] = [];
      await whileInterruptible(terminal, async (signal) => {
        const sheetsOf = await findSheets(samples, signal);
        const files = await filesToValidate(paths, signal);
        const results = watched(validateFiles(terminal, files, sheetsOf, signal), (result) => {
          verdicts.push(verdictOf(result));
          if (format !== 'text') noteSheet(terminal, result);
        });
        await writeAll(terminal, reportOf(results, format, { terminal, explain: explain ?? false, signal }));
      });
      if (verdicts.length === 0) terminal.note('No table was found there.');
      session.exitCode = exitCodeOfAll(verdicts);
    });
}

/** What a report for people needs besides the results. */
interface TextContext {
  readonly terminal: Terminal;
  readonly explain: boolean;
  readonly signal: AbortSignal;
}

function reportOf(
  results: AsyncIterable<FileResult>,
  format: ReportFormat,
  context: TextContext,
): AsyncIterable<string> {
  switch (format) {
    case 'json':
      return validateJson(results);
    case 'sarif':
      return sarifLog(results, version);
    case 'github':
      return githubLog(results);
    case 'text':
      return textReport(results, context);
  }
}

async function* watched(
  results: AsyncIterable<FileResult>,
  look: (result: FileResult) => void,
): AsyncGenerator<FileResult> {
  for await (const result of results) {
    look(result);
    yield result;
  }
}

async function* githubLog(results: AsyncIterable<FileResult>): AsyncGenerator<string> {
  for await (const result of results) yield* githubLines(result);
}

/** Each file with its findings, a blank line between them; under several a table of them all. */
async function* textReport(results: AsyncIterable<FileResult>, context: TextContext): AsyncGenerator<string> {
  const style = makeStyle(context.terminal.colors);
  const summaries: FileSummary[] = [];
  for await (const result of results) {
    if (summaries.length > 0) yield '\n';
    summaries.push(summaryOf(result));
    yield* fileText(result, style, context.explain ? await explainOne(result, context.signal, style) : null);
  }
  if (summaries.length > 1) yield `\n${summaryText(summaries, style)}`;
}

async function explainOne(result: FileResult, signal: AbortSignal, style: Style): Promise<string | null> {
  if ('failure' in result) return null;
  const { rankLayouts } = await import('../../profiles/readProfile.ts');
  const { profile } = result.validation;
  const source = await openFileSource(result.path);
  const { delimiter, encoding, bomBytes, undecodable } = profile;
  const known = { encoding: { encoding, bomBytes, undecodable }, ...(delimiter === null ? {} : { delimiter }) };
  const head = await readHead(source, { signal, ...known });
  return explainText(profile, rankLayouts(head), style);
}

/** The contract's JSON has no field for the sheet. */
function noteSheet(terminal: Terminal, result: FileResult): void {
  const text = 'failure' in result ? null : sheetText(result.validation.sheet);
  if (text !== null) terminal.note(`${result.path}: sample sheet ${text}`);
}

async function writeAll(terminal: Terminal, pieces: AsyncIterable<string>): Promise<void> {
  for await (const piece of pieces) {
    await terminal.write(piece);
    if (terminal.outputClosed) return;
  }
}

/** How the command would end if this were its only file. */
function verdictOf(result: FileResult): ExitCode {
  if ('failure' in result) return exitCodes.notAttempted;
  return result.validation.findings.some(({ severity }) => severity === 'error') ? exitCodes.found : exitCodes.fine;
}

function exitCodeOfAll(verdicts: readonly ExitCode[]): ExitCode {
  if (verdicts.every((verdict) => verdict === exitCodes.notAttempted)) return exitCodes.notAttempted;
  return verdicts.every((verdict) => verdict === exitCodes.fine) ? exitCodes.fine : exitCodes.found;
}
