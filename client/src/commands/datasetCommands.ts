import { commands, env, FileType, Uri, window, workspace } from 'vscode';
import type { DatasetItem } from '#shared/protocol.ts';
import type { Context } from '../context.ts';
import type { CommandFactory } from './command.ts';
import { openUntitled } from './openUntitled.ts';

/** Opens the stored matrix in an untitled document. */
export const openTable: CommandFactory =
  ({ context }) =>
  async (node) => {
    await openUntitled(await context.datasets.exportText(datasetOf(node).id), 'tsv');
  };

/** Opens the file that a dataset was ingested from. */
export const openSource: CommandFactory =
  ({ context }) =>
  async (node) => {
    const source = await findSource(context, datasetOf(node));
    if (source !== null) await commands.executeCommand('vscode.open', source);
  };

/** Shows that file in the editor's explorer, or where it is none of the workspace's, in the system's. */
export const revealSource: CommandFactory =
  ({ context }) =>
  async (node) => {
    const source = await findSource(context, datasetOf(node));
    if (source === null) return;
    const isInWorkspace = workspace.getWorkspaceFolder(source) !== undefined;
    await commands.executeCommand(isInWorkspace ? 'revealInExplorer' : 'revealFileInOS', source);
  };

/** Puts the id of a dataset on the clipboard, for the command line. */
export const copyDatasetId: CommandFactory = () => async (node) => {
  await env.clipboard.writeText(datasetOf(node).id);
};

/** Removes a dataset, once a person has confirmed it. */
export const deleteDataset: CommandFactory =
  ({ context }) =>
  async (node) => {
    const { id, name, revision } = datasetOf(node);
    const remove = 'Delete';
    const detail = revision > 1 ? `All ${revision} revisions go, and can't be had back.` : "It can't be had back.";
    const message = `Delete the dataset "${name}" from the database?`;
    const answer = await window.showWarningMessage(
      message,
      { modal: true, detail: `${detail} The source file stays as it is.` },
      remove,
    );
    if (answer === remove) await context.datasets.delete(id);
  };

/** The newest source of a dataset that is still there; says so where there is none. */
async function findSource({ datasets }: Context, { id, name }: DatasetItem): Promise<Uri | null> {
  const { sources } = await datasets.contents(id);
  const newestFirst = [...sources].sort((one, other) => other.revision - one.revision);
  for (const { path } of newestFirst) {
    const uri = Uri.file(path);
    if (await isFile(uri)) return uri;
  }
  const paths = newestFirst.map(({ path }) => path).join(', ');
  await window.showWarningMessage(
    `The source file of "${name}" is not there any more (${paths}). "Open as table" shows what is stored.`,
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

/** The dataset that a command of the view was called on. */
function datasetOf(node: unknown): DatasetItem {
  const isDataset = typeof node === 'object' && node !== null && 'kind' in node && node.kind === 'dataset';
  if (!isDataset || !('item' in node)) throw new Error('Choose a dataset in the Amprenta view first.');
  return node.item as DatasetItem;
}
