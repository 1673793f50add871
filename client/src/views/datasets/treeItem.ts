import { ThemeIcon, TreeItem, TreeItemCollapsibleState } from 'vscode';
import type { OmicsType } from '#shared/dataset.ts';
import type { DatasetItem } from '#shared/protocol/datasets.ts';
import { type CommandId, datasetContextValue, leafContextValue } from '../../manifest/commandTable.ts';
import { count, describeCounts, inWords, wholeNumber } from '../../words.ts';
import { type LeafNode, type MoreNode, type Node, nodeId, type PartName, type PartNode } from './node.ts';
import { partSize } from './partSize.ts';

const omicsLabels = {
  lipidomics: 'Lipidomics',
  metabolomics: 'Metabolomics',
  proteomics: 'Proteomics',
  transcriptomics: 'Transcriptomics',
} as const satisfies Record<OmicsType, string>;

const partLooks = {
  samples: { label: 'Samples', icon: 'beaker' },
  quantities: { label: 'Quantities', icon: 'symbol-numeric' },
  topFeatures: { label: 'Top features', icon: 'flame' },
  findings: { label: 'Findings when ingested', icon: 'checklist' },
} as const satisfies Record<PartName, { label: string; icon: string }>;

/** How a node looks. */
export function makeTreeItem(node: Node): TreeItem {
  const item = shape(node);
  item.id = nodeId(node);
  const description = node.kind === 'dataset' ? sizeInWords(node.item) : item.description;
  item.accessibilityInformation = { label: description ? `${item.label}, ${description}` : `${item.label}` };
  return item;
}

function shape(node: Node): TreeItem {
  const { Collapsed, Expanded } = TreeItemCollapsibleState;
  switch (node.kind) {
    case 'omics': {
      const item = new TreeItem(node.omicsType ? omicsLabels[node.omicsType] : 'Omics type not known', Expanded);
      item.description = count(node.datasets, 'dataset');
      item.iconPath = new ThemeIcon('library');
      return item;
    }
    case 'dataset': {
      const item = new TreeItem(node.item.name, Collapsed);
      // In words it would not fit into a sidebar as narrow as it usually is.
      item.description = `${wholeNumber(node.item.features)} × ${wholeNumber(node.item.columns)}`;
      item.tooltip = describeDataset(node.item);
      item.iconPath = new ThemeIcon('table');
      item.contextValue = datasetContextValue;
      return item;
    }
    case 'part':
      return shapePart(node);
    case 'leaf':
      return shapeLeaf(node);
    case 'more':
      return shapeMore(node);
    case 'action': {
      const item = new TreeItem(node.label, TreeItemCollapsibleState.None);
      item.iconPath = new ThemeIcon(node.icon);
      item.command = { command: node.command, title: node.label, arguments: [...node.parameters] };
      return item;
    }
    default:
      return node satisfies never;
  }
}

function shapePart(node: PartNode): TreeItem {
  const { Collapsed, None } = TreeItemCollapsibleState;
  const { label, icon } = partLooks[node.part];
  const size = partSize(node);
  const item = new TreeItem(label, size > 0 ? Collapsed : None);
  item.description = describePart(node, size);
  item.iconPath = new ThemeIcon(icon);
  return item;
}

function describePart({ part, contents }: PartNode, size: number): string {
  if (size === 0) return 'none';
  if (part === 'topFeatures') return '';
  return part === 'findings' ? describeCounts(contents.findings) : wholeNumber(size);
}

function shapeLeaf(node: LeafNode): TreeItem {
  const item = new TreeItem(node.label, TreeItemCollapsibleState.None);
  item.description = node.description;
  item.tooltip = node.tooltip;
  item.iconPath = new ThemeIcon(node.icon);
  item.contextValue = leafContextValue;
  if (node.place !== null) item.command = call('amprenta.openFinding', 'Open where it was found', node);
  return item;
}

function shapeMore(node: MoreNode): TreeItem {
  const item = new TreeItem('Show more…', TreeItemCollapsibleState.None);
  item.description = `${wholeNumber(node.shown)} of ${wholeNumber(node.total)} shown`;
  item.iconPath = new ThemeIcon('ellipsis');
  item.command = call('amprenta.showMore', 'Show more', node);
  return item;
}

const call = (command: CommandId, title: string, node: Node) => ({ command, title, arguments: [node] });

const sizeInWords = ({ features, columns }: DatasetItem): string =>
  `${count(features, 'feature')} in ${count(columns, 'column')}`;

function describeDataset(item: DatasetItem): string {
  const { name, omicsType, profile, revision, updatedAt } = item;
  return [
    name,
    `${omicsType ?? 'Omics type not known'}, recognised as ${inWords(profile)}`,
    `${sizeInWords(item)}, revision ${revision}`,
    `Ingested ${new Date(updatedAt).toLocaleString()}`,
  ].join('\n');
}
