import { commands, window } from 'vscode';
import type { DatabaseStatus } from '#shared/protocol/server.ts';
import type { Context } from './context.ts';
import type { CommandId } from './manifest/commandTable.ts';
import { failureMessage } from './server.ts';

/** The database is needed and does not answer. */
export class UnreachableDatabase extends Error {
  /** It refused the role or its password. */
  readonly refused: boolean;

  constructor({ message, refused = false }: DatabaseStatus) {
    super(message ?? 'The database does not answer.');
    this.name = 'UnreachableDatabase';
    this.refused = refused;
  }
}

const setSecret: CommandId = 'amprenta.setSecret';

/** Tells a person of what failed, once, with a way to the logs; says nothing where it was cancelled. */
export async function tellFailure({ log }: Context, thrown: unknown): Promise<void> {
  const message = failureMessage(thrown);
  if (message === null) return;
  log.error(message);
  const [secret, logs] = ['Set a secret…', 'Show logs'] as const;
  const isRefused = thrown instanceof UnreachableDatabase && thrown.refused;
  const answer = await window.showErrorMessage(message, ...(isRefused ? [secret] : []), logs);
  if (answer === secret) await commands.executeCommand(setSecret);
  if (answer === logs) log.show();
}
