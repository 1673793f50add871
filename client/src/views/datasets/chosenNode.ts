import type { DatasetItem } from '#shared/protocol/datasets.ts';
import type { DatasetsView } from './datasetsView.ts';
import type { Node } from './node.ts';

/** The node that a command was called on: what its menu passes, or where a key was pressed what is selected. */
export function nodeOf(given: unknown, view: DatasetsView): Node | undefined {
  const isNode = typeof given === 'object' && given !== null && 'kind' in given;
  return isNode ? (given as Node) : view.selected();
}

/** The dataset that a command was called on, or below which it was called. @throws Error where there is none */
export function datasetOf(given: unknown, view: DatasetsView): DatasetItem {
  const node = nodeOf(given, view);
  switch (node?.kind) {
    case 'dataset':
    case 'part':
      return node.item;
    case 'leaf':
      return node.parent.item;
    default:
      throw new Error('Choose a dataset in the Amprenta view first.');
  }
}
