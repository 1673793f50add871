import { FileType, Uri, window, workspace } from 'vscode';
import type { IngestResult } from '#shared/protocol.ts';
import { confirmIngest } from '../ingest/confirmIngest.ts';
import { type IngestRun, runIngest } from '../ingest/runIngest.ts';
import { count, fileName } from '../words.ts';
import { chosenFiles } from './chosenFiles.ts';
import type { CommandFactory, CommandTools } from './command.ts';
import { judgeFiles, showProblems } from './validateFile.ts';

/** Ingests the chosen files, after saying what they were recognised as and where they go. */
export const ingestFile: CommandFactory =
  (tools) =>
  async (...given) =>
    ingest(tools, chosenFiles(given));

/** Ingests one of the tables that the extension brings along. */
export const ingestSample: CommandFactory = (tools) => async () => {
  const folder = Uri.joinPath(tools.context.folder, 'media', 'samples');
  const files = (await workspace.fs.readDirectory(folder)).filter(([, type]) => type === FileType.File);
  const chosen = await window.showQuickPick(
    files.map(([name]) => name),
    { title: 'Ingest a sample table', placeHolder: 'One table of each omics type, made for trying things out' },
  );
  if (chosen !== undefined) await ingest(tools, [Uri.joinPath(folder, chosen)]);
};

async function ingest(tools: CommandTools, files: readonly Uri[]): Promise<void> {
  const { context } = tools;
  if (!workspace.isTrusted) {
    return void (await window.showWarningMessage('Nothing is ingested from a workspace that is not trusted.'));
  }
  if (files.length === 0) return void (await window.showInformationMessage('Open or select a table file first.'));
  if (!(await saveChanges(files))) return;
  const statuses = await judgeFiles(context, files);
  if (statuses === null) return;
  const database = await context.datasets.askDatabase();
  if (database.state === 'unreachable') throw new Error(database.message ?? 'The database does not answer.');
  const decision = await confirmIngest(statuses, database);
  if (decision === 'nothing') return;
  if (decision === 'showProblems') return showProblems();
  const run = await runIngest(context, files, decision === 'ingestSoundRows');
  context.datasets.refresh();
  // Not waited for: the command is done, and the message stays until it is answered.
  void tellOutcome(tools, run);
}

/** What is ingested is read from disk, so unsaved changes would be missing. Answers whether to go on. */
async function saveChanges(files: readonly Uri[]): Promise<boolean> {
  const paths = new Set(files.map(String));
  const unsaved = workspace.textDocuments.filter(({ isDirty, uri }) => isDirty && paths.has(uri.toString()));
  if (unsaved.length === 0) return true;
  const save = 'Save and go on';
  const names = unsaved.map(({ uri }) => fileName(uri.path)).join(', ');
  const answer = await window.showWarningMessage(`${names} has unsaved changes.`, { modal: true }, save);
  if (answer !== save) return false;
  return (await Promise.all(unsaved.map((document) => document.save()))).every(Boolean);
}

async function tellOutcome({ context, view }: CommandTools, { results, cancelled }: IngestRun): Promise<void> {
  const failed = results.filter(({ error }) => error !== null);
  const stored = results.filter(({ datasetId }) => datasetId !== null);
  for (const { uri, error } of failed) context.log.error(`${uri}: ${error?.message}`);
  const [explorer, problems, logs] = ['Show in explorer', 'Show problems', 'Show logs'] as const;
  const lines = [
    ...results.map(describeResult),
    ...(cancelled ? ['Cancelled: what was not finished left nothing behind.'] : []),
  ];
  if (lines.length === 0) return;
  const message = results.length > 3 ? summarize(stored.length, failed, cancelled) : lines.join(' ');
  const answer =
    failed.length > 0
      ? await window.showErrorMessage(message, ...(stored.length > 0 ? [explorer] : []), problems, logs)
      : await window.showInformationMessage(message, ...(stored.length > 0 ? [explorer, problems] : []));
  const first = stored[0]?.datasetId;
  if (answer === explorer && first) await view.reveal(first);
  if (answer === problems) await showProblems();
  if (answer === logs) context.log.show();
}

function describeResult({ uri, status, revision, features, values, rejectedRows, error }: IngestResult): string {
  const name = decodeURIComponent(fileName(uri));
  if (error !== null) return error.message;
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
  const why = failed.length > 0 ? `, ${failed.length} failed: ${failed[0]?.error?.message ?? ''}` : '';
  return `${count(stored, 'table')} stored${why}${cancelled ? ', the rest was cancelled' : ''}.`;
}
