import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { CancellationTokenSource } from 'vscode-jsonrpc/node';
import { ingestFile } from '../../shared/src/protocol/ingest.ts';
import { makeReport, reportProgress } from '../../shared/src/protocol/reports.ts';
import { validateFile } from '../../shared/src/protocol/tables.ts';
import { geneTable } from '../integration/cli/workFolder.ts';
import { temporaryFolder } from '../support/temporaryFolder.ts';
import { until } from '../support/until.ts';
import { type ServerProcess, startServer } from './serverProcess.ts';
import { openWorkspace, writeIn } from './workspace.ts';

const genes = ['TP53', 'MYC', 'EGFR', 'KRAS', 'BRAF', 'PTEN', 'BRCA1', 'BRCA2', 'RB1', 'APC', 'VHL', 'ATM'];
const table = [
  'Gene,S1,S2',
  ...genes.map((gene, row) => `${gene},${row},${gene === 'MYC' ? 'bad' : row + 1}`),
  '',
].join('\n');

const askFor = ({ connection }: ServerProcess, uri: string): Promise<string> =>
  connection.sendRequest(makeReport, { uri, original: null, token: uri, linkCommand: 'amprenta.openReported' });

/** What the links of a page call their command with. */
function placesIn(page: string): unknown[] {
  const links = page.matchAll(/href="command:amprenta\.openReported\?([^"]*)"/g);
  return [...links].map(([, query = '']) => JSON.parse(decodeURIComponent(query)));
}

it('a diagnostic names the page of its code', async () => {
  const uri = 'untitled:Untitled-1';
  const server = await startServer();
  await server.open(uri, 'csv', table);
  expect((await server.diagnosticsOf(uri)).map(({ code, codeDescription }) => [code, codeDescription?.href])).toEqual([
    ['not-a-number', 'amprenta-docs:/diagnostics/not-a-number.md'],
  ]);
});

describe('a report', () => {
  it('is of the file on disk while that is not open, by what a person says of it, and links to its findings', async () => {
    const folder = await temporaryFolder();
    const uri = await writeIn(folder, "a 'table'.csv", table);
    await writeIn(folder, '.amprenta.json', JSON.stringify({ tables: { '*.csv': { omicsType: 'proteomics' } } }));
    const server = await startServer({ folder });
    const page = await askFor(server, uri);
    expect(page).toContain('<h1>a &#39;table&#39;.csv</h1>');
    expect(page).toContain('1 finding blocks ingestion.');
    expect(page).toMatch(/<dt>omics<\/dt><dd>[^<]*proteomics/);
    expect(placesIn(page)).toEqual([[{ uri, range: { startLine: 2, startColumn: 6, endLine: 2, endColumn: 9 } }]]);
  });

  it('is of the text as it stands in the editor, saved or not', async () => {
    const folder = await temporaryFolder();
    const uri = await writeIn(folder, 'table.csv', table);
    const server = await startServer({ folder });
    await server.open(uri, 'csv', table);
    await server.change(uri, {
      range: { start: { line: 2, character: 6 }, end: { line: 2, character: 9 } },
      text: '7',
    });
    await server.change(uri, {
      range: { start: { line: 5, character: 5 }, end: { line: 5, character: 6 } },
      text: 'n/d?',
    });
    expect(await askFor(server, uri)).toContain('&quot;n/d?&quot; is no number');
    const untitled = 'untitled:Untitled-1';
    await server.open(untitled, 'csv', `\ufeff${table.replace('Gene,S1', 'Gene, S1')}`);
    const page = await askFor(server, untitled);
    expect(page).toContain('<h1>Untitled-1</h1>');
    const range = { startLine: 0, startColumn: 6, endLine: 0, endColumn: 9 };
    expect(placesIn(page)).toContainEqual([{ uri: untitled, range }]);
  });

  it('says why what a person says of the table can not be followed', async () => {
    const folder = await temporaryFolder();
    const uri = await writeIn(folder, 'table.csv', table);
    await writeIn(folder, '.amprenta.json', JSON.stringify({ tables: { '*.csv': { sampleSheet: 'gone.csv' } } }));
    const page = await askFor(await startServer({ folder }), uri);
    expect(page).toMatch(/<p class="warning">[^<]*gone\.csv/);
    expect(page).toContain('1 finding blocks ingestion.');
  });

  it('of a large table tells how far it is, and ends when it is cancelled, while other files are validated', async () => {
    const folder = await temporaryFolder();
    const [large, small] = [
      await writeIn(folder, 'large.tsv', geneTable(150_000, 40)),
      await writeIn(folder, 'small.tsv', geneTable(20, 2)),
    ];
    const server = await startServer({ folder });
    // Its thread runs by now, so that what follows waits for nothing but the report.
    await server.connection.sendRequest(validateFile, { uri: small });
    const shares: number[] = [];
    server.connection.onNotification(reportProgress, ({ share }) => void shares.push(share));
    const cancelling = new CancellationTokenSource();
    const params = { uri: large, original: null, token: large, linkCommand: 'amprenta.openReported' };
    let ended = false;
    const report = server.connection.sendRequest(makeReport, params, cancelling.token).finally(() => {
      ended = true;
    });
    const outcome = report.then(
      () => 'a page',
      (thrown: unknown) => thrown,
    );
    await until('it is under way', () => shares.some((share) => share > 0 && share < 1));
    expect(await server.connection.sendRequest(validateFile, { uri: small })).toMatchObject({ rows: 20 });
    expect(ended).toBe(false);
    cancelling.cancel();
    expect(await outcome).toMatchObject({ data: { kind: 'cancelled' } });
  });

  it('of a stored dataset is made from the bytes that were ingested, though the file is gone', async () => {
    const { server, write } = await openWorkspace();
    const uri = await write('genes.tsv', geneTable(30, 3));
    const { datasetId } = await server.connection.sendRequest(ingestFile, { uri, token: 'one', allowErrors: false });
    if (datasetId === null) throw new Error('It was not stored.');
    await write('genes.tsv', 'changed since');
    const original = { id: datasetId, revision: 1 };
    const named = { uri: `amprenta:/${datasetId}/1/genes.tsv`, original, token: 'two', linkCommand: 'x' };
    const page = await server.connection.sendRequest(makeReport, named);
    expect(page).toContain('<h1>genes.tsv</h1>');
    expect(page).toContain('30 rows, 30 features');
  });

  it('of a file that is not there fails with its name', async () => {
    const folder = await temporaryFolder();
    const server = await startServer({ folder });
    const uri = pathToFileURL(join(folder, 'gone.csv')).href;
    await expect(askFor(server, uri)).rejects.toThrow(/There is no file .*gone\.csv/);
  });
});
