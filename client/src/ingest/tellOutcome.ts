import { Uri, window } from 'vscode';
import type { IngestResult } from '#shared/protocol/ingest.ts';
import type { CommandTools } from '../commands/command.ts';
import { tellFailure } from '../failure.ts';
import { count, fileName } from '../words.ts';
import { type IngestOrder, type IngestRun, runIngest } from './runIngest.ts';
import { showProblems } from './showProblems.ts';

const soundRows = 'Ingest the sound rows';

/** Ingests, and says afterwards what came of it; it does not wait for what a person answers to that. */
export async function ingestAndTell(tools: CommandTools, orders: readonly IngestOrder[]): Promise<void> {
  const run = await runIngest(tools.context, orders);
  tools.context.datasets.refresh();
  // Not waited for: the command is done, and the message stays until it is answered.
  tellOutcome(tools, run).catch((thrown) => tellFailure(tools.context, thrown));
}

async function tellOutcome(tools: CommandTools, { results, cancelled }: IngestRun): Promise<void> {
  const { context, view } = tools;
  const failed = results.filter(({ error }) => error !== null);
  const stored = results.filter(({ datasetId }) => datasetId !== null);
  const refused = failed.filter(mayLeaveRowsOut);
  for (const { uri, error } of failed) context.log.error(`${uri}: ${error?.message}`);
  const [explorer, page, problems, logs] = ['Show in explorer', 'Open report', 'Show problems', 'Show logs'] as const;
  const lines = [
    ...results.map(describeResult),
    ...(cancelled ? ['Cancelled: what was not finished left nothing behind.'] : []),
  ];
  if (lines.length === 0) return;
  const message = results.length > 3 ? summarize(stored.length, failed, cancelled) : lines.join(' ');
  const [only] = results;
  // Of several files each has a report of its own; the explorer opens them.
  const whosePage = results.length === 1 ? [page] : [];
  const whereStored = stored.length > 0 ? [explorer] : [];
  const answer =
    failed.length > 0
      ? await window.showErrorMessage(
          message,
          ...(refused.length > 0 ? [soundRows] : []),
          ...whereStored,
          ...whosePage,
          problems,
          ...(refused.length > 0 ? [] : [logs]),
        )
      : await window.showInformationMessage(
          message,
          ...whereStored,
          ...whosePage,
          ...(stored.length > 0 ? [problems] : []),
        );
  const first = stored[0]?.datasetId;
  if (answer === explorer && first) await view.reveal(first);
  if (answer === page && only) await context.reports.show(Uri.parse(only.uri, true));
  if (answer === problems) await showProblems();
  if (answer === logs) context.log.show();
  if (answer === soundRows) await ingestAndTell(tools, refused.map(makeOrder));
}

const makeOrder = ({ uri }: IngestResult): IngestOrder => ({ file: Uri.parse(uri, true), allowErrors: true });

/** The server names the option of the command line that would leave the rows out. */
const mayLeaveRowsOut = ({ error }: IngestResult): boolean =>
  error?.kind === 'invalidInput' && error.message.includes('--allow-errors');

/** Says it with the button beside the message, where the command line has an option. */
const inEditorWords = (message: string): string =>
  message.replace('use --allow-errors to ingest the sound rows', `choose "${soundRows}"`);

function describeResult({ uri, status, revision, features, values, rejectedRows, error }: IngestResult): string {
  if (error !== null) return inEditorWords(error.message);
  const name = fileName(Uri.parse(uri, true).path);
  const size = `${count(features, 'feature')}, ${count(values, 'value')}`;
  const outcome = {
    created: `${name} is stored as a new dataset: ${size}`,
    updated: `${name} is stored as revision ${revision} of its dataset: ${size}`,
    unchanged: `${name} is stored already, with these very bytes`,
    failed: `${name} was not stored`,
  }[status];
  return rejectedRows > 0 ? `${outcome}; ${count(rejectedRows, 'row')} stayed out.` : `${outcome}.`;
}

function summarize(stored: number, failed: readonly IngestResult[], cancelled: boolean): string {
  const why = failed.length > 0 ? `, ${failed.length} failed: ${inEditorWords(failed[0]?.error?.message ?? '')}` : '';
  return `${count(stored, 'table')} stored${why}${cancelled ? ', the rest was cancelled' : ''}.`;
}
