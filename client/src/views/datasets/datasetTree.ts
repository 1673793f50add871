import { type Event, EventEmitter, type TreeDataProvider, type TreeItem } from 'vscode';
import type { DatasetGroup, DatasetItem } from '#shared/protocol/datasets.ts';
import type { Datasets } from './datasets.ts';
import { findingTexts, type LeafTexts, quantityTexts, sampleTexts, topFeatureTexts } from './leaves.ts';
import {
  type DatasetNode,
  type LeafNode,
  type MoreNode,
  type Node,
  type OmicsNode,
  type PartNode,
  partNames,
} from './node.ts';
import type { PagedList } from './pagedList.ts';
import { partSize } from './partSize.ts';
import { makeTreeItem } from './treeItem.ts';
import { wayOutActions } from './wayOutActions.ts';

/** Omics types → datasets → samples, quantities, top features, findings; nothing is asked for before it is opened. */
export class DatasetTree implements TreeDataProvider<Node> {
  readonly onDidChangeTreeData: Event<Node | undefined>;
  readonly #changed = new EventEmitter<Node | undefined>();
  readonly #datasets: Datasets;

  constructor(datasets: Datasets) {
    this.#datasets = datasets;
    this.onDidChangeTreeData = this.#changed.event;
    datasets.onChange(() => this.#changed.fire(undefined));
  }

  getTreeItem(node: Node): TreeItem {
    return makeTreeItem(node);
  }

  async getChildren(node?: Node): Promise<Node[]> {
    if (node === undefined) {
      const groups = await this.#datasets.groups();
      return this.#datasets.isOutOfReach ? [...wayOutActions] : sortGroups(groups).map(omicsNode);
    }
    switch (node.kind) {
      case 'omics': {
        const items = await this.#listOf(node).items();
        const children = items.map((item): Node => ({ kind: 'dataset', item }));
        return [...children, ...moreOf(node, items.length, node.datasets)];
      }
      case 'dataset': {
        const contents = await this.#datasets.lists.contents(node.item.id);
        return partNames.map((part) => ({ kind: 'part', item: node.item, part, contents }));
      }
      case 'part':
        return this.#leavesOf(node);
      case 'leaf':
      case 'more':
      case 'action':
        return [];
      default:
        return node satisfies never;
    }
  }

  async getParent(node: Node): Promise<Node | undefined> {
    switch (node.kind) {
      case 'omics':
      case 'action':
        return undefined;
      case 'dataset':
        return this.#groupOf(node.item);
      case 'part':
        return { kind: 'dataset', item: node.item };
      case 'leaf':
      case 'more':
        return node.parent;
      default:
        return node satisfies never;
    }
  }

  /** Reads on in a list and shows it. @throws the server's error */
  async showMore({ parent }: MoreNode): Promise<void> {
    await this.#listOf(parent)?.more();
    this.#changed.fire(parent);
  }

  /**
   * The node of a dataset, as far down in its list as it may be; a filter that hides it is taken back.
   * @throws the server's error, where the dataset is not stored any more
   */
  async find(id: string): Promise<DatasetNode> {
    const { query, lists } = this.#datasets;
    const sought = await this.#datasets.find(id);
    const isFound = async (): Promise<boolean> => {
      const list = lists.datasets(sought.omicsType);
      for (let known = -1; ; ) {
        const items = await list.items();
        if (items.some((item) => item.id === id)) return true;
        if (items.length === known) return false;
        known = items.length;
        await list.more();
      }
    };
    if (!(await isFound())) {
      query.filter('');
      await isFound();
    }
    this.#changed.fire(undefined);
    return { kind: 'dataset', item: sought };
  }

  async #leavesOf(part: PartNode): Promise<Node[]> {
    const texts = await this.#textsOf(part);
    const leaves = texts.map((text, index): LeafNode => ({ kind: 'leaf', parent: part, index, ...text }));
    // Top features are the first of a ranking: there is no rest to be shown.
    return part.part === 'topFeatures' ? leaves : [...leaves, ...moreOf(part, leaves.length, partSize(part))];
  }

  async #textsOf({ part, item, contents }: PartNode): Promise<readonly LeafTexts[]> {
    const { lists } = this.#datasets;
    switch (part) {
      case 'samples':
        return (await lists.samples(item.id).items()).map(sampleTexts);
      case 'quantities':
        return quantityTexts(contents);
      case 'topFeatures':
        return topFeatureTexts(await lists.topFeatures(item.id));
      case 'findings':
        return (await lists.findings(item.id).items()).map(findingTexts);
      default:
        return part satisfies never;
    }
  }

  #listOf(node: OmicsNode): PagedList<DatasetItem>;
  #listOf(node: OmicsNode | PartNode): PagedList<unknown> | null;
  #listOf(node: OmicsNode | PartNode): PagedList<unknown> | null {
    const { lists } = this.#datasets;
    if (node.kind === 'omics') return lists.datasets(node.omicsType);
    if (node.part === 'samples') return lists.samples(node.item.id);
    return node.part === 'findings' ? lists.findings(node.item.id) : null;
  }

  async #groupOf({ omicsType }: DatasetItem): Promise<OmicsNode | undefined> {
    const group = (await this.#datasets.groups()).find((one) => one.omicsType === omicsType);
    return group && omicsNode(group);
  }
}

const omicsNode = (group: DatasetGroup): OmicsNode => ({ kind: 'omics', ...group });

/** Tables that did not tell their omics type come last. */
const sortGroups = (groups: readonly DatasetGroup[]): readonly DatasetGroup[] =>
  groups.toSorted((one, other) => (one.omicsType ?? '\uffff').localeCompare(other.omicsType ?? '\uffff'));

const moreOf = (parent: MoreNode['parent'], shown: number, total: number): MoreNode[] =>
  shown < total ? [{ kind: 'more', parent, shown, total }] : [];
