import { type Delimiter, delimiters, encodings, omicsTypes, scales } from '#shared/dataset.ts';
import { knownOrganisms } from '#shared/organisms.ts';
import { type ColumnOverride, type OverrideName, orientations, type TokenOverride } from '#shared/overrides.ts';
import type { TableDetails } from '#shared/protocol/tables.ts';
import { inWords } from '../words.ts';

/** The parts of a reading as people read them. */
export const partNames = {
  layout: 'Layout',
  omicsType: 'Omics type',
  orientation: 'Orientation',
  rowKey: 'Row key',
  sampleColumns: 'Sample columns',
  sampleSheet: 'Sample sheet',
  quantity: 'Quantity',
  scale: 'Scale',
  taxon: 'Organism',
  missingTokens: 'Missing values',
  valueTokens: 'Not missing',
  delimiter: 'Delimiter',
  encoding: 'Encoding',
} as const satisfies Record<OverrideName, string>;

/** A part that is one of several values. */
export type ChoicePart = Exclude<OverrideName, ColumnOverride | TokenOverride | 'sampleSheet'>;

/** Delimiters as people read them. */
export const delimiterNames = {
  ',': 'comma',
  '\t': 'tab',
  ';': 'semicolon',
  '|': 'pipe',
} as const satisfies Record<Delimiter, string>;

/** One way to read a part of a table. */
export interface Possibility {
  readonly value: string;
  readonly label: string;
  /** How sure that is; empty for what the table does not tell. */
  readonly description: string;
  /** Why. */
  readonly detail: string;
}

/** How a part of a table may be read; for layouts and quantities those that the table offers. */
export function listPossibilities(part: ChoicePart, details: TableDetails): readonly Possibility[] {
  switch (part) {
    case 'layout':
      return listLayouts(details);
    case 'omicsType':
      return omicsTypes.map((value) => plain(value));
    case 'orientation':
      return orientations.map((value) => plain(value, inWords(value)));
    case 'quantity':
      return details.quantities.filter((name) => name !== null).map((value) => plain(value));
    case 'scale':
      return scales.map((value) => plain(value));
    case 'taxon':
      return listOrganisms();
    case 'delimiter':
      return delimiters.map((value) => plain(value, delimiterNames[value]));
    case 'encoding':
      return encodings.map((value) => plain(value));
    default:
      return part satisfies never;
  }
}

/** What a part is read as now; null where nothing is known of it. */
export function presentValue(part: ChoicePart, details: TableDetails): string | null {
  const { profile, omicsType, shape, quantities, scale, organism, delimiter, encoding } = details;
  const values = {
    layout: profile,
    omicsType,
    orientation: shape,
    quantity: quantities[0] ?? null,
    scale,
    taxon: organism?.taxon ? String(organism.taxon) : null,
    delimiter,
    encoding,
  };
  return values[part];
}

/** `94 % sure`. */
export const inPercent = (confidence: number): string => `${Math.round(confidence * 100)} % sure`;

function listLayouts({ layouts, profile, confidence, evidence }: TableDetails): Possibility[] {
  const isListed = layouts.some(({ layout }) => layout === profile);
  const all = isListed ? layouts : [...layouts, { layout: profile, confidence, evidence }];
  return all.map(({ layout, confidence: sure, evidence: detail }) => ({
    value: layout,
    label: inWords(layout),
    description: inPercent(sure),
    detail,
  }));
}

function listOrganisms(): Possibility[] {
  return knownOrganisms.map(({ taxon, name, common }) => ({
    value: String(taxon),
    label: name,
    description: [...common, `NCBI taxon ${taxon}`].join(', '),
    detail: '',
  }));
}

const plain = (value: string, label: string = value): Possibility => ({ value, label, description: '', detail: '' });
