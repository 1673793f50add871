/** What may stand in a `.amprenta.json`; apart from its names and types, because the client need not load zod for those. */
import { z } from 'zod';
import { delimiters, encodings, omicsTypes, scales } from './dataset.ts';
import { type OverrideName, orientations, type TableEntry } from './overrides.ts';
import { usualMaximumShown } from './ruleSettings.ts';
import { ruleSettingsSchema } from './ruleSettingsSchema.ts';
import { isSameToken, problemOfValueToken, valueTokenPattern } from './valueTokens.ts';

/** What a four-byte integer of the database holds; the ids of the taxonomy are far below it. */
const largestTaxon = 2 ** 31 - 1;

const entrySchema: z.ZodType<TableEntry> = z
  .strictObject({
    layout: z.string().describe('The layout to read it by, as `amprenta validate` names it in `profile`.'),
    omicsType: z.enum(omicsTypes).describe('What was measured.'),
    delimiter: z.enum(delimiters).describe('What separates the cells.'),
    encoding: z.enum(encodings).describe('How its characters are written.'),
    orientation: z.enum(orientations).describe('Which way round a plain matrix lies.'),
    rowKey: z
      .array(z.string())
      .min(1)
      .describe('The columns that together identify a row, by their names in the header.'),
    sampleColumns: z
      .array(z.string())
      .min(1)
      .describe('The measured columns of a table with features in rows, by their names; * stands for any characters.'),
    sampleSheet: z
      .union([z.string().min(1), z.literal(false)])
      .describe(
        'The sample sheet, by its path from the folder of this file; false for none, though one lies beside the table.',
      ),
    quantity: z.string().describe('The quantity that is compared and searched, by its name in the table.'),
    scale: z.enum(scales).describe('On which scale that quantity is.'),
    taxon: z
      .number()
      .int()
      .min(1)
      .max(largestTaxon)
      .describe('Of which organism it is, as an NCBI taxon id: 9606 is human, 10090 mouse.'),
    missingTokens: z
      .array(z.string().regex(/\S/))
      .min(1)
      .describe('What stands for a missing value besides empty cells and NA, as -999; a number means its value.'),
    valueTokens: z
      .array(
        z
          .string()
          .regex(/\S/)
          .meta({
            examples: ['0', 'NA'],
            pattern: valueTokenPattern,
            // The editor's own JSON support shows it; other validators pass over it.
            patternErrorMessage:
              'Only 0, and words such as NA that mean that nothing is known, may be said to be values.',
          }),
      )
      .min(1)
      .describe(
        'What is a value although it usually means a missing one: 0, where the tool writes it for "not detected"; a word ' +
          'such as NA, where it describes samples (a group of that name). In a measured column a word is never a value.',
      ),
    rules: ruleSettingsSchema.describe(
      'How the findings of some codes are shown for these tables; they win over those of the whole file.',
    ),
  } satisfies Record<OverrideName | 'rules', z.ZodType>)
  .partial()
  .superRefine(({ missingTokens, valueTokens }, context) => {
    for (const [at, token] of (valueTokens ?? []).entries()) {
      const isMissing = missingTokens?.some((missing) => isSameToken(missing, token)) === true;
      const message = isMissing
        ? `${JSON.stringify(token)} stands in missingTokens too, and can't be both.`
        : problemOfValueToken(token);
      if (message !== null) context.addIssue({ code: 'custom', path: ['valueTokens', at], message });
    }
  });

/** The whole of a `.amprenta.json`. */
export const projectFileSchema = z
  .strictObject({
    $schema: z.string().describe('Where the schema of this file is.'),
    tables: z
      .record(z.string(), entrySchema)
      .describe('What holds for tables by path or glob, from the folder of this file; of several, later ones win.'),
    rules: ruleSettingsSchema.describe(
      'How the findings of some codes are shown: with another severity, or not at all.',
    ),
    maximumShown: z
      .number()
      .int()
      .min(1)
      .describe(
        `How many findings of one code the editor shows one by one, before one line says how many more there are; ` +
          `${usualMaximumShown} unless told. The command line and reports have them all.`,
      ),
  })
  .partial();

/** See {@link projectFileSchema}. */
export type ProjectFile = z.infer<typeof projectFileSchema>;
