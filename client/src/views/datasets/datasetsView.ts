import { commands, window } from 'vscode';
import type { DatabaseStatus } from '#shared/protocol/server.ts';
import type { Context } from '../../context.ts';
import { datasetsView } from '../../manifest/commandTable.ts';
import { DatasetTree } from './datasetTree.ts';
import type { Node } from './node.ts';

/** What others may do with the view. */
export interface DatasetsView {
  /** What it shows. */
  readonly tree: DatasetTree;
  /** What is selected in it; undefined where nothing is. */
  readonly selected: () => Node | undefined;
  /** Brings a dataset to the front and selects it. @throws the server's error, where it is not stored any more */
  reveal(id: string): Promise<void>;
}

/** Puts the stored datasets into the activity bar. */
export function showDatasets(context: Context): DatasetsView {
  const { datasets } = context;
  const tree = new DatasetTree(datasets);
  const view = window.createTreeView<Node>(datasetsView, { treeDataProvider: tree, showCollapseAll: true });
  let trouble = '';
  const tell = async (): Promise<void> => {
    const { text } = datasets.query;
    if (text === '' || trouble !== '') {
      view.message = trouble;
      return;
    }
    const found = await datasets.groups();
    // While that was asked, the filter may have been taken back, or the database gone.
    if (text !== datasets.query.text || trouble !== '') return;
    view.message = found.length > 0 ? `Only datasets with "${text}".` : `No dataset matches "${text}".`;
  };
  const answered = ({ state, message }: DatabaseStatus): void => {
    trouble = state === 'unreachable' ? (message ?? 'The database does not answer.') : '';
    void tell();
  };
  context.own(
    view,
    datasets.onAnswer(answered),
    datasets.onChange(() => void tell()),
  );
  return {
    tree,
    selected: () => view.selection[0],
    async reveal(id) {
      // A view that is not open yet forgets what it was told to expand while it loads.
      await commands.executeCommand(`${datasetsView}.focus`);
      await view.reveal(await tree.find(id), { select: true, focus: true, expand: true });
    },
  };
}
