import type { ErrorReport } from '#shared/contracts/errorReport.ts';
import { AmprentaError, toAmprentaError } from '#shared/errors.ts';
import { exitCodeOf } from './exit.ts';
import type { Session } from './session.ts';

/** Tells that the whole command failed: as JSON on stdout where that was asked for, else as a line on stderr. */
export async function reportFailure(session: Session, thrown: unknown, asJson: boolean): Promise<void> {
  const failure = toFailure(thrown);
  session.exitCode = exitCodeOf(failure);
  const { kind, message } = failure;
  if (!asJson) {
    session.terminal.note(message);
    return;
  }
  const report: ErrorReport = { error: { kind, message } };
  await session.terminal.write(`${JSON.stringify(report)}\n`);
}

/** Whatever was thrown, as a person is told of it: a defect of this program is said to be one, and what to do about it. */
export function toFailure(thrown: unknown): AmprentaError {
  const failure = toAmprentaError(thrown);
  if (failure.kind !== 'bug') return failure;
  const what = failure.message === '' ? 'no message' : failure.message;
  return new AmprentaError(
    'bug',
    `Something went wrong that should not have (${what}). Please report it with the command that you ran.`,
    { cause: failure },
  );
}

/** True where the arguments ask for JSON; needed before they are parsed, since a wrong argument is told as JSON as well. */
export function asksForJson(args: readonly string[]): boolean {
  const end = args.indexOf('--');
  const options = end < 0 ? args : args.slice(0, end);
  return options.some(
    (option, index) =>
      option === '--json' || option === '--format=json' || (option === 'json' && options[index - 1] === '--format'),
  );
}
