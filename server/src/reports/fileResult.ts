import type { AmprentaError } from '#shared/errors.ts';
import type { Validation } from '../rules/validate.ts';

/** What was found in a file, or why it could not be read; `path` is as it was given. */
export type FileResult =
  | { readonly path: string; readonly validation: Validation }
  | { readonly path: string; readonly failure: AmprentaError };
