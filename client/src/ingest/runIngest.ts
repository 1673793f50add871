import type { CancellationToken, Uri } from 'vscode';
import { type IngestResult, ingestFile, ingestProgress } from '#shared/protocol/ingest.ts';
import type { Context } from '../context.ts';
import { fileName } from '../words.ts';
import { type Report, withQuietProgress } from './quietProgress.ts';

/** A table to ingest, and whether only its sound rows are, where findings stand in the way of others. */
export interface IngestOrder {
  readonly file: Uri;
  readonly allowErrors: boolean;
}

/** What came of several files: those that were attempted, and whether a person stopped the rest. */
export interface IngestRun {
  readonly results: readonly IngestResult[];
  readonly cancelled: boolean;
}

const phases = { judging: 'reading', storing: 'storing' } as const;

/** Ingests files one after the other; a person may cancel it. @throws the server's error */
export async function runIngest(context: Context, orders: readonly IngestOrder[]): Promise<IngestRun> {
  return withQuietProgress('Ingesting', async (report, token) => {
    const results: IngestResult[] = [];
    for (const [index, order] of orders.entries()) {
      if (token.isCancellationRequested) break;
      const place = orders.length > 1 ? `${index + 1} of ${orders.length}, ` : '';
      const tell: Report = (message) => report(`${place}${message}`);
      const doing = `the ingest of ${fileName(order.file.path)}${place && ` (${index + 1} of ${orders.length} files)`}`;
      const result = await ingestOne(context, order, doing, tell, token);
      if (result.error?.kind !== 'cancelled') results.push(result);
    }
    return { results, cancelled: token.isCancellationRequested };
  });
}

async function ingestOne(
  context: Context,
  { file, allowErrors }: IngestOrder,
  doing: string,
  report: Report,
  token: CancellationToken,
): Promise<IngestResult> {
  const id = crypto.randomUUID();
  const name = fileName(file.path);
  report(name);
  const listening = context.server.listen(ingestProgress, ({ token: told, phase, share }) => {
    if (told === id) report(`${name}: ${phases[phase]}, ${Math.round(share * 100)} %`);
  });
  const working = context.ingesting.begin();
  try {
    return await context.server.ask(ingestFile, { uri: file.toString(), token: id, allowErrors }, { token, doing });
  } finally {
    working.dispose();
    listening.dispose();
  }
}
