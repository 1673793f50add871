import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { CancellationTokenSource } from 'vscode-jsonrpc/node';
import { startWorkThread } from '../../server/src/lsp/work/workThread.ts';
import { datasetsChanged, listDatasets } from '../../shared/src/protocol/datasets.ts';
import { ingestFile, ingestProgress } from '../../shared/src/protocol/ingest.ts';
import { geneTable } from '../integration/cli/workFolder.ts';
import { everyDataset } from '../support/everyDataset.ts';
import { temporaryFolder } from '../support/temporaryFolder.ts';
import { until } from '../support/until.ts';
import { startServer } from './serverProcess.ts';
import { openFolder } from './workspace.ts';

const large = geneTable(60_000, 40);

describe('while a large table is ingested', () => {
  it('each list of datasets is answered within a second', async () => {
    const { folder, write } = await openFolder();
    const { connection } = await startServer({ folder });
    const params = { uri: await write('large.tsv', large), token: 'large', allowErrors: false };
    let isStoring = false;
    connection.onNotification(ingestProgress, () => {
      isStoring = true;
    });
    let ended = false;
    const ingest = connection.sendRequest(ingestFile, params).finally(() => {
      ended = true;
    });
    await until('the ingest goes on', () => isStoring || ended);
    const waitsMs: number[] = [];
    while (!ended && waitsMs.length < 20) {
      const askedMs = performance.now();
      await connection.sendRequest(listDatasets, everyDataset);
      waitsMs.push(performance.now() - askedMs);
    }
    expect(waitsMs.length).toBeGreaterThan(1);
    expect(Math.max(...waitsMs)).toBeLessThan(1_000);
    expect(await ingest).toMatchObject({ status: 'created', features: 60_000 });
  });

  it('another file can be cancelled without harm to it', async () => {
    const { folder, write } = await openFolder();
    const { connection } = await startServer({ folder });
    const kept = await write('kept.tsv', large);
    const dropped = await write('dropped.tsv', large.replaceAll('Sample', 'Other'));
    const cancelling = new CancellationTokenSource();
    connection.onNotification(ingestProgress, ({ token }) => {
      if (token === 'dropped') cancelling.cancel();
    });
    const ingests = await Promise.allSettled([
      connection.sendRequest(ingestFile, { uri: kept, token: 'kept', allowErrors: false }),
      connection.sendRequest(ingestFile, { uri: dropped, token: 'dropped', allowErrors: false }, cancelling.token),
    ]);
    expect(ingests.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
    expect((await connection.sendRequest(listDatasets, everyDataset)).map(({ name }) => name)).toEqual(['kept']);
  });

  it('a shutdown ends it, and nothing of it is stored', async () => {
    const { folder, write } = await openFolder();
    const server = await startServer({ folder });
    const uri = await write('large.tsv', large);
    let goesOn = false;
    server.connection.onNotification(ingestProgress, () => {
      goesOn = true;
    });
    const ingest = server.connection.sendRequest(ingestFile, { uri, token: 'large', allowErrors: false });
    const failed = ingest.then(
      () => false,
      () => true,
    );
    await until('the ingest goes on', () => goesOn);
    await server.connection.sendRequest('shutdown');
    expect(await failed).toBe(true);
    const { connection } = await startServer({ folder });
    expect(await connection.sendRequest(listDatasets, everyDataset)).toEqual([]);
  });
});

it("tells a window of another window's ingest", async () => {
  const { folder, write } = await openFolder();
  const [here, there] = await Promise.all([startServer({ folder }), startServer({ folder })]);
  expect(await here.connection.sendRequest(listDatasets, everyDataset)).toEqual([]);
  let changes = 0;
  here.connection.onNotification(datasetsChanged, () => {
    changes++;
  });
  const uri = await write('genes.tsv', geneTable(20, 2));
  await there.connection.sendRequest(ingestFile, { uri, token: 'there', allowErrors: false });
  await until('the change is told', () => changes > 0);
  expect(await here.connection.sendRequest(listDatasets, everyDataset)).toHaveLength(1);
});

describe('a worker that dies', () => {
  it('fails its jobs with one clear error each, and the next job gets a new worker', async () => {
    const folder = await temporaryFolder();
    const entry = join(folder, 'dying.mjs');
    await writeFile(
      entry,
      `import { parentPort } from 'node:worker_threads';
       parentPort.on('message', ({ kind }) => kind === 'start' ? process.exit(3) : parentPort.close());`,
    );
    const work = startWorkThread<'ingest'>({ log: () => undefined, entry: pathToFileURL(entry) });
    onTestFinished(work.release);
    const params = { uri: 'file:///genes.tsv', token: 'a', allowErrors: false };
    const job = { kind: 'ingest', folder: null, secrets: {}, params } as const;
    const run = () => work.run(job, new AbortController().signal);
    const broken = { kind: 'unavailable', message: expect.stringMatching(/genes\.tsv broke off.*ingest it again/) };
    const failures = await Promise.allSettled([run(), run(), run()]);
    for (const failure of failures) expect(failure).toMatchObject({ status: 'rejected', reason: broken });
    await writeFile(
      entry,
      `import { parentPort } from 'node:worker_threads';
       parentPort.on('message', ({ kind, id }) =>
         kind === 'start' ? parentPort.postMessage({ kind: 'done', id, result: { status: 'created' } }) : parentPort.close());`,
    );
    expect(await run()).toEqual({ status: 'created' });
  });
});
