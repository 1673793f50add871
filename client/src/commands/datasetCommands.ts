import { env, window } from 'vscode';
import { exportDataset } from '#shared/protocol/datasets.ts';
import { datasetOf, nodeOf } from '../views/datasets/chosenNode.ts';
import type { CommandFactory } from './command.ts';
import { openUntitled } from './openUntitled.ts';

/** Opens the stored matrix in an untitled document. */
export const openTable: CommandFactory =
  ({ context, view }) =>
  async (given) => {
    await openUntitled(await context.server.ask(exportDataset, { id: datasetOf(given, view).id }), 'tsv');
  };

/** Puts the id of a dataset on the clipboard, for the command line. */
export const copyDatasetId: CommandFactory =
  ({ view }) =>
  async (given) => {
    await env.clipboard.writeText(datasetOf(given, view).id);
  };

/** Puts the name of a dataset, or of what is listed below it, on the clipboard. */
export const copyName: CommandFactory =
  ({ view }) =>
  async (given) => {
    const node = nodeOf(given, view);
    if (node?.kind === 'dataset') await env.clipboard.writeText(node.item.name);
    if (node?.kind === 'leaf') await env.clipboard.writeText(node.label);
  };

/** Removes a dataset, once a person has confirmed it. */
export const deleteDataset: CommandFactory =
  ({ context, view }) =>
  async (given) => {
    const { id, name, revision } = datasetOf(given, view);
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
