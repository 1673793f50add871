import { Uri, window, workspace } from 'vscode';
import type { DatabaseStatus } from '#shared/protocol/server.ts';
import type { TableDetails } from '#shared/protocol/tables.ts';
import type { Context } from '../context.ts';
import { askStates } from '../decorations/storedStates.ts';
import { chooseTables } from '../ingest/chooseTables.ts';
import { confirmTable } from '../ingest/confirmTable.ts';
import { isAsked } from '../ingest/isAsked.ts';
import { judgeSaved } from '../ingest/judgeSaved.ts';
import { requireDatabase, saveChanges, tellOfTrust } from '../ingest/preconditions.ts';
import type { IngestOrder } from '../ingest/runIngest.ts';
import { showProblems } from '../ingest/showProblems.ts';
import { offerJudged } from '../ingest/tableItem.ts';
import { ingestAndTell } from '../ingest/tellOutcome.ts';
import { chooseSample } from './chooseSample.ts';
import { chosenFiles } from './chosenFiles.ts';
import type { CommandFactory, CommandTools } from './command.ts';

/** Ingests the chosen files, after saying what they were recognised as and where they go. */
export const ingestFile: CommandFactory =
  (tools) =>
  async (...given) =>
    ingest(tools, chosenFiles(given));

/** Ingests one of the tables that the extension brings along. */
export const ingestSample: CommandFactory = (tools) => async () => {
  const sample = await chooseSample(tools.context, 'Ingest a sample table');
  if (sample !== undefined) await ingest(tools, [sample]);
};

async function ingest(tools: CommandTools, files: readonly Uri[]): Promise<void> {
  const { context } = tools;
  if (!workspace.isTrusted) return tellOfTrust();
  if (files.length === 0) return void (await window.showInformationMessage('Open or select a table file first.'));
  if (!(await saveChanges(files))) return;
  const judged = await judgeSaved(context, files);
  if (judged === null) return;
  const orders = await decide(context, judged, await requireDatabase(context));
  if (orders.length > 0) await ingestAndTell(tools, orders);
}

async function decide(
  context: Context,
  judged: readonly TableDetails[],
  database: DatabaseStatus,
): Promise<IngestOrder[]> {
  if (!isAsked(judged)) return judged.map((details) => makeOrder(details, false));
  const [only] = judged;
  if (judged.length > 1 || only === undefined) return chooseAmong(context, judged, database);
  const decision = await confirmTable(context, only, database);
  if (decision === 'showProblems') await showProblems();
  const isWanted = decision === 'ingest' || decision === 'ingestSoundRows';
  return isWanted ? [makeOrder(only, decision === 'ingestSoundRows')] : [];
}

async function chooseAmong(
  context: Context,
  judged: readonly TableDetails[],
  database: DatabaseStatus,
): Promise<IngestOrder[]> {
  const uris = judged.map(({ uri }) => uri);
  const states = await askStates(context.server, uris);
  const offered = judged.map((details, index) => {
    const path = workspace.asRelativePath(Uri.parse(details.uri, true), false);
    return offerJudged(details, states[index] ?? null, path);
  });
  return chooseTables(context, offered, database);
}

const makeOrder = ({ uri }: TableDetails, allowErrors: boolean): IngestOrder => ({
  file: Uri.parse(uri, true),
  allowErrors,
});
