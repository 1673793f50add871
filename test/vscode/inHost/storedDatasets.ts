import { extensions, type TreeDataProvider, type TreeItem } from 'vscode';

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
}

/** Reads the datasets off the extension's tree, through what the view itself is given. */
export async function storedDatasets(): Promise<DatasetEntry[]> {
  const extension = extensions.getExtension('amprenta.amprenta-omics');
  const tree: TreeDataProvider<unknown> = extension?.exports.datasetTree;
  const children = async (node?: unknown): Promise<Entry[]> => {
    const nodes = (await tree.getChildren(node)) ?? [];
    return Promise.all(nodes.map(async (one) => describe(one, await tree.getTreeItem(one))));
  };
  const datasets = (await Promise.all((await children()).map(({ node }) => children(node)))).flat();
  return Promise.all(
    datasets.map(async (dataset) => {
      const parts = await children(dataset.node);
      const samples = parts.find(({ label }) => label === 'Samples');
      return { ...dataset, parts, samples: samples ? await children(samples.node) : [] };
    }),
  );
}

const describe = (node: unknown, { label, description }: TreeItem): Entry => ({
  node,
  label: typeof label === 'string' ? label : (label?.label ?? ''),
  description: typeof description === 'string' ? description : '',
});
