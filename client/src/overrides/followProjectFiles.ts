import { type Uri, workspace } from 'vscode';
import { projectFileName } from '#shared/overrides.ts';
import type { Context } from '../context.ts';
import { fileName } from '../words.ts';

/**
 * Tells the server of a `.amprenta.json` that the editor changes outside the workspace, where no watcher sees it, so that
 * open tables are judged by it.
 */
export function followProjectFiles(context: Context): void {
  const tell = (files: readonly Uri[]): void => {
    for (const file of files) {
      const isOurs = fileName(file.path) === projectFileName && workspace.getWorkspaceFolder(file) === undefined;
      if (isOurs) context.server.tellChanged(file).catch((thrown) => context.log.error(String(thrown)));
    }
  };
  context.own(
    workspace.onDidSaveTextDocument(({ uri }) => tell([uri])),
    workspace.onDidCreateFiles(({ files }) => tell(files)),
    workspace.onDidDeleteFiles(({ files }) => tell(files)),
  );
}
