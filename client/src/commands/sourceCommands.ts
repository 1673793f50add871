import { commands, FileType, Range, type TextDocumentShowOptions, Uri, window, workspace } from 'vscode';
import type { DatasetItem } from '#shared/protocol/datasets.ts';
import { saveOriginal as saveOriginalRequest } from '#shared/protocol/datasets.ts';
import { storedStates } from '#shared/protocol/tables.ts';
import type { Context } from '../context.ts';
import { datasetsView } from '../manifest/commandTable.ts';
import { originalUri } from '../originals/originalUri.ts';
import { datasetOf, nodeOf } from '../views/datasets/chosenNode.ts';
import { fileName } from '../words.ts';
import type { CommandFactory } from './command.ts';

/** Opens the file that a dataset was ingested from. */
export const openSource: CommandFactory =
  ({ context, view }) =>
  async (given) => {
    const source = await findSource(context, datasetOf(given, view));
    if (source !== null) await commands.executeCommand('vscode.open', source);
  };

/** Shows that file in the editor's explorer, or where it is none of the workspace's, in the system's. */
export const revealSource: CommandFactory =
  ({ context, view }) =>
  async (given) => {
    const source = await findSource(context, datasetOf(given, view));
    if (source === null) return;
    const isInWorkspace = workspace.getWorkspaceFolder(source) !== undefined;
    await commands.executeCommand(isInWorkspace ? 'revealInExplorer' : 'revealFileInOS', source);
  };

/** Opens the bytes that were ingested, whatever has become of the file since. */
export const openOriginal: CommandFactory =
  ({ context, view }) =>
  async (given) => {
    await commands.executeCommand('vscode.open', await findOriginal(context, datasetOf(given, view)));
  };

/** Writes these bytes to a file that a person chooses. */
export const saveOriginal: CommandFactory =
  ({ context, view }) =>
  async (given) => {
    const { id, ...dataset } = datasetOf(given, view);
    const name = fileName((await findOriginal(context, { id, ...dataset })).path);
    const folder = workspace.workspaceFolders?.[0]?.uri;
    const target = await window.showSaveDialog({
      title: `Save the file that "${dataset.name}" was ingested from`,
      ...(folder && { defaultUri: Uri.joinPath(folder, name) }),
    });
    if (target === undefined) return;
    await window.withProgress({ location: { viewId: datasetsView } }, () =>
      context.server.ask(saveOriginalRequest, { id, uri: target.toString() }),
    );
    window.setStatusBarMessage(`Saved ${fileName(target.path)}`, 5000);
  };

/** Shows the report of the source where that is as it was ingested, else of the bytes that were ingested. */
export const openDatasetReport: CommandFactory =
  ({ context, view }) =>
  async (given) => {
    const item = datasetOf(given, view);
    await context.reports.show((await findUnchangedSource(context, item)) ?? (await findOriginal(context, item)));
  };

/** Opens a finding where it was: in the source where that is as it was ingested, else in the bytes that were ingested. */
export const openFinding: CommandFactory =
  ({ context, view }) =>
  async (given) => {
    const node = nodeOf(given, view);
    if (node?.kind !== 'leaf' || node.place === null) return;
    const { line, column } = node.place;
    const { item } = node.parent;
    const place = new Range(line - 1, column - 1, line - 1, column - 1);
    const options: TextDocumentShowOptions = { selection: place, preview: true };
    const unchanged = await findUnchangedSource(context, item);
    if (unchanged === null) {
      window.setStatusBarMessage('The file has changed or is gone; this is what was ingested.', 8000);
    }
    await commands.executeCommand('vscode.open', unchanged ?? (await findOriginal(context, item)), options);
  };

/** Where the editor reads the ingested bytes. @throws the server's error */
async function findOriginal({ datasets }: Context, { id, revision, name }: DatasetItem): Promise<Uri> {
  const { sources } = await datasets.lists.contents(id);
  const path = sources.findLast((source) => source.revision === revision)?.path ?? name;
  return originalUri({ id, revision, name: fileName(path) });
}

async function findUnchangedSource(context: Context, { id, revision }: DatasetItem): Promise<Uri | null> {
  const { sources } = await context.datasets.lists.contents(id);
  const uris = sources.filter((source) => source.revision === revision).map(({ path }) => Uri.file(path));
  const states = await context.server.ask(storedStates, { uris: uris.map(String) });
  return uris.find((_, index) => states[index]?.state === 'stored' && states[index].datasetId === id) ?? null;
}

/** The newest source of a dataset that is still there; says so where there is none. */
async function findSource({ datasets }: Context, { id, name }: DatasetItem): Promise<Uri | null> {
  const { sources } = await datasets.lists.contents(id);
  const newestFirst = sources.toSorted((one, other) => other.revision - one.revision);
  for (const { path } of newestFirst) {
    const uri = Uri.file(path);
    if (await isFile(uri)) return uri;
  }
  const paths = newestFirst.map(({ path }) => path).join(', ');
  await window.showWarningMessage(
    `The source file of "${name}" is not there any more (${paths}). "Open original" shows what was ingested.`,
  );
  return null;
}

async function isFile(uri: Uri): Promise<boolean> {
  try {
    return (await workspace.fs.stat(uri)).type !== FileType.Directory;
  } catch {
    return false;
  }
}
