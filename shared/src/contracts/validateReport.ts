import { z } from 'zod';
import { delimiters, encodings, omicsTypes, scales, shapes } from '../dataset.ts';
import { failureSchema } from './errorReport.ts';
import { countSchema, placedFindingSchema, positionSchema } from './position.ts';

/** What one quantity of a table amounts to; `missing` and `zeros` count cells, and a zero that means missing is in both. */
export const quantitySchema = z.strictObject({
  name: z.string().nullable(),
  primary: z.boolean(),
  samples: countSchema,
  missing: countSchema,
  zeros: countSchema,
  scale: z.enum(scales),
  unit: z.string().nullable(),
});

/** A finding with the titles of its fixes. */
export const diagnosticSchema = placedFindingSchema.extend({ fixes: z.array(z.string()) });
export type DiagnosticReport = z.infer<typeof diagnosticSchema>;

const readFileSchema = z.strictObject({
  path: z.string(),
  error: z.null(),
  profile: z.string().min(1),
  confidence: z.number().min(0).max(1),
  evidence: z.string(),
  omicsType: z.enum(omicsTypes).nullable(),
  shape: z.enum(shapes),
  delimiter: z.enum(delimiters).nullable(),
  encoding: z.enum(encodings),
  headerLine: positionSchema.nullable(),
  rowKey: z.array(z.string()),
  rows: countSchema,
  features: countSchema,
  samples: z.array(z.string()),
  quantities: z.array(quantitySchema),
  statistics: z.array(z.string()),
  diagnostics: z.array(diagnosticSchema),
});

/** A file that could not be read has the same keys, so that a script need not ask which it has before it counts. */
const unreadableFileSchema = z.strictObject({
  path: z.string(),
  error: failureSchema,
  profile: z.null(),
  confidence: z.literal(0),
  evidence: z.literal(''),
  omicsType: z.null(),
  shape: z.literal('unknown'),
  delimiter: z.null(),
  encoding: z.null(),
  headerLine: z.null(),
  rowKey: z.array(z.string()).max(0),
  rows: z.literal(0),
  features: z.literal(0),
  samples: z.array(z.string()).max(0),
  quantities: z.array(quantitySchema).max(0),
  statistics: z.array(z.string()).max(0),
  diagnostics: z.array(diagnosticSchema).max(0),
});

/** What `validate` says of one file. */
export const fileReportSchema = z.union([readFileSchema, unreadableFileSchema]);
/** A file that was read and judged. */
export type ReadFileReport = z.infer<typeof readFileSchema>;
/** A file that could not be read. */
export type UnreadableFileReport = z.infer<typeof unreadableFileSchema>;
export type FileReport = z.infer<typeof fileReportSchema>;

/** What `validate --format json` prints: the files in the order given, every finding of each. */
export const validateReportSchema = z.strictObject({ files: z.array(fileReportSchema) }).meta({
  title: 'amprenta validate --format json',
  description:
    'The files in the order given. rows: data rows, blank and metadata lines not counted, summary rows counted. ' +
    'features: distinct row keys without summary rows. samples: of the primary quantity. missing, zeros: cells of ' +
    'that quantity; a zero that counts as missing is in both. line, column, cell: from 1; cell 0 is the whole line.',
});
export type ValidateReport = z.infer<typeof validateReportSchema>;
