import { z } from 'zod';
import { severities } from '../diagnostics/entry.ts';
import { type DiagnosticCode, diagnostics } from '../diagnostics.ts';

const codes = Object.keys(diagnostics) as [DiagnosticCode, ...DiagnosticCode[]];

/** A number of things: a whole number from 0. */
export const countSchema = z.int().min(0);

/** A place that people read: a whole number from 1. */
export const positionSchema = z.int().min(1);

/**
 * A finding at its place. `line` is the physical line of the raw file from 1; `column` and `endColumn` are UTF-16 units of
 * the decoded line from 1, byte order mark not counted, end exclusive; `cell` is the field of the record from 1, annotation
 * columns counted, and 0 for the whole line.
 */
export const placedFindingSchema = z.strictObject({
  code: z.enum(codes),
  severity: z.enum(severities),
  line: positionSchema,
  column: positionSchema,
  endLine: positionSchema,
  endColumn: positionSchema,
  cell: countSchema,
  message: z.string().min(1),
});
export type PlacedFinding = z.infer<typeof placedFindingSchema>;
