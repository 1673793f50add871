import { workspace } from 'vscode';
import { type Setting, settings } from '#shared/settings.ts';
import type { Context } from './context.ts';

/**
 * Restarts the server when a setting that it reads changes or when trust is granted; only then the database may be asked.
 * When the first folder changes, the editor itself starts its extensions anew.
 */
export function followConfiguration(context: Context): void {
  const restart = async (reason: string): Promise<void> => {
    if (!context.server.wasStarted) return;
    context.log.info(`The server is restarted: ${reason}.`);
    await context.server.restart(reason).catch((thrown) => context.log.error(String(thrown)));
  };
  context.own(
    workspace.onDidChangeConfiguration((change) => {
      const changed = Object.values<Setting>(settings).find(({ key }) =>
        change.affectsConfiguration(`amprenta.${key}`),
      );
      if (changed !== undefined) void restart(`the setting amprenta.${changed.key} has changed`);
    }),
    workspace.onDidGrantWorkspaceTrust(async () => {
      await restart('the workspace is trusted now');
      context.datasets.refresh();
    }),
  );
}
