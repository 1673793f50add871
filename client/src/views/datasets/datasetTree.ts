import type { Event, TreeDataProvider, TreeItem } from 'vscode';
import type { DatasetItem } from '#shared/protocol.ts';
import type { Datasets } from './datasets.ts';
import { makeLeaves } from './leaves.ts';
import { type DatasetNode, type Node, type OmicsNode, partNames } from './node.ts';
import { makeTreeItem } from './treeItem.ts';

/** Omics types → datasets → samples, quantities, findings; below a dataset nothing is asked for before it is opened. */
export class DatasetTree implements TreeDataProvider<Node> {
  readonly onDidChangeTreeData: Event<void>;
  readonly #datasets: Datasets;

  constructor(datasets: Datasets) {
    this.#datasets = datasets;
    this.onDidChangeTreeData = datasets.onChange;
  }

  getTreeItem(node: Node): TreeItem {
    return makeTreeItem(node);
  }

  async getChildren(node?: Node): Promise<Node[]> {
    if (node === undefined) return groupByOmics(await this.#datasets.list());
    switch (node.kind) {
      case 'omics':
        return node.datasets.map((item) => ({ kind: 'dataset', item }));
      case 'dataset': {
        const contents = await this.#datasets.contents(node.item.id);
        return partNames.map((part) => ({ kind: 'part', item: node.item, part, contents }));
      }
      case 'part':
        return makeLeaves(node);
      case 'leaf':
        return [];
      default:
        return node satisfies never;
    }
  }

  async getParent(node: Node): Promise<Node | undefined> {
    switch (node.kind) {
      case 'omics':
        return undefined;
      case 'dataset':
        return groupByOmics(await this.#datasets.list()).find(({ omicsType }) => omicsType === node.item.omicsType);
      case 'part':
        return { kind: 'dataset', item: node.item };
      case 'leaf':
        return node.parent;
      default:
        return node satisfies never;
    }
  }

  /** The node of a dataset, or undefined where it is not stored any more. */
  async find(id: string): Promise<DatasetNode | undefined> {
    const item = (await this.#datasets.list()).find((one) => one.id === id);
    return item && { kind: 'dataset', item };
  }
}

function groupByOmics(items: readonly DatasetItem[]): OmicsNode[] {
  const groups = [...Map.groupBy(items, ({ omicsType }) => omicsType)];
  // Tables that did not tell their omics type come last.
  groups.sort(([one], [other]) => (one ?? '\uffff').localeCompare(other ?? '\uffff'));
  return groups.map(([omicsType, datasets]) => ({ kind: 'omics', omicsType, datasets }));
}
