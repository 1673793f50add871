import { commands, extensions, type TreeDataProvider, type TreeItem } from 'vscode';

/** An entry of the tree as a person reads it. */
interface Entry {
  readonly node: unknown;
  readonly label: string;
  readonly description: string;
}

/** A dataset of the tree, with what lies below it. */
interface DatasetEntry extends Entry {
  readonly parts: readonly Entry[];
  readonly samples: readonly Entry[];
  readonly findings: readonly Entry[];
}

/** Reads the datasets off the extension's tree, through what the view itself is given. */
export async function storedDatasets(): Promise<DatasetEntry[]> {
  const datasets = (await listedDatasets()).flat().filter(({ label }) => label !== more);
  return Promise.all(
    datasets.map(async (dataset) => {
      const parts = await childrenOf(dataset.node);
      const below = async (label: string): Promise<Entry[]> => {
        const part = parts.find((one) => one.label.startsWith(label));
        return part ? childrenOf(part.node) : [];
      };
      return { ...dataset, parts, samples: await below('Samples'), findings: await below('Findings') };
    }),
  );
}

/** What stands below each omics type, the way to more included. */
export async function listedDatasets(): Promise<Entry[][]> {
  return Promise.all((await childrenOf()).map(({ node }) => childrenOf(node)));
}

/** Chooses "Show more" until there is no more. */
export async function showEveryDataset(): Promise<void> {
  for (;;) {
    const next = (await listedDatasets()).flat().find(({ label }) => label === more);
    if (next === undefined) return;
    await commands.executeCommand('amprenta.showMore', next.node);
  }
}

const more = 'Show more…';

async function childrenOf(node?: unknown): Promise<Entry[]> {
  const extension = extensions.getExtension('amprenta.amprenta-omics');
  const tree: TreeDataProvider<unknown> = extension?.exports.datasetTree;
  const nodes = (await tree.getChildren(node)) ?? [];
  return Promise.all(nodes.map(async (one) => describe(one, await tree.getTreeItem(one))));
}

const describe = (node: unknown, { label, description }: TreeItem): Entry => ({
  node,
  label: typeof label === 'string' ? label : (label?.label ?? ''),
  description: typeof description === 'string' ? description : '',
});
