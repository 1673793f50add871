import { ThemeIcon, TreeItem, TreeItemCollapsibleState } from 'vscode';
import type { OmicsType } from '#shared/dataset.ts';
import type { DatasetItem } from '#shared/protocol.ts';
import { datasetContextValue } from '../../manifest/commandTable.ts';
import { count, inWords } from '../../words.ts';
import { partSize } from './leaves.ts';
import { type Node, nodeId, type PartName } from './node.ts';

const omicsLabels = {
  lipidomics: 'Lipidomics',
  metabolomics: 'Metabolomics',
  proteomics: 'Proteomics',
  transcriptomics: 'Transcriptomics',
} as const satisfies Record<OmicsType, string>;

const partLooks = {
  samples: { label: 'Samples', icon: 'beaker' },
  quantities: { label: 'Quantities', icon: 'symbol-numeric' },
  findings: { label: 'Findings when ingested', icon: 'checklist' },
} as const satisfies Record<PartName, { label: string; icon: string }>;

/** How a node looks. */
export function makeTreeItem(node: Node): TreeItem {
  const item = shape(node);
  item.id = nodeId(node);
  const description = typeof item.description === 'string' ? `, ${item.description}` : '';
  item.accessibilityInformation = { label: `${item.label}${description}` };
  return item;
}

function shape(node: Node): TreeItem {
  const { Collapsed, Expanded, None } = TreeItemCollapsibleState;
  switch (node.kind) {
    case 'omics': {
      const item = new TreeItem(node.omicsType ? omicsLabels[node.omicsType] : 'Omics type not known', Expanded);
      item.description = count(node.datasets.length, 'dataset');
      item.iconPath = new ThemeIcon('library');
      return item;
    }
    case 'dataset': {
      const item = new TreeItem(node.item.name, Collapsed);
      item.description = `${count(node.item.features, 'feature')} × ${count(node.item.columns, 'column')}`;
      item.tooltip = describeDataset(node.item);
      item.iconPath = new ThemeIcon('table');
      item.contextValue = datasetContextValue;
      return item;
    }
    case 'part': {
      const { label, icon } = partLooks[node.part];
      const size = partSize(node);
      const item = new TreeItem(label, size > 0 ? Collapsed : None);
      item.description = size > 0 ? String(size) : 'none';
      item.iconPath = new ThemeIcon(icon);
      return item;
    }
    case 'leaf': {
      const item = new TreeItem(node.label, None);
      item.description = node.description;
      item.tooltip = node.tooltip;
      item.iconPath = new ThemeIcon(node.icon);
      return item;
    }
    default:
      return node satisfies never;
  }
}

function describeDataset({ name, omicsType, profile, features, columns, revision, updatedAt }: DatasetItem): string {
  return [
    name,
    `${omicsType ?? 'Omics type not known'}, recognised as ${inWords(profile)}`,
    `${count(features, 'feature')} in ${count(columns, 'column')}, revision ${revision}`,
    `Ingested ${new Date(updatedAt).toLocaleString()}`,
  ].join('\n');
}
