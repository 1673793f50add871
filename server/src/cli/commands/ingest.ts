import type { Command } from 'commander';
import type { IngestReport } from '#shared/contracts/ingestReport.ts';
import type { OmicsType } from '#shared/dataset.ts';
import type { ErrorKind } from '#shared/errors.ts';
import { refuseNotionModes } from '../../config/notionModes.ts';
import { readConfig } from '../../config.ts';
import { numberOf } from '../../reports/words.ts';
import { type ExitCode, exitCodes, usageError } from '../exit.ts';
import { type IngestFollower, type IngestRequest, ingestFiles } from '../ingestFiles.ts';
import { type FileOutcome, ingestedFile, ingestText } from '../ingestReport.ts';
import { whileInterruptible } from '../interrupt.ts';
import { type LaterOptions, refuseLaterOptions } from '../notBuilt.ts';
import { omicsTypeOption } from '../omicsTypeOption.ts';
import { startProgress } from '../progress.ts';
import { samplesHelp, sheetText } from '../sampleSheets.ts';
import type { Session } from '../session.ts';
import { makeStyle } from '../style.ts';

interface IngestOptions extends LaterOptions {
  readonly omicsType?: OmicsType;
  readonly name?: string;
  readonly source?: string;
  readonly samples?: string;
  readonly allowErrors?: true;
  readonly json?: true;
}

/** Adds `ingest`, which stores tables in Postgres. */
export function addIngest(program: Command, session: Session): void {
  program
    .command('ingest')
    .summary('store tables in Postgres')
    .description(
      'Stores each table in one transaction: all of it or nothing. The same content again is "unchanged"; changed content ' +
        'of the same file is its next revision.',
    )
    .argument('<files...>', 'the tables')
    .addOption(omicsTypeOption('override what the table tells'))
    .option('--name <name>', "name of the dataset; the file's name without extension unless told")
    .option('--source <key>', 'what the dataset is known by when it comes again; the path unless told')
    .option('--allow-errors', 'leave out rows with a finding that blocks, instead of refusing the table')
    .option('--samples <file>', samplesHelp)
    .option('--program <program>', 'link to a program (not built yet)')
    .option('--experiment <experiment>', 'link to an experiment (not built yet)')
    .option('--create-page', 'make a Notion page (not built yet)')
    .option('--notion-page <id>', 'link to a Notion page (not built yet)')
    .option('--json', 'print JSON')
    .addHelpText(
      'after',
      '\nExamples:\n  amprenta ingest proteinGroups.txt\n  amprenta ingest --allow-errors --json results/*.tsv',
    )
    .action(async (paths: readonly string[], options: IngestOptions) => {
      refuseSeveral(paths, options);
      const config = readConfig();
      refuseLaterOptions(options, config);
      refuseNotionModes(config);
      const outcomes = await whileInterruptible(session.terminal, async (signal) => {
        const done = await ingestFiles(
          session.terminal,
          paths,
          requestOf(options),
          (path, index) => follow(session, paths, path, index, options),
          signal,
        );
        if (signal.aborted) session.terminal.note(stoppedText(done));
        return done;
      });
      session.exitCode = exitCodeOfAll(outcomes);
      if (options.json) {
        const report: IngestReport = outcomes.map(ingestedFile);
        await session.terminal.write(`${JSON.stringify(report)}\n`);
      }
    });
}

function refuseSeveral(paths: readonly string[], options: IngestOptions): void {
  if (paths.length < 2) return;
  for (const [option, value] of [
    ['--name', options.name],
    ['--source', options.source],
  ] as const) {
    if (value !== undefined) {
      throw usageError(`${option} is for one file, and ${paths.length} are named. Ingest them one by one.`);
    }
  }
}

function requestOf({ name, source, omicsType, samples, allowErrors }: IngestOptions): IngestRequest {
  return {
    ...(name === undefined ? {} : { name }),
    ...(source === undefined ? {} : { sourceKey: source }),
    ...(omicsType === undefined ? {} : { omicsType }),
    ...(samples === undefined ? {} : { samples }),
    allowErrors: allowErrors ?? false,
  };
}

function follow(
  { terminal }: Session,
  paths: readonly string[],
  path: string,
  index: number,
  options: IngestOptions,
): IngestFollower {
  const progress = startProgress(terminal, paths.length === 1 ? path : `[${index + 1}/${paths.length}] ${path}`);
  return {
    onProgress: progress.show,
    async onOutcome(outcome) {
      progress.end();
      if (!options.json) {
        await terminal.write(ingestText(outcome, makeStyle(terminal.colors)));
        return;
      }
      const sheet = sheetText(outcome.outcome?.sheet ?? null);
      if (sheet !== null) terminal.note(`${outcome.path}: sample sheet ${sheet}`);
    },
  };
}

function stoppedText(outcomes: readonly FileOutcome[]): string {
  const kept = outcomes.filter((outcome) => !hasFailed(outcome));
  if (kept.length === 0) return 'Stopped; nothing was kept.';
  const paths = kept.map(({ path }) => path).join(', ');
  return `Stopped; kept ${numberOf(kept.length, 'file')}, whole: ${paths}. Of the others nothing was kept.`;
}

/** Kinds of failure that say that an ingest could not be attempted: the database is not there, or lets nobody in. */
const databaseAway: ReadonlySet<ErrorKind> = new Set(['unavailable', 'unauthorized', 'notConfigured']);

function exitCodeOfAll(outcomes: readonly FileOutcome[]): ExitCode {
  if (outcomes.some(({ failure }) => failure?.kind === 'cancelled')) return exitCodes.interrupted;
  if (!outcomes.some(hasFailed)) return exitCodes.fine;
  return outcomes.every(wasNotAttempted) ? exitCodes.notAttempted : exitCodes.found;
}

function hasFailed({ outcome }: FileOutcome): boolean {
  return outcome === null || outcome.status === 'failed';
}

function wasNotAttempted({ outcome }: FileOutcome): boolean {
  return outcome === null || (outcome.error !== null && databaseAway.has(outcome.error.kind));
}
