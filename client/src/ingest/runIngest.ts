import { type CancellationToken, type Progress, ProgressLocation, type Uri, window } from 'vscode';
import { type IngestResult, ingestFile, ingestProgress } from '#shared/protocol.ts';
import type { Context } from '../context.ts';
import { fileName } from '../words.ts';

/** What came of several files: those that were attempted, and whether a person stopped the rest. */
export interface IngestRun {
  readonly results: readonly IngestResult[];
  readonly cancelled: boolean;
}

const phases = { judging: 'reading', storing: 'storing' } as const;

/** Ingests files one after the other under a notification with Cancel. @throws the server's error */
export async function runIngest(context: Context, files: readonly Uri[], allowErrors: boolean): Promise<IngestRun> {
  const options = { location: ProgressLocation.Notification, title: 'Ingesting', cancellable: true };
  return window.withProgress(options, async (progress, token) => {
    const results: IngestResult[] = [];
    for (const file of files) {
      if (token.isCancellationRequested) break;
      const result = await ingestOne(context, { file, allowErrors, progress, token });
      if (result.error?.kind !== 'cancelled') results.push(result);
    }
    return { results, cancelled: token.isCancellationRequested };
  });
}

interface OneIngest {
  readonly file: Uri;
  readonly allowErrors: boolean;
  readonly progress: Progress<{ message?: string; increment?: number }>;
  readonly token: CancellationToken;
}

async function ingestOne(context: Context, { file, allowErrors, progress, token }: OneIngest): Promise<IngestResult> {
  const id = crypto.randomUUID();
  const name = fileName(file.path);
  progress.report({ message: name });
  const listening = context.server.listen(ingestProgress, ({ token: told, phase, share }) => {
    if (told === id) progress.report({ message: `${name}: ${phases[phase]}, ${Math.round(share * 100)} %` });
  });
  try {
    return await context.server.ask(ingestFile, { uri: file.toString(), token: id, allowErrors }, token);
  } finally {
    listening.dispose();
  }
}
