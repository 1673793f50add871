import { window } from 'vscode';
import type { Context } from './context.ts';
import { failureMessage } from './server.ts';

/** Tells a person of what failed, once, with a way to the logs; says nothing where it was cancelled. */
export async function tellFailure({ log }: Context, thrown: unknown): Promise<void> {
  const message = failureMessage(thrown);
  if (message === null) return;
  log.error(message);
  const logs = 'Show logs';
  if ((await window.showErrorMessage(message, logs)) === logs) log.show();
}
