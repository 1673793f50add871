import { type Command, InvalidArgumentError, Option } from 'commander';
import { readOverrides } from '../../config/projectFile.ts';
import { openFileSource } from '../../files/fileSource.ts';
import { baseDirectory } from '../../files/givenPath.ts';
import { rankLayouts } from '../../profiles/readProfile.ts';
import { readHead } from '../../table/head.ts';
import { type ExitCode, exitCodes } from '../exit.ts';
import { explainText } from '../explainText.ts';
import { toFailure } from '../failure.ts';
import { whileInterruptible } from '../interrupt.ts';
import { findSheets, type SheetFinder, samplesHelp, sheetText } from '../sampleSheets.ts';
import type { Session } from '../session.ts';
import { makeStyle, type Style } from '../style.ts';
import { type FileResult, validateJson } from '../validateReport.ts';
import { fileText } from '../validateText.ts';

type ReportFormat = 'text' | 'json';

interface ValidateOptions {
  readonly format: ReportFormat;
  readonly explain?: true;
  readonly samples?: string;
}

/** Formats that scripts may come to ask for, and that are not built yet. */
const laterFormats: readonly string[] = ['sarif', 'github'];

/** Adds `validate`, which says what a table is and what is wrong in it. */
export function addValidate(program: Command, session: Session): void {
  program
    .command('validate')
    .summary('say what a table is, and what is wrong in it')
    .description('Recognises each table, and says what is wrong in it, with every place. Nothing is stored or changed.')
    .argument('<files...>', 'the tables')
    .option('--format <format>', 'text or json', readFormat, 'text')
    .addOption(new Option('--explain', 'say also how the reading was reached').conflicts('format'))
    .option('--samples <file>', samplesHelp)
    .addHelpText(
      'after',
      '\nExits with 1 where a finding is an error.\n\nExamples:\n  amprenta validate proteinGroups.txt\n' +
        '  amprenta validate --samples samples.csv proteinGroups.txt\n' +
        "  amprenta validate --format json *.csv | jq '.files[].diagnostics[]'",
    )
    .action(async (paths: readonly string[], { format, explain, samples }: ValidateOptions) => {
      const { terminal } = session;
      const verdicts: ExitCode[] = [];
      const results: FileResult[] = [];
      await whileInterruptible(terminal, async (signal) => {
        const sheetsOf = await findSheets(samples, signal);
        for (const [index, path] of paths.entries()) {
          const result = await validateOne(path, sheetsOf, signal);
          verdicts.push(verdictOf(result));
          if (format === 'json') {
            results.push(result);
            noteSheet(session, result);
          } else {
            const style = makeStyle(terminal.colors);
            const explained = explain ? await explainOne(path, result, signal, style) : null;
            await writeAll(session, spaced(index, fileText(result, style, explained)));
          }
        }
      });
      if (format === 'json') await writeAll(session, validateJson(results));
      session.exitCode = exitCodeOfAll(verdicts);
    });
}

async function validateOne(path: string, sheetsOf: SheetFinder, signal: AbortSignal): Promise<FileResult> {
  try {
    const source = await openFileSource(path);
    const { validate } = await import('../../rules/validate.ts');
    const found = await sheetsOf(source, await readOverrides(source.path, baseDirectory()), signal);
    return { path, validation: await validate(source, { signal, ...found }) };
  } catch (thrown) {
    const failure = toFailure(thrown);
    if (failure.kind === 'cancelled') throw failure;
    return { path, failure };
  }
}

async function explainOne(path: string, result: FileResult, signal: AbortSignal, style: Style): Promise<string | null> {
  if ('failure' in result) return null;
  const { profile } = result.validation;
  const source = await openFileSource(path);
  const { delimiter, encoding, bomBytes, undecodable } = profile;
  const known = { encoding: { encoding, bomBytes, undecodable }, ...(delimiter === null ? {} : { delimiter }) };
  const head = await readHead(source, { signal, ...known });
  return explainText(profile, rankLayouts(head), style);
}

/** The contract's JSON has no field for the sheet. */
function noteSheet({ terminal }: Session, result: FileResult): void {
  const text = 'failure' in result ? null : sheetText(result.validation.sheet);
  if (text !== null) terminal.note(`${result.path}: sample sheet ${text}`);
}

async function writeAll({ terminal }: Session, pieces: Iterable<string>): Promise<void> {
  for (const piece of pieces) {
    await terminal.write(piece);
    if (terminal.outputClosed) return;
  }
}

/** A blank line before each file but the first. */
function* spaced(index: number, pieces: Iterable<string>): Generator<string> {
  if (index > 0) yield '\n';
  yield* pieces;
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

function readFormat(text: string): ReportFormat {
  if (text === 'text' || text === 'json') return text;
  if (laterFormats.includes(text))
    throw new InvalidArgumentError(`The format ${text} is not built yet. Use text or json.`);
  throw new InvalidArgumentError('Use text or json.');
}
