import { AmprentaError, type ErrorKind } from '#shared/errors.ts';

/**
 * How a command ends. `found`: something was found or failed (a finding of severity error, one file of several, nothing
 * by that id); `notAttempted`: it could not be attempted (usage, unreadable input, no database); `interrupted`: by Ctrl-C,
 * as shells count it (128 + SIGINT).
 */
export const exitCodes = { fine: 0, found: 1, notAttempted: 2, interrupted: 130 } as const;

/** One of {@link exitCodes}. */
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** A failure of the whole command that ends it otherwise than its kind would. */
export class CommandFailure extends AmprentaError {
  readonly exitCode: ExitCode;

  constructor(exitCode: ExitCode, kind: ErrorKind, message: string, options?: { readonly cause?: unknown }) {
    super(kind, message, options);
    this.exitCode = exitCode;
  }
}

/** How a command ends that failed as a whole. */
export function exitCodeOf(failure: AmprentaError): ExitCode {
  if (failure instanceof CommandFailure) return failure.exitCode;
  return failure.kind === 'cancelled' ? exitCodes.interrupted : exitCodes.notAttempted;
}

/** A request that can't be carried out as it is written. */
export function usageError(message: string): CommandFailure {
  return new CommandFailure(exitCodes.notAttempted, 'invalidInput', message);
}
