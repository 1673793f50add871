import { FileSystemError, Uri, workspace } from 'vscode';
import { documentationPath, documentationScheme } from '#shared/protocol/diagnosticPages.ts';
import type { Context } from '../context.ts';
import { serveReadOnlyFiles } from '../readOnlyFiles.ts';

/**
 * Lets the editor read the pages of the extension's documentation, also where they lie on another machine. They are shown
 * as the manifest's `workbench.editorAssociations` has it: rendered.
 */
export function serveDocumentation(context: Context): void {
  const folder = Uri.joinPath(context.folder, 'docs');
  serveReadOnlyFiles(context, {
    scheme: documentationScheme,
    has: ({ path }) => documentationPath(path) !== null,
    async read(uri) {
      const path = documentationPath(uri.path);
      if (path === null) throw FileSystemError.FileNotFound(uri);
      return workspace.fs.readFile(Uri.joinPath(folder, path));
    },
  });
}
