import type { PartNode } from './node.ts';

/** How many entries a list below a dataset has, those included that are not shown yet. */
export function partSize({ part, item, contents }: PartNode): number {
  switch (part) {
    case 'samples':
      return contents.samples;
    case 'quantities':
      return contents.quantities.length + contents.statistics.length;
    case 'topFeatures':
      return contents.quantities.length + contents.statistics.length > 0 ? item.features : 0;
    case 'findings': {
      const { error, warning, information } = contents.findings;
      return error + warning + information;
    }
    default:
      return part satisfies never;
  }
}
