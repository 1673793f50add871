/**
 * What a person says of a table, over what the table tells itself. It is kept in the file `.amprenta.json`, by file or by
 * glob, so that reading the table again gives the same.
 */
import { z } from 'zod';
import { delimiters, encodings, omicsTypes } from './dataset.ts';

/** The name of the file with a person's overrides. */
export const projectFileName = '.amprenta.json';

/** Which way round a matrix lies. */
export const orientations = ['features-in-rows', 'samples-in-rows'] as const;
export type Orientation = (typeof orientations)[number];

/** One table's overrides; what is left out is read from the table. */
export const overridesSchema = z
  .strictObject({
    layout: z.string().describe('The layout to read it by, as `amprenta validate` names it in `profile`.'),
    omicsType: z.enum(omicsTypes).describe('What was measured.'),
    delimiter: z.enum(delimiters).describe('What separates the cells.'),
    encoding: z.enum(encodings).describe('How its characters are written.'),
    orientation: z.enum(orientations).describe('Which way round a plain matrix lies.'),
    quantity: z.string().describe('The quantity that is compared and searched, by its name in the table.'),
  })
  .partial();

/** See {@link overridesSchema}. */
export type Overrides = z.infer<typeof overridesSchema>;

/** One part of a reading that a person may override. */
export type OverrideName = keyof Overrides;

/** The whole of a `.amprenta.json`. */
export const projectFileSchema = z
  .strictObject({
    $schema: z.string().describe('Where the schema of this file is.'),
    tables: z
      .record(z.string(), overridesSchema)
      .describe('Overrides by path or glob, from the folder of this file; of several that match, later ones win.'),
  })
  .partial();

/** See {@link projectFileSchema}. */
export type ProjectFile = z.infer<typeof projectFileSchema>;
