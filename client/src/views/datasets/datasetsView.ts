import { commands, window } from 'vscode';
import type { DatabaseStatus } from '#shared/protocol.ts';
import type { Context } from '../../context.ts';
import { datasetsView } from '../../manifest/commandTable.ts';
import { DatasetTree } from './datasetTree.ts';
import type { Node } from './node.ts';

/** What others may do with the view. */
export interface DatasetsView {
  /** What it shows. */
  readonly tree: DatasetTree;
  /** Brings a dataset to the front and selects it. */
  reveal(id: string): Promise<void>;
}

/** Puts the stored datasets into the activity bar. */
export function showDatasets(context: Context): DatasetsView {
  const tree = new DatasetTree(context.datasets);
  const view = window.createTreeView<Node>(datasetsView, { treeDataProvider: tree, showCollapseAll: true });
  const showMessage = ({ state, message }: DatabaseStatus): void => {
    view.message = state === 'unreachable' ? (message ?? 'The database does not answer.') : '';
  };
  context.own(view, context.datasets.onAnswer(showMessage));
  return {
    tree,
    async reveal(id) {
      // A view that is not open yet forgets what it was told to expand while it loads.
      await commands.executeCommand(`${datasetsView}.focus`);
      const node = await tree.find(id);
      if (node !== undefined) await view.reveal(node, { select: true, focus: true, expand: true });
    },
  };
}
