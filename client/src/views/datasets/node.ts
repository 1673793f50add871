import type { OmicsType } from '#shared/dataset.ts';
import type { DatasetContents, DatasetItem } from '#shared/protocol.ts';

/** Datasets of one omics type; null where the tables did not tell. */
export interface OmicsNode {
  readonly kind: 'omics';
  readonly omicsType: OmicsType | null;
  readonly datasets: readonly DatasetItem[];
}

/** A stored dataset. */
export interface DatasetNode {
  readonly kind: 'dataset';
  readonly item: DatasetItem;
}

/** What is listed below a dataset. */
export const partNames = ['samples', 'quantities', 'findings'] as const;
export type PartName = (typeof partNames)[number];

/** One list below a dataset. */
export interface PartNode {
  readonly kind: 'part';
  readonly item: DatasetItem;
  readonly part: PartName;
  readonly contents: DatasetContents;
}

/** A sample, a quantity or a finding. */
export interface LeafNode {
  readonly kind: 'leaf';
  readonly parent: PartNode;
  /** Its place in its list. */
  readonly index: number;
  readonly label: string;
  readonly description: string;
  readonly icon: string;
  readonly tooltip: string;
}

/** What the view shows. */
export type Node = OmicsNode | DatasetNode | PartNode | LeafNode;

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
    default:
      return node satisfies never;
  }
}
