import { FileSystemError } from 'vscode';
import { readOriginal } from '#shared/protocol/datasets.ts';
import type { Context } from '../context.ts';
import { originalScheme } from '../manifest/commandTable.ts';
import { serveReadOnlyFiles } from '../readOnlyFiles.ts';
import { failureMessage } from '../server.ts';
import { readOriginalUri } from './originalUri.ts';

/** Lets the editor read the ingested bytes of datasets like files that can't be written. */
export function serveOriginals(context: Context): void {
  serveReadOnlyFiles(context, {
    scheme: originalScheme,
    has: (uri) => readOriginalUri(uri) !== null,
    async read(uri) {
      const original = readOriginalUri(uri);
      if (original === null) throw FileSystemError.FileNotFound(uri);
      const { id, revision } = original;
      try {
        return Buffer.from(await context.server.ask(readOriginal, { id, revision }), 'base64');
      } catch (thrown) {
        throw FileSystemError.Unavailable(failureMessage(thrown) ?? 'Cancelled.');
      }
    },
  });
}
