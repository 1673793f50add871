import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { startWorkThread } from '../../server/src/lsp/work/workThread.ts';
import { ingestFile, ingestProgress } from '../../shared/src/protocol/ingest.ts';
import { validateFile } from '../../shared/src/protocol/tables.ts';
import { geneTable } from '../integration/cli/workFolder.ts';
import { temporaryFolder } from '../support/temporaryFolder.ts';
import { until } from '../support/until.ts';
import { startServer } from './serverProcess.ts';
import { openFolder } from './workspace.ts';

const job = { kind: 'judge', folder: null, uri: 'file:///genes.tsv' } as const;
const answering = `
  import { parentPort, threadId } from 'node:worker_threads';
  parentPort.on('message', ({ kind, id }) => {
    if (kind === 'start') parentPort.postMessage({ kind: 'done', id, result: { threadId } });
    if (kind === 'end') {
      parentPort.postMessage({ kind: 'log', message: 'ended' });
      parentPort.close();
    }
  });`;
const dying = `
  import { parentPort } from 'node:worker_threads';
  parentPort.on('message', ({ kind }) => kind === 'start' ? process.exit(3) : parentPort.close());`;

async function startThread(program: string, idleMs?: number) {
  const entry = join(await temporaryFolder(), 'entry.mjs');
  await writeFile(entry, program);
  const logged: string[] = [];
  const log = (message: string): void => void logged.push(message);
  const work = startWorkThread<'judge'>({ log, entry: pathToFileURL(entry), ...(idleMs ? { idleMs } : {}) });
  onTestFinished(work.release);
  return { entry, logged, run: () => work.run(job, new AbortController().signal) };
}

describe('a thread for files', () => {
  it('that dies fails each validation with one clear error, and the next one gets a new thread', async () => {
    const { entry, run } = await startThread(dying);
    const broken = {
      kind: 'unavailable',
      message: expect.stringMatching(/genes\.tsv broke off.*Validate it again\.$/),
    };
    for (const failure of await Promise.allSettled([run(), run(), run()])) {
      expect(failure).toMatchObject({ status: 'rejected', reason: broken });
    }
    await writeFile(entry, answering);
    expect(await run()).toMatchObject({ threadId: expect.any(Number) });
  });

  it('is kept for the next file, and ended when there was none for a while', async () => {
    const { logged, run } = await startThread(answering, 50);
    const [one, other] = [await run(), await run()];
    expect(other).toEqual(one);
    await until('it has ended', () => logged.includes('ended'));
    expect(await run()).not.toEqual(one);
  });
});

it('a file is validated while as many ingests as run at once are under way', async () => {
  const { folder, write } = await openFolder();
  const { connection } = await startServer({ folder });
  const small = await write('small.tsv', geneTable(20, 2));
  const large = await Promise.all(
    ['one', 'other'].map((name) => write(`${name}.tsv`, geneTable(60_000, 40).replaceAll('Sample', name))),
  );
  const going = new Set<string>();
  connection.onNotification(ingestProgress, ({ token }) => void going.add(token));
  let ended = 0;
  const ingests = large.map((uri) =>
    connection.sendRequest(ingestFile, { uri, token: uri, allowErrors: false }).finally(() => {
      ended++;
    }),
  );
  await until('both go on', () => going.size === 2);
  expect(await connection.sendRequest(validateFile, { uri: small })).toMatchObject({ rows: 20 });
  expect(ended).toBe(0);
  for (const ingest of await Promise.all(ingests)) expect(ingest).toMatchObject({ status: 'created' });
});
