import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';
import {
  findDataset,
  groupDatasets,
  listDatasets,
  listFindings,
  listTopFeatures,
  readOriginal,
  saveOriginal,
} from '../../shared/src/protocol/datasets.ts';
import { ingestFile } from '../../shared/src/protocol/ingest.ts';
import { geneTable } from '../integration/cli/workFolder.ts';
import { temporaryFolder } from '../support/temporaryFolder.ts';
import { openWorkspace } from './workspace.ts';

type Workspace = Awaited<ReturnType<typeof openWorkspace>>;

/** Stores a table of the workspace and hands over its id. */
async function store({ server, write }: Workspace, name: string, content: string): Promise<string> {
  const uri = await write(name, content);
  const stored = await server.connection.sendRequest(ingestFile, { uri, token: name, allowErrors: true });
  return stored.datasetId ?? '';
}

it('datasets are grouped by omics type, and a filter narrows groups and lists alike', async () => {
  const workspace = await openWorkspace();
  const { connection } = workspace.server;
  const genes = await store(workspace, 'liver genes.tsv', geneTable(20, 3));
  await store(workspace, 'kidney genes.tsv', geneTable(21, 3));
  const every = await connection.sendRequest(groupDatasets, { text: '' });
  expect(every).toEqual([{ omicsType: 'transcriptomics', datasets: 2 }]);
  expect(await connection.sendRequest(groupDatasets, { text: 'LIVER' })).toEqual([{ ...every[0], datasets: 1 }]);
  const params = { omicsType: 'transcriptomics', sort: 'name', skip: 0, limit: 10 } as const;
  const liver = await connection.sendRequest(listDatasets, { ...params, text: 'liver' });
  expect(liver).toEqual([await connection.sendRequest(findDataset, { id: genes })]);
  const all = await connection.sendRequest(listDatasets, { ...params, text: '' });
  expect(all.map(({ name }) => name)).toEqual(['kidney genes', 'liver genes']);
  await expect(connection.sendRequest(listDatasets, { ...params, text: '', limit: 1_001 })).rejects.toThrow(/1000/);
});

it('findings of a dataset come with the place that they had in its file, the gravest first', async () => {
  const workspace = await openWorkspace();
  const text = 'gene,S1,S2,S3\nTP53, 1.5,2.5,3.5\nBRCA1,4.5,5.5,6.5\nEGFR,1.5,x y,2.5\n';
  const id = await store(workspace, 'defects.csv', text);
  const found = await workspace.server.connection.sendRequest(listFindings, { id, skip: 0, limit: 10 });
  expect(found.map(({ code, line, column }) => [code, line, column])).toEqual([
    ['not-a-number', 4, 10],
    ['outer-space', 2, 6],
  ]);
});

it('the top features of results are those with the smallest adjusted p-value', async () => {
  const workspace = await openWorkspace();
  const header = 'gene\tbaseMean\tlog2FoldChange\tlfcSE\tstat\tpvalue\tpadj\n';
  const rows = ['A\t10\t1\t.1\t9\t.01\t.02\n', 'B\t10\t1\t.1\t9\t1e-20\t1e-18\n', 'C\t10\t1\t.1\t9\t1e-9\tNA\n'];
  const id = await store(workspace, 'results.tsv', header + rows.join(''));
  expect(await workspace.server.connection.sendRequest(listTopFeatures, { id, limit: 10 })).toEqual({
    by: 'smallest padj',
    features: [
      { name: 'B', figure: 'padj 1.0e-18' },
      { name: 'A', figure: 'padj 0.02' },
    ],
  });
});

it('the top features of measured values are those whose logarithms spread most, whatever their abundance', async () => {
  const workspace = await openWorkspace();
  const text = 'metabolite,S1,S2,S3,S4\nabundant,90000,90100,90000,90100\nswitching,1,8,1,8\nsteady,5,5.5,5,5.5\n';
  const id = await store(workspace, 'metabolites.csv', text);
  const top = await workspace.server.connection.sendRequest(listTopFeatures, { id, limit: 2 });
  expect(top.features).toEqual([
    { name: 'switching', figure: 'SD 1.73 (log2)' },
    { name: 'steady', figure: 'SD 0.0794 (log2)' },
  ]);
});

it('the original comes back byte for byte, into the editor and into a file, also when its source is gone', async () => {
  const workspace = await openWorkspace();
  const text = '\ufeffgene,S1,S2,S3\r\nTP53,1.50,2.5,3.5\r\nBRCA1,4.5,5.5,6.5\r\n';
  const id = await store(workspace, 'my table.csv', text);
  await rm(join(workspace.folder, 'my table.csv'));
  const { connection } = workspace.server;
  const inBase64 = await connection.sendRequest(readOriginal, { id, revision: 1 });
  expect(Buffer.from(inBase64, 'base64').toString('utf8')).toBe(text);
  const copy = join(await temporaryFolder(), 'a copy.csv');
  await connection.sendRequest(saveOriginal, { id, uri: pathToFileURL(copy).href });
  expect(await readFile(copy, 'utf8')).toBe(text);
  const nowhere = pathToFileURL(join(copy, 'below a file.csv')).href;
  await expect(connection.sendRequest(saveOriginal, { id, uri: nowhere })).rejects.toThrow(/below a file\.csv/);
});
