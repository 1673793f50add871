import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { stopEmbedded } from '../../server/src/store/embedded/embeddedServer.ts';
import { datasetsChanged, listDatasets } from '../../shared/src/protocol/datasets.ts';
import { ingestFile, ingestProgress } from '../../shared/src/protocol/ingest.ts';
import { databaseLost, databaseStatus } from '../../shared/src/protocol/server.ts';
import { validateFile } from '../../shared/src/protocol/tables.ts';
import { geneTable } from '../integration/cli/workFolder.ts';
import { everyDataset } from '../support/everyDataset.ts';
import { temporaryFolder } from '../support/temporaryFolder.ts';
import { until } from '../support/until.ts';
import { type ServerProcess, startServer } from './serverProcess.ts';
import { openFolder, writeIn } from './workspace.ts';

const embeddedStartMs = 60_000;

const namesIn = async ({ connection }: ServerProcess): Promise<string[]> =>
  (await connection.sendRequest(listDatasets, everyDataset)).map(({ name }) => name);

describe('a server that ends while a table is being stored', () => {
  /** Starts an ingest, ends the server as told while values are written, and starts another server. */
  async function endAmid(end: (server: ServerProcess) => void): Promise<{ next: ServerProcess; uri: string }> {
    const { folder, write } = await openFolder();
    const uri = await write('large.tsv', geneTable(60_000, 40));
    const server = await startServer({ folder });
    const exited = once(server.child, 'exit');
    let isStoring = false;
    server.connection.onNotification(ingestProgress, ({ phase, share }) => {
      if (phase === 'storing' && share > 0 && share < 1) isStoring = true;
    });
    let isAnswered = false;
    server.connection
      .sendRequest(ingestFile, { uri, token: 'large', allowErrors: false })
      .then(() => {
        isAnswered = true;
      })
      .catch(() => undefined);
    await until('values are being stored', () => isStoring, 60_000);
    end(server);
    await exited;
    expect(isAnswered).toBe(false);
    return { next: await startServer({ folder }), uri };
  }

  for (const [how, end] of [
    ['killed', ({ child }) => child.kill('SIGKILL')],
    ['left by a window that is gone', ({ child }) => child.stdin?.destroy()],
  ] as const satisfies readonly (readonly [string, (server: ServerProcess) => void])[]) {
    it(`${how}, leaves nothing half-stored, and the same file is stored whole afterwards`, async () => {
      const { next, uri } = await endAmid(end);
      expect(await namesIn(next)).toEqual([]);
      const again = await next.connection.sendRequest(ingestFile, { uri, token: 'again', allowErrors: false });
      expect(again).toMatchObject({ status: 'created', revision: 1, features: 60_000, values: 2_400_000 });
      expect(await namesIn(next)).toEqual(['large']);
    });
  }
});

describe('an embedded database of two windows', () => {
  async function openWindows() {
    const [folder, dataDir] = [await temporaryFolder(), await temporaryFolder()];
    const env = { AMPRENTA_DATA_DIR: dataDir };
    const [here, there] = await Promise.all([startServer({ folder, env }), startServer({ folder, env })]);
    return { dataDir, folder, here, there };
  }

  it('is one: what one window ingests is told to the other, and listed there', async () => {
    const { folder, here, there } = await openWindows();
    expect(await Promise.all([namesIn(here), namesIn(there)])).toEqual([[], []]);
    let changes = 0;
    here.connection.onNotification(datasetsChanged, () => {
      changes++;
    });
    const uri = await writeIn(folder, 'genes.tsv', geneTable(20, 2));
    await there.connection.sendRequest(ingestFile, { uri, token: 'there', allowErrors: false });
    await until('the change is told', () => changes > 0);
    expect(await namesIn(here)).toEqual(['genes']);
  });

  it('is told lost once in each when it is stopped, and is there again with its datasets when one asks', async () => {
    const { dataDir, folder, here, there } = await openWindows();
    const uri = await writeIn(folder, 'genes.tsv', geneTable(20, 2));
    await here.connection.sendRequest(ingestFile, { uri, token: 'here', allowErrors: false });
    expect(await namesIn(there)).toEqual(['genes']);
    const lost = new Map([here, there].map((window) => [window, 0]));
    for (const window of [here, there]) {
      window.connection.onNotification(databaseLost, () => {
        lost.set(window, (lost.get(window) ?? 0) + 1);
      });
    }
    expect(await stopEmbedded(dataDir)).toMatchObject({ stopped: true });
    await until('both are told', () => [...lost.values()].every((times) => times > 0), embeddedStartMs);
    expect(await there.connection.sendRequest(databaseStatus)).toMatchObject({ state: 'ready', datasets: 1 });
    expect(await namesIn(here)).toEqual(['genes']);
    expect([...lost.values()]).toEqual([1, 1]);
  });
});

it('a file that is deleted while it is open is judged on as it is typed, and can be neither read nor stored', async () => {
  const { folder, write } = await openFolder();
  const server = await startServer({ folder });
  const text = 'gene,S1,S2,S3\nTP53,1.5,2.5,3.5\nBRCA1,4.5,5.5,6.5\n';
  const uri = await write('open.csv', text);
  await server.open(uri, 'csv', text);
  expect(await server.diagnosticsOf(uri)).toEqual([]);
  await rm(join(folder, 'open.csv'));
  const files = { changes: [{ uri, type: 3 }] };
  await server.connection.sendNotification('workspace/didChangeWatchedFiles', files);
  const at = { line: 2, character: 'BRCA1,'.length };
  await server.change(uri, { range: { start: at, end: at }, text: ' ' });
  expect(await server.diagnosticsOf(uri)).toMatchObject([{ code: 'outer-space' }]);
  const { connection } = server;
  const params = { uri, token: 'gone', allowErrors: false };
  const failures = await Promise.allSettled([
    connection.sendRequest(validateFile, { uri }),
    connection.sendRequest(ingestFile, params),
  ]);
  for (const failure of failures) {
    expect(failure).toMatchObject({
      status: 'rejected',
      reason: { data: { kind: 'notFound' }, message: expect.stringContaining('open.csv') },
    });
  }
  expect(await namesIn(server)).toEqual([]);
});
