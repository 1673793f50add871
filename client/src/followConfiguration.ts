import { workspace } from 'vscode';
import { type Setting, settings } from '#shared/settings.ts';
import type { Context } from './context.ts';

/** Restarts the server when a setting that it reads changes, when trust is granted, or when the first folder changes. */
export function followConfiguration(context: Context): void {
  const restart = async (reason: string): Promise<void> => {
    if (!context.server.wasStarted) return;
    context.log.info(`The server is restarted: ${reason}.`);
    await context.server.restart().catch((thrown) => context.log.error(String(thrown)));
  };
  context.own(
    workspace.onDidChangeConfiguration((change) => {
      const changed = Object.values<Setting>(settings).find(({ key }) =>
        change.affectsConfiguration(`amprenta.${key}`),
      );
      if (changed !== undefined) void restart(`the setting amprenta.${changed.key} has changed`);
    }),
    workspace.onDidGrantWorkspaceTrust(() => void restart('the workspace is trusted now')),
  );
}
