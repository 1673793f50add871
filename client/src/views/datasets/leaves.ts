import { count } from '../../words.ts';
import type { LeafNode, PartNode } from './node.ts';

const severityIcons = { error: 'error', warning: 'warning', information: 'info' } as const;

/** How many entries a list has. */
export const partSize = ({ part, contents }: PartNode): number => contents[part].length;

/** The entries of a list below a dataset. */
export function makeLeaves(parent: PartNode): LeafNode[] {
  return makeTexts(parent).map((texts, index) => ({ kind: 'leaf', parent, index, ...texts }));
}

function makeTexts({ part, contents }: PartNode): Omit<LeafNode, 'kind' | 'parent' | 'index'>[] {
  switch (part) {
    case 'samples':
      return contents.samples.map((label) => ({ label, description: '', icon: 'beaker', tooltip: `Sample ${label}` }));
    case 'quantities':
      return contents.quantities.map(({ name, primary, samples }) => ({
        label: name ?? 'Unnamed quantity',
        description: `${count(samples, 'sample')}${primary ? ', primary' : ''}`,
        icon: primary ? 'star-full' : 'symbol-numeric',
        tooltip: primary
          ? `${name ?? 'The measured values'}: what is compared and searched`
          : `${name ?? 'Values'}: stored beside the primary quantity`,
      }));
    case 'findings':
      return contents.findings.map(({ code, severity, line, message }) => ({
        label: message,
        description: `line ${line}`,
        icon: severityIcons[severity],
        tooltip: `${message}\n${severity}, ${code}, line ${line} of the source file when it was ingested`,
      }));
    default:
      return part satisfies never;
  }
}
