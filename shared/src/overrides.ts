/**
 * What a person says of a table, over what the table tells itself. It is kept in the file `.amprenta.json`, by file or by
 * glob, so that reading the table again gives the same.
 */
import type { Delimiter, Encoding, OmicsType, Scale } from './dataset.ts';
import type { RuleSettings } from './ruleSettings.ts';

/** The name of the file with a person's overrides. */
export const projectFileName = '.amprenta.json';

/** Which way round a matrix lies. */
export const orientations = ['features-in-rows', 'samples-in-rows'] as const;
export type Orientation = (typeof orientations)[number];

/** The parts of a reading that a person may override, in the order in which they are told. */
export const overrideNames = [
  'layout',
  'omicsType',
  'delimiter',
  'encoding',
  'orientation',
  'rowKey',
  'sampleColumns',
  'sampleSheet',
  'quantity',
  'scale',
  'taxon',
  'missingTokens',
  'valueTokens',
] as const;
export type OverrideName = (typeof overrideNames)[number];

/** Those of them that name columns. */
export const columnOverrides = ['rowKey', 'sampleColumns'] as const satisfies readonly OverrideName[];
export type ColumnOverride = (typeof columnOverrides)[number];

/** Those of them that say what cells mean. */
export const tokenOverrides = ['missingTokens', 'valueTokens'] as const satisfies readonly OverrideName[];
export type TokenOverride = (typeof tokenOverrides)[number];

/** One table's overrides; what is left out is read from the table. */
export interface Overrides {
  readonly layout?: string | undefined;
  readonly omicsType?: OmicsType | undefined;
  readonly delimiter?: Delimiter | undefined;
  readonly encoding?: Encoding | undefined;
  readonly orientation?: Orientation | undefined;
  /** Names of the columns that together identify a row, as the header writes them. */
  readonly rowKey?: readonly string[] | undefined;
  /** Names of the measured columns, with features in rows; `*` stands for any characters. */
  readonly sampleColumns?: readonly string[] | undefined;
  /**
   * The table's sample sheet, by its path from the table's folder with forward slashes, whichever way a person named it
   * (`.amprenta.json` writes it from its own folder); false where none is used, though one lies beside the table.
   */
  readonly sampleSheet?: string | false | undefined;
  readonly quantity?: string | undefined;
  /** On which scale the primary quantity is. */
  readonly scale?: Scale | undefined;
  /** Of which organism the table is, as an NCBI taxon id. */
  readonly taxon?: number | undefined;
  /** What stands for a missing value besides the usual words, as the cells are written; a number means its value. */
  readonly missingTokens?: readonly string[] | undefined;
  /**
   * What is a value although it usually means a missing one, as the cells are written: a zero, where the table's tool
   * writes it for "not detected"; words only in what describes samples, since what is measured is a number.
   */
  readonly valueTokens?: readonly string[] | undefined;
}

/** What one entry of a `.amprenta.json` says of its tables: how they are read, and how what is found in them is shown. */
export interface TableEntry extends Overrides {
  readonly rules?: RuleSettings | undefined;
}
