import type { Uri } from 'vscode';
import { type TableDetails, validateFile } from '#shared/protocol/tables.ts';
import type { Context } from '../context.ts';
import { fileName } from '../words.ts';
import { withQuietProgress } from './quietProgress.ts';

/**
 * Judges files one after the other; null where a person cancelled it.
 * @throws the server's error, for a file that can't be read
 */
export async function judgeFiles(context: Context, files: readonly Uri[]): Promise<TableDetails[] | null> {
  return withQuietProgress('Reading', async (report, token) => {
    const judged: TableDetails[] = [];
    for (const file of files) {
      const name = fileName(file.path);
      report(name);
      const asked = { token, doing: `the reading of ${name}` };
      const details = await context.server.ask(validateFile, { uri: file.toString() }, asked);
      if (token.isCancellationRequested) return null;
      context.tables.set(details);
      judged.push(details);
    }
    return judged;
  });
}

/** Judges one file; null where a person cancelled it. @throws as {@link judgeFiles} */
export async function judgeFile(context: Context, file: Uri): Promise<TableDetails | null> {
  const judged = await judgeFiles(context, [file]);
  return judged?.[0] ?? null;
}
