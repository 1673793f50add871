import type { Delimiter, Encoding, Shape } from '#shared/dataset.ts';
import type { Profile } from '../profiles/profile.ts';
import type { Validation } from '../rules/validate.ts';
import type { QuantityTally } from '../values/tally.ts';
import { organismText } from './organismText.ts';
import { countText, fewOf, numberOf, percentText } from './words.ts';

const shapeWords = {
  'features-in-rows': 'a row a feature, a column a sample',
  'samples-in-rows': 'a row a sample, a column a feature',
  long: 'a row a measurement (long)',
  results: 'results of a comparison, a row a feature',
  'sample-sheet': 'a sample sheet, a row a sample',
  annotation: 'annotations, nothing measured',
  unknown: 'of no known shape',
} as const satisfies Record<Shape, string>;

const delimiterWords = {
  ',': 'comma',
  '\t': 'tab',
  ';': 'semicolon',
  '|': 'pipe',
} as const satisfies Record<Delimiter, string>;

const encodingWords = {
  'utf-8': 'UTF-8',
  'utf-8-bom': 'UTF-8 with byte order mark',
  'utf-16le': 'UTF-16 (little-endian)',
  'utf-16be': 'UTF-16 (big-endian)',
  'windows-1252': 'Windows-1252',
  'iso-8859-1': 'ISO-8859-1',
} as const satisfies Record<Encoding, string>;

/** Something that is said of a table. */
export interface TableFact {
  /** One word. */
  readonly label: string;
  readonly text: string;
}

/**
 * What a table is taken for and why, and what is in it, for a person.
 * @param sheet which sample sheet is used; null where there is nothing to say
 */
export function tableFacts({ profile, tally }: Validation, sheet: string | null): TableFact[] {
  return [
    fact('recognised', `${profile.layout} (${percentText(profile.confidence, 1)} sure): ${profile.evidence}`),
    fact('omics', omicsText(profile)),
    ...(profile.organism === null ? [] : [fact('organism', organismText(profile))]),
    fact('written', writtenText(profile)),
    fact('shape', shapeWords[profile.shape]),
    fact('key', keyText(profile)),
    fact('rows', `${numberOf(tally.rows, 'row')}, ${numberOf(tally.features, 'feature')}`),
    fact('samples', samplesText(tally.samples)),
    ...(sheet === null ? [] : [fact('sheet', sheet)]),
    ...tally.quantities.map((quantity) => fact('quantity', quantityText(quantity))),
    ...(tally.statistics.length === 0
      ? []
      : [fact('statistics', `${countText(tally.statistics.length)}: ${fewOf(tally.statistics, 8)}`)]),
  ];
}

function fact(label: string, text: string): TableFact {
  return { label, text };
}

/** The evidence is a sentence that may begin with the type itself. */
function omicsText({ omicsType, omicsEvidence }: Profile): string {
  if (omicsType === null) return 'type not told by the table';
  return omicsEvidence.toLowerCase().startsWith(omicsType) ? omicsEvidence : `${omicsType}: ${omicsEvidence}`;
}

function writtenText({ delimiter, encoding, headerLine }: Profile): string {
  const separator = delimiter === null ? 'one column' : `${delimiterWords[delimiter]}-separated`;
  const header = headerLine < 0 ? 'no header' : `header on line ${countText(headerLine + 1)}`;
  return `${separator}, ${encodingWords[encoding]}, ${header}`;
}

function keyText({ rowKey, columns }: Profile): string {
  if (rowKey.length === 0) return 'no column identifies a row';
  const names = rowKey.map((index) => columns.find((column) => column.index === index)?.name ?? '');
  return names.map((name) => (name === '' ? '(unnamed column)' : name)).join(' + ');
}

function samplesText(samples: readonly string[]): string {
  return samples.length === 0 ? 'none' : `${countText(samples.length)}: ${fewOf(samples, 6)}`;
}

function quantityText({ quantity, samples, missing, zeros }: QuantityTally): string {
  const parts = [
    numberOf(samples, 'sample'),
    numberOf(missing, 'missing value'),
    `${numberOf(zeros, 'zero')}${zeros > 0 && quantity.zeroIsMissing ? ' (missing, by this tool)' : ''}`,
    quantity.scale === 'unknown' ? 'scale not told' : quantity.scale,
    ...(quantity.unit === null ? [] : [quantity.unit]),
  ];
  return `${quantity.name ?? '(unnamed)'}${quantity.primary ? ' (primary)' : ''}: ${parts.join(', ')}`;
}
