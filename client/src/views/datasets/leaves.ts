import type { DatasetContents, FindingItem, SampleItem, TopFeatures } from '#shared/protocol/datasets.ts';
import type { SampleFacts } from '#shared/sample.ts';
import { count } from '../../words.ts';
import type { LeafNode } from './node.ts';

/** What an entry below a dataset says. */
export type LeafTexts = Omit<LeafNode, 'kind' | 'parent' | 'index'>;

const severityIcons = { error: 'error', warning: 'warning', information: 'info' } as const;

const factWords: Readonly<Record<keyof SampleFacts, string>> = {
  kind: 'kind',
  group: 'group',
  subject: 'subject',
  timepoint: 'time point',
  batch: 'batch',
  injectionOrder: 'injection order',
  technicalReplicateOf: 'technical replicate of',
};

/** A sample: what is known of it, then what its table and sheet say of it besides. */
export function sampleTexts({ name, metadata, ...facts }: SampleItem): LeafTexts {
  const names = Object.keys(factWords) as (keyof SampleFacts)[];
  const known = names.flatMap((fact) => (facts[fact] === null ? [] : [`${factWords[fact]}: ${facts[fact]}`]));
  const told = Object.entries(metadata)
    .filter(([key, text]) => !Object.entries(facts).some(([fact, value]) => fact === key && String(value) === text))
    .map(([key, text]) => `${key}: ${text}`);
  return {
    label: name,
    description: (known.length > 0 ? known : told).join(', '),
    icon: 'beaker',
    tooltip: [`Sample ${name}`, ...known, ...told].join('\n'),
    place: null,
  };
}

/** The measured quantities, then the figures of comparisons. */
export function quantityTexts({ quantities, statistics }: DatasetContents): readonly LeafTexts[] {
  return [
    ...quantities.map(({ name, primary, samples }) => ({
      label: name ?? 'Unnamed quantity',
      description: `${count(samples, 'sample')}${primary ? ', primary' : ''}`,
      icon: primary ? 'star-full' : 'symbol-numeric',
      tooltip: primary
        ? `${name ?? 'The measured values'}: what is compared and searched`
        : `${name ?? 'Values'}: stored beside the primary quantity`,
      place: null,
    })),
    ...statistics.map((name) => ({
      label: name,
      description: 'statistic',
      icon: 'graph',
      tooltip: `${name}: a figure of the comparison that the table reports`,
      place: null,
    })),
  ];
}

/** The features that stand out, each with the figure it was chosen by. */
export function topFeatureTexts({ by, features }: TopFeatures): readonly LeafTexts[] {
  return features.map(({ name, figure }, index) => ({
    label: name,
    description: figure,
    icon: 'symbol-field',
    tooltip: `${name}\n${figure}: number ${index + 1} by ${by}`,
    place: null,
  }));
}

/** A finding, with the place that it had. */
export function findingTexts({ code, severity, line, column, message }: FindingItem): LeafTexts {
  return {
    label: message,
    description: `line ${line}`,
    icon: severityIcons[severity],
    tooltip: `${message}\n${severity}, ${code}, line ${line} of the file when it was ingested. Enter opens that line.`,
    place: { line, column },
  };
}
