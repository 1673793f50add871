/**
 * What went wrong, in the terms of the person who has to act: one error class, one table of kinds.
 */

/** Every kind of failure with its HTTP status, and whether trying again later can help. */
export const errorKinds = {
  invalidInput: { httpStatus: 422, retried: false },
  notConfigured: { httpStatus: 412, retried: false },
  unauthorized: { httpStatus: 401, retried: false },
  notFound: { httpStatus: 404, retried: false },
  conflict: { httpStatus: 409, retried: false },
  rateLimited: { httpStatus: 429, retried: true },
  unavailable: { httpStatus: 503, retried: true },
  cancelled: { httpStatus: 499, retried: false },
  bug: { httpStatus: 500, retried: false },
} as const satisfies Record<string, { httpStatus: number; retried: boolean }>;

/** The name of a kind of failure. */
export type ErrorKind = keyof typeof errorKinds;

/** A failure that is told to a person: its message says what happened, to what, and what to do next. */
export class AmprentaError extends Error {
  readonly kind: ErrorKind;

  constructor(kind: ErrorKind, message: string, options?: { readonly cause?: unknown }) {
    super(message, options);
    this.name = 'AmprentaError';
    this.kind = kind;
  }
}

/** Turns whatever was thrown into an AmprentaError; an abort becomes `cancelled`, the unknown becomes `bug`. */
export function toAmprentaError(thrown: unknown): AmprentaError {
  if (thrown instanceof AmprentaError) return thrown;
  if (thrown instanceof Error && thrown.name === 'AbortError') {
    return new AmprentaError('cancelled', 'Cancelled; nothing was kept.', { cause: thrown });
  }
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  return new AmprentaError('bug', message, { cause: thrown });
}
