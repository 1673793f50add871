import { describe, expect, it } from 'vitest';
import { CancellationTokenSource, ResponseError } from 'vscode-jsonrpc/node';
import {
  datasetsChanged,
  deleteDataset,
  exportDataset,
  listDatasets,
  listSamples,
  showDataset,
} from '../../shared/src/protocol/datasets.ts';
import { ingestFile, ingestProgress } from '../../shared/src/protocol/ingest.ts';
import { databaseStatus } from '../../shared/src/protocol/server.ts';
import { validateFile } from '../../shared/src/protocol/tables.ts';
import { geneTable } from '../integration/cli/workFolder.ts';
import { everyDataset } from '../support/everyDataset.ts';
import { temporaryFolder } from '../support/temporaryFolder.ts';
import { until } from '../support/until.ts';
import { startServer } from './serverProcess.ts';
import { openWorkspace, writeIn } from './workspace.ts';

/** A table of genes, one of whose values is text. */
const defective = geneTable(10, 2)
  .replaceAll('\t', ',')
  .replace(/(?<=^ENSG\d+,\d+,)\d+$/m, 'x');

async function failureOf(request: Promise<unknown>): Promise<ResponseError<{ readonly kind: string }>> {
  const thrown = await request.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (thrown instanceof ResponseError) return thrown;
  throw new Error('The request was answered.');
}

describe('a file on disk', () => {
  it('is judged where it is not open, also with a blank in its name', async () => {
    const server = await startServer();
    const uri = await writeIn(await temporaryFolder(), 'my table.csv', `\ufeff${defective}`);
    const status = await server.connection.sendRequest(validateFile, { uri });
    expect(status).toMatchObject({ uri, encoding: 'utf-8-bom', rows: 10, samples: 2, blocking: 1 });
    expect(server.published.at(-1)?.uri).toBe(uri);
    expect(server.published.at(-1)?.diagnostics.map(({ code, range: { start } }) => [code, start])).toEqual([
      ['bom', { line: 0, character: 0 }],
      ['not-a-number', { line: 1, character: 20 }],
    ]);
  });

  it('that is not there is an error that names it', async () => {
    const server = await startServer();
    const failure = await failureOf(server.connection.sendRequest(validateFile, { uri: 'file:///no/such%20file.csv' }));
    expect(failure.data).toEqual({ kind: 'notFound' });
    expect(failure.message).toContain('/no/such file.csv');
  });
});

describe('a dataset', () => {
  it('is ingested with progress, then listed, shown, exported and deleted', async () => {
    const { server, write } = await openWorkspace();
    const { connection } = server;
    const shares: number[] = [];
    let changes = 0;
    connection.onNotification(ingestProgress, ({ token, share }) => {
      if (token === 'one') shares.push(share);
    });
    connection.onNotification(datasetsChanged, () => {
      changes++;
    });
    const text = geneTable(2_000, 4);
    const uri = await write('my genes.tsv', text);
    const result = await connection.sendRequest(ingestFile, { uri, token: 'one', allowErrors: false });
    expect(result).toMatchObject({
      uri,
      status: 'created',
      revision: 1,
      features: 2_000,
      columns: 4,
      values: 8_000,
      error: null,
    });
    expect(shares.at(-1)).toBe(1);

    const [listed, ...others] = await connection.sendRequest(listDatasets, everyDataset);
    expect(others).toEqual([]);
    expect(listed).toMatchObject({ id: result.datasetId, name: 'my genes', omicsType: 'transcriptomics', revision: 1 });
    const id = listed?.id ?? '';
    const contents = await connection.sendRequest(showDataset, { id });
    expect(contents.samples).toBe(4);
    const samples = await connection.sendRequest(listSamples, { id, skip: 1, limit: 2 });
    expect(samples.map(({ name }) => name)).toEqual(['Sample 2', 'Sample 3']);
    expect(contents.sources).toHaveLength(1);
    expect(await connection.sendRequest(exportDataset, { id })).toBe(text);
    expect(await connection.sendRequest(databaseStatus)).toMatchObject({ state: 'ready', datasets: 1, message: null });

    await until('the ingest is told', () => changes > 0);
    const told = changes;
    await connection.sendRequest(deleteDataset, { id });
    expect(await connection.sendRequest(listDatasets, everyDataset)).toEqual([]);
    await until('the removal is told', () => changes > told);
    expect((await failureOf(connection.sendRequest(showDataset, { id }))).data).toEqual({ kind: 'notFound' });
    expect((await failureOf(connection.sendRequest(showDataset, { id: 'x' }))).data).toEqual({ kind: 'notFound' });
  });

  it('whose file has a finding that blocks is refused, and ingested without those rows where that is allowed', async () => {
    const { server, write } = await openWorkspace();
    const uri = await write('genes.csv', defective);
    const refused = await server.connection.sendRequest(ingestFile, { uri, token: 'a', allowErrors: false });
    expect(refused).toMatchObject({ status: 'failed', datasetId: null, error: { kind: 'invalidInput' } });
    const sound = await server.connection.sendRequest(ingestFile, { uri, token: 'b', allowErrors: true });
    expect(sound).toMatchObject({ status: 'created', rejectedRows: 1, features: 9, error: null });
  });

  it('is not there when its ingest was cancelled', async () => {
    const { server, write } = await openWorkspace();
    const { connection } = server;
    const uri = await write('large.tsv', geneTable(60_000, 40));
    const cancelling = new CancellationTokenSource();
    connection.onNotification(ingestProgress, ({ share }) => {
      if (share > 0.1) cancelling.cancel();
    });
    const params = { uri, token: 'large', allowErrors: false };
    const failure = await failureOf(connection.sendRequest(ingestFile, params, cancelling.token));
    expect(failure.code).toBe(-32800);
    expect(failure.data).toEqual({ kind: 'cancelled' });
    expect(await connection.sendRequest(listDatasets, everyDataset)).toEqual([]);
  });
});

describe('a database out of reach', () => {
  it('is one clear error, and tables are judged all the same', async () => {
    const folder = await temporaryFolder();
    const env = { POSTGRES_HOST: '127.0.0.1', POSTGRES_PORT: '1', POSTGRES_PASSWORD: 'hush-hush' };
    const server = await startServer({ env, folder });
    const uri = await writeIn(folder, 'genes.csv', defective);
    const failures = [
      await failureOf(server.connection.sendRequest(ingestFile, { uri, token: 'a', allowErrors: true })),
      await failureOf(server.connection.sendRequest(listDatasets, everyDataset)),
    ];
    for (const { message, data } of failures) {
      expect(message).toMatch(/^Postgres creation failed \(required\): .*127\.0\.0\.1/);
      expect(message).not.toContain('hush-hush');
      expect(data).toEqual({ kind: 'unavailable' });
    }
    expect(await server.connection.sendRequest(databaseStatus)).toMatchObject({ state: 'unreachable', datasets: 0 });
    await server.open(uri, 'csv', defective);
    expect((await server.diagnosticsOf(uri)).map(({ code }) => code)).toEqual(['not-a-number']);
  });
});

it('keeps judging a document while a large file is ingested', async () => {
  const { server, write } = await openWorkspace();
  const large = await write('large.tsv', geneTable(60_000, 40));
  let ended = false;
  const ingest = server.connection
    .sendRequest(ingestFile, { uri: large, token: 'large', allowErrors: false })
    .finally(() => {
      ended = true;
    });
  const uri = 'file:///small.csv';
  await server.open(uri, 'csv', defective);
  expect(await server.diagnosticsOf(uri)).toHaveLength(1);
  expect(ended).toBe(false);
  expect(await ingest).toMatchObject({ status: 'created', features: 60_000 });
});
