/**
 * What a person says of a table, over what the table tells itself. It is kept in the file `.amprenta.json`, by file or by
 * glob, so that reading the table again gives the same.
 */
import type { Delimiter, Encoding, OmicsType } from './dataset.ts';

/** The name of the file with a person's overrides. */
export const projectFileName = '.amprenta.json';

/** Which way round a matrix lies. */
export const orientations = ['features-in-rows', 'samples-in-rows'] as const;
export type Orientation = (typeof orientations)[number];

/** The parts of a reading that a person may override, in the order in which they are told. */
export const overrideNames = ['layout', 'omicsType', 'delimiter', 'encoding', 'orientation', 'quantity'] as const;
export type OverrideName = (typeof overrideNames)[number];

/** One table's overrides; what is left out is read from the table. */
export interface Overrides {
  readonly layout?: string | undefined;
  readonly omicsType?: OmicsType | undefined;
  readonly delimiter?: Delimiter | undefined;
  readonly encoding?: Encoding | undefined;
  readonly orientation?: Orientation | undefined;
  readonly quantity?: string | undefined;
}
