import { FileType, Uri, window, workspace } from 'vscode';
import { type FolderTables, findTables } from '#shared/protocol/tables.ts';
import type { Context } from '../context.ts';
import { chooseTables } from '../ingest/chooseTables.ts';
import { requireDatabase, saveChanges, tellOfTrust } from '../ingest/preconditions.ts';
import { withQuietProgress } from '../ingest/quietProgress.ts';
import { offerFound } from '../ingest/tableItem.ts';
import { ingestAndTell } from '../ingest/tellOutcome.ts';
import { fileName } from '../words.ts';
import type { CommandFactory } from './command.ts';

/** Looks for tables in a folder and those below it, and ingests those a person ticks. */
export const ingestFolder: CommandFactory = (tools) => async (clicked) => {
  const { context } = tools;
  if (!workspace.isTrusted) return tellOfTrust();
  const folder = await chosenFolder(clicked);
  if (folder === null) return;
  // The database is opened first: only then it is known what is stored already.
  const database = await requireDatabase(context);
  const found = await find(context, folder);
  if (found === null) return;
  for (const { uri, message } of found.others) context.log.warn(`${uri}: ${message}`);
  if (found.tables.length === 0) {
    return void (await window.showInformationMessage(`No table was found in ${fileName(folder.path)}.`));
  }
  const offered = found.tables.map((table) => offerFound(table, folder));
  const orders = await chooseTables(context, offered, database, found.others);
  const isGoingOn = orders.length > 0 && (await saveChanges(orders.map(({ file }) => file)));
  if (isGoingOn) await ingestAndTell(tools, orders);
};

function find(context: Context, folder: Uri): Promise<FolderTables | null> {
  return withQuietProgress('Looking for tables', async (report, token) => {
    report(fileName(folder.path));
    const found = await context.server.ask(findTables, { uri: folder.toString() }, { token });
    return token.isCancellationRequested ? null : found;
  });
}

/** The folder the command was called on; from the palette a person chooses one. */
async function chosenFolder(clicked: unknown): Promise<Uri | null> {
  if (clicked instanceof Uri && clicked.scheme === 'file') {
    const { type } = await workspace.fs.stat(clicked);
    return (type & FileType.Directory) === 0 ? Uri.joinPath(clicked, '..') : clicked;
  }
  const start = workspace.workspaceFolders?.[0]?.uri;
  const chosen = await window.showOpenDialog({
    canSelectFiles: false,
    canSelectFolders: true,
    openLabel: 'Look for tables',
    ...(start !== undefined && { defaultUri: start }),
  });
  return chosen?.[0] ?? null;
}
