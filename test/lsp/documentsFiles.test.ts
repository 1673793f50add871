import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { CancellationTokenSource } from 'vscode-jsonrpc/node';
import { LSPErrorCodes } from 'vscode-languageserver';
import { judgeFile } from '../../server/src/lsp/documents/judgeFile.ts';
import { listSamples } from '../../shared/src/protocol/datasets.ts';
import { ingestFile } from '../../shared/src/protocol/ingest.ts';
import { validateFile } from '../../shared/src/protocol/tables.ts';
import { geneTable } from '../integration/cli/workFolder.ts';
import { temporaryFolder } from '../support/temporaryFolder.ts';
import { until } from '../support/until.ts';
import { startServer } from './serverProcess.ts';
import { openWorkspace, writeIn } from './workspace.ts';

const spoiled = geneTable(3_000, 6)
  .replaceAll(/\t(\d)9\b/g, '\t$1x')
  .replace('\n', '\n\n');

describe('a file that is validated on disk', () => {
  it('has the details and the diagnostics that judging it in one go gives, by the overrides as they are now', async () => {
    const folder = await temporaryFolder();
    const server = await startServer({ folder });
    const uri = await writeIn(folder, 'genes.tsv', spoiled);
    const say = (omicsType: string): Promise<string> =>
      writeIn(folder, '.amprenta.json', JSON.stringify({ tables: { '*.tsv': { omicsType } } }));
    for (const omicsType of ['proteomics', 'lipidomics']) {
      await say(omicsType);
      const details = await server.connection.sendRequest(validateFile, { uri });
      const expected = await judgeFile(uri, folder, new AbortController().signal);
      expect(details).toEqual(expected.details);
      expect(details).toMatchObject({ omicsType, overridden: ['omicsType'] });
      const shown = await until('it is published', () => server.published.findLast((params) => params.uri === uri));
      expect(shown.diagnostics).toEqual(expected.diagnostics);
      expect(shown.diagnostics.length).toBeGreaterThan(10);
    }
  });

  it('is cancelled before it is read to its end, publishes nothing then, and can be validated after', async () => {
    const folder = await temporaryFolder();
    const { connection, published } = await startServer({ folder });
    const uri = await writeIn(folder, 'large.tsv', geneTable(200_000, 40));
    const timed = async (work: Promise<unknown>): Promise<number> => {
      const startedMs = performance.now();
      await work.catch(() => undefined);
      return performance.now() - startedMs;
    };
    const wholeMs = await timed(connection.sendRequest(validateFile, { uri }));
    const before = published.length;
    const cancelling = new CancellationTokenSource();
    const validation = connection.sendRequest(validateFile, { uri }, cancelling.token);
    cancelling.cancel();
    const cancelledMs = await timed(validation);
    await expect(validation).rejects.toMatchObject({ code: LSPErrorCodes.RequestCancelled });
    expect(cancelledMs).toBeLessThan(wholeMs / 2);
    expect(published).toHaveLength(before);
    expect(await connection.sendRequest(validateFile, { uri })).toMatchObject({ rows: 200_000 });
  });

  it('and was deleted since is told to be missing, by its name', async () => {
    const folder = await temporaryFolder();
    const { connection } = await startServer({ folder });
    const uri = await writeIn(folder, 'genes.tsv', geneTable(20, 2));
    await connection.sendRequest(validateFile, { uri });
    await rm(fileURLToPath(uri));
    await expect(connection.sendRequest(validateFile, { uri })).rejects.toMatchObject({
      message: expect.stringMatching(/There is no file .*genes\.tsv/),
      data: { kind: 'notFound' },
    });
  });

  it('leaves the diagnostics of an open document of the same name alone', async () => {
    const folder = await temporaryFolder();
    const server = await startServer({ folder });
    const path = join(folder, 'genes.tsv');
    const uri = pathToFileURL(path).href;
    await writeFile(path, spoiled);
    await server.open(uri, 'tsv', geneTable(20, 2));
    expect(await server.diagnosticsOf(uri)).toEqual([]);
    await server.connection.sendRequest(validateFile, { uri });
    expect(server.published.filter((params) => params.uri === uri).at(-1)?.diagnostics).toEqual([]);
  });
});

it('a file on disk is held against the one sample sheet beside it, and stored with what that says', async () => {
  const { server, write } = await openWorkspace();
  const uri = await write('matrix.csv', 'gene,S1,S2,S3,S4\nTP53,1,2,3,4\nEGFR,5,6,7,8\nMYC,9,8,7,6\n');
  await write('samples.csv', 'sample,group\nS1,control\nS2,control\nS3,treated\nS5,treated\n');
  const details = await server.connection.sendRequest(validateFile, { uri });
  expect(details.sheet).toEqual({ state: 'used', name: 'samples.csv', path: 'samples.csv', fits: true, described: 3 });
  const found = server.published.findLast((one) => one.uri === uri)?.diagnostics.map(({ code }) => code);
  expect(found).toContain('sample-not-in-sheet');
  const stored = await server.connection.sendRequest(ingestFile, { uri, token: 'a', allowErrors: true });
  const page = { id: stored.datasetId ?? '', skip: 0, limit: 9 };
  const samples = await server.connection.sendRequest(listSamples, page);
  expect(samples.map(({ metadata }) => Object.values(metadata).includes('control'))).toEqual([
    true,
    true,
    false,
    false,
  ]);
});

it('a sample sheet that has changed since it was last looked at is read anew', async () => {
  const { server, write } = await openWorkspace();
  const uri = await write('matrix.csv', 'gene,S1,S2,S3\nTP53,1,2,3\nEGFR,5,6,7\nMYC,9,8,7\n');
  await write('samples.csv', 'sample,group\nS1,control\nS2,treated\n');
  const described = async () => (await server.connection.sendRequest(validateFile, { uri })).sheet;
  expect(await described()).toMatchObject({ described: 2 });
  await write('samples.csv', 'sample,group\nS1,control\nS2,treated\nS3,treated\n');
  expect(await described()).toMatchObject({ described: 3 });
});
