import { z } from 'zod';
import { type ErrorKind, errorKinds } from '../errors.ts';

const kinds = Object.keys(errorKinds) as [ErrorKind, ...ErrorKind[]];

/** A failure as every JSON output writes it: its kind, and what happened, to what, and what to do next. */
export const failureSchema = z.strictObject({
  kind: z.enum(kinds),
  message: z.string().min(1),
});
export type FailureReport = z.infer<typeof failureSchema>;

/** What a command prints in a JSON mode where the whole of it failed. */
export const errorReportSchema = z.strictObject({ error: failureSchema }).meta({
  title: 'amprenta error',
  description: 'What a command prints in a JSON mode where the whole of it failed.',
});
export type ErrorReport = z.infer<typeof errorReportSchema>;
