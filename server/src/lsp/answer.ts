import { type CancellationToken, LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import { AmprentaError, type ErrorKind, toAmprentaError } from '#shared/errors.ts';

/** What a failed request carries besides its message. */
export interface FailureData {
  readonly kind: ErrorKind;
}

/**
 * Answers a request: its cancellation becomes a signal, and whatever is thrown an error that says its kind.
 * @throws ResponseError with {@link FailureData}
 */
export async function answer<Result>(
  token: CancellationToken,
  handle: (signal: AbortSignal) => Promise<Result>,
): Promise<Result> {
  const controller = new AbortController();
  if (token.isCancellationRequested) controller.abort();
  const listening = token.onCancellationRequested(() => controller.abort());
  try {
    return await handle(controller.signal);
  } catch (thrown) {
    throw failureOf(thrown);
  } finally {
    listening.dispose();
  }
}

/** Whatever was thrown, as the client is told of it. */
export function failureOf(thrown: unknown): ResponseError<FailureData> {
  const { kind, message } = describeBug(toAmprentaError(thrown));
  const code = kind === 'cancelled' ? LSPErrorCodes.RequestCancelled : LSPErrorCodes.RequestFailed;
  return new ResponseError(code, message, { kind });
}

function describeBug(error: AmprentaError): AmprentaError {
  if (error.kind !== 'bug') return error;
  return new AmprentaError(
    'bug',
    `Something went wrong that should not have (${error.message || 'no message'}). Please report it with what you did.`,
    { cause: error },
  );
}
