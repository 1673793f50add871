import type { OmicsType } from '#shared/dataset.ts';
import type { DatasetContents, DatasetItem } from '#shared/protocol/datasets.ts';

/** Datasets of one omics type; null where the tables did not tell. */
export interface OmicsNode {
  readonly kind: 'omics';
  readonly omicsType: OmicsType | null;
  /** How many there are. */
  readonly datasets: number;
}

/** A stored dataset. */
export interface DatasetNode {
  readonly kind: 'dataset';
  readonly item: DatasetItem;
}

/** What is listed below a dataset. */
export const partNames = ['samples', 'quantities', 'topFeatures', 'findings'] as const;
export type PartName = (typeof partNames)[number];

/** One list below a dataset. */
export interface PartNode {
  readonly kind: 'part';
  readonly item: DatasetItem;
  readonly part: PartName;
  readonly contents: DatasetContents;
}

/** A sample, a quantity, a feature or a finding. */
export interface LeafNode {
  readonly kind: 'leaf';
  readonly parent: PartNode;
  /** Its place in its list. */
  readonly index: number;
  readonly label: string;
  readonly description: string;
  readonly icon: string;
  readonly tooltip: string;
  /** Where a finding was in its file, 1-based; null for all else. */
  readonly place: { readonly line: number; readonly column: number } | null;
}

/** Stands at the end of a list that goes on. */
export interface MoreNode {
  readonly kind: 'more';
  readonly parent: OmicsNode | PartNode;
  readonly shown: number;
  readonly total: number;
}

/** Something to do where there is nothing to show. */
export interface ActionNode {
  readonly kind: 'action';
  readonly label: string;
  readonly icon: string;
  readonly command: string;
  readonly parameters: readonly unknown[];
}

/** What the view shows. */
export type Node = OmicsNode | DatasetNode | PartNode | LeafNode | MoreNode | ActionNode;

/** Tells nodes apart across refreshes, so that what was open stays open. */
export function nodeId(node: Node): string {
  switch (node.kind) {
    case 'omics':
      return `omics:${node.omicsType ?? ''}`;
    case 'dataset':
      return `dataset:${node.item.id}`;
    case 'part':
      return `${node.part}:${node.item.id}`;
    case 'leaf':
      return `${nodeId(node.parent)}:${node.index}`;
    case 'more':
      return `more:${nodeId(node.parent)}`;
    case 'action':
      return `action:${node.command}`;
    default:
      return node satisfies never;
  }
}
