import { window } from 'vscode';
import type { CommandFactory } from './command.ts';

/** Stops the language server and starts it anew. */
export const restartServer: CommandFactory =
  ({ context }) =>
  async () => {
    await context.server.restart('you asked for it');
    window.setStatusBarMessage('Amprenta server restarted', 5000);
  };

/** Shows the output channel. */
export const showLogs: CommandFactory =
  ({ context }) =>
  async () =>
    context.log.show();

/** Asks the database again. */
export const refreshDatasets: CommandFactory =
  ({ context }) =>
  async () =>
    context.datasets.refresh();
