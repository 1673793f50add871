import { rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { type CodeAction, DiagnosticSeverity } from 'vscode-languageserver';
import type { DiagnosticCode } from '../../shared/src/diagnostics.ts';
import { listFindings } from '../../shared/src/protocol/datasets.ts';
import { ingestFile } from '../../shared/src/protocol/ingest.ts';
import { validateFile } from '../../shared/src/protocol/tables.ts';
import { turnOffCommand } from '../../shared/src/protocol/turnOff.ts';
import { geneTable } from '../integration/cli/workFolder.ts';
import { temporaryFolder } from '../support/temporaryFolder.ts';
import { until } from '../support/until.ts';
import { type ServerProcess, startServer } from './serverProcess.ts';
import { openWorkspace, writeIn } from './workspace.ts';

const { Error: error, Warning: warning, Information: information } = DiagnosticSeverity;
const everywhere = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };
const genes = ['TP53', 'MYC', 'EGFR', 'KRAS', 'BRAF', 'PTEN', 'BRCA1', 'BRCA2', 'RB1', 'APC', 'VHL', 'ATM'];
const sound = ['Gene,S1,S2', ...genes.map((gene, row) => `${gene},${((row * 7) % 12) + 1},${row + 1}`), ''].join('\n');
/** Blanks around two genes, which blocks nothing, and a word for a value, which does. */
const table = sound.replace('EGFR', ' EGFR').replace('KRAS', 'KRAS ').replace('ATM,6,12', 'ATM,6,bad');
const asFound = [
  ['outer-space', warning],
  ['outer-space', warning],
  ['not-a-number', error],
];

/** The codes and severities that are shown of a document now, whichever pass they come from. */
function shownOf(server: ServerProcess, uri: string): unknown[] | null {
  const diagnostics = server.published.findLast((params) => params.uri === uri)?.diagnostics;
  return diagnostics?.map(({ code, severity }) => [code, severity]) ?? null;
}

async function shows(server: ServerProcess, uri: string, expected: readonly unknown[]): Promise<void> {
  const what = JSON.stringify(expected);
  await until(`${what} is shown`, () => JSON.stringify(shownOf(server, uri)) === what);
}

/** A folder with a table that is open, and what a person says of it. */
async function openTable(said: object | string | null, text = table) {
  const folder = await temporaryFolder();
  const uri = await writeIn(folder, 'table.csv', text);
  const server = await startServer({ folder });
  const say = async (content: object | string | null): Promise<void> => {
    const file = await writeIn(
      folder,
      '.amprenta.json',
      typeof content === 'string' ? content : JSON.stringify(content),
    );
    if (content === null) await rm(fileURLToPath(file));
    const changes = [{ uri: file, type: content === null ? 3 : 2 }];
    await server.connection.sendNotification('workspace/didChangeWatchedFiles', { changes });
  };
  if (said !== null) await say(said);
  await server.open(uri, 'csv', text);
  return { folder, server, uri, say };
}

describe('what a person says of codes in .amprenta.json', () => {
  it('is followed in an open table, also as it changes while that is open, and when it goes', async () => {
    const { server, uri, say } = await openTable({ rules: { 'outer-space': 'off' } });
    await shows(server, uri, [['not-a-number', error]]);
    await say({
      rules: { 'outer-space': 'information' },
      tables: { 'other.csv': { rules: { 'outer-space': 'error' } } },
    });
    await shows(server, uri, [
      ['outer-space', information],
      ['outer-space', information],
      ['not-a-number', error],
    ]);
    await say({ tables: { '*.csv': { rules: { 'outer-space': 'error' } } } });
    await shows(server, uri, [
      ['outer-space', error],
      ['outer-space', error],
      ['not-a-number', error],
    ]);
    expect(server.statuses.at(-1)?.counts).toEqual({ error: 3, warning: 0, information: 0 });
    await say(null);
    await shows(server, uri, asFound);
  });

  it('never hides what blocks ingestion', async () => {
    const { server, uri, say } = await openTable({ rules: { 'not-a-number': 'off', 'outer-space': 'off' } });
    await shows(server, uri, [['not-a-number', error]]);
    await say({ rules: { 'not-a-number': 'information', 'outer-space': 'off' } });
    await shows(server, uri, [['not-a-number', information]]);
    expect(server.statuses.at(-1)).toMatchObject({ blocking: 1, counts: { error: 0, information: 1 } });
  });

  it('is followed while one types, and after the server has started anew', async () => {
    const { folder, server, uri } = await openTable({ rules: { 'outer-space': 'off' } }, sound);
    await shows(server, uri, []);
    await server.change(uri, {
      range: { start: { line: 2, character: 0 }, end: { line: 2, character: 0 } },
      text: ' ',
    });
    await server.diagnosticsOf(uri);
    await server.change(uri, { range: { start: { line: 3, character: 0 }, end: { line: 3, character: 4 } }, text: '' });
    await server.diagnosticsOf(uri);
    const everShown = server.published.flatMap(({ diagnostics }) => diagnostics.map(({ code }) => code));
    expect(everShown).not.toContain('outer-space');
    const again = await startServer({ folder });
    await again.open(uri, 'csv', table);
    await shows(again, uri, [['not-a-number', error]]);
  });

  it('shows as many findings of a code as it says, and all of them in the figures', async () => {
    const { server, uri, say } = await openTable(
      { maximumShown: 3 },
      geneTable(40).replaceAll('\nENSG', '\n ENSG').replaceAll('\t', ','),
    );
    const messages = (): unknown[] | undefined =>
      server.published.findLast((params) => params.uri === uri)?.diagnostics.map(({ message }) => message);
    await until('three are shown', () => messages()?.length === 4);
    expect(messages()?.at(-1)).toBe('37 more of this code, from here on.');
    expect(server.statuses.at(-1)?.counts.warning).toBe(40);
    await say({ maximumShown: 40 });
    await until('all are shown', () => messages()?.length === 40);
  });

  it('is told to be wrong by line and nearest code, and leaves the findings as they are', async () => {
    const { server, uri } = await openTable('{\n "rules": {\n  "outerspace": "off"\n }\n}');
    await shows(server, uri, asFound);
    expect(server.statuses.at(-1)?.overrideProblem).toMatch(
      /\.amprenta\.json, line 3: .*"outerspace" is no diagnostic code\. Did you mean "outer-space"\?/,
    );
  });

  it('is followed by a file that is validated on disk, and by what is stored of it', async () => {
    const { server, write } = await openWorkspace();
    await write(
      '.amprenta.json',
      JSON.stringify({ rules: { 'outer-space': 'off', 'not-a-number': 'off' }, maximumShown: 1 }),
    );
    const spoilt = geneTable(60)
      .replaceAll(/(?<=0[234]1\t)\d+/g, 'bad')
      .replace('\nENSG', '\n ENSG');
    const uri = await write('table.tsv', spoilt);
    const details = await server.connection.sendRequest(validateFile, { uri });
    expect(details.counts).toEqual({ error: 3, warning: 0, information: 0 });
    expect(shownOf(server, uri)).toHaveLength(2);
    const refused = await server.connection.sendRequest(ingestFile, { uri, token: 'a', allowErrors: false });
    expect(refused.status).toBe('failed');
    const stored = await server.connection.sendRequest(ingestFile, { uri, token: 'b', allowErrors: true });
    const page = { id: stored.datasetId ?? '', skip: 0, limit: 9 };
    const findings = await server.connection.sendRequest(listFindings, page);
    expect(findings.map(({ code, severity }) => `${code} ${severity}`)).toEqual(Array(3).fill('not-a-number error'));
    expect(stored.rejectedRows).toBe(3);
  });
});

describe('turning a code off', () => {
  const offersOf = (actions: readonly CodeAction[]): unknown[] =>
    actions.flatMap(({ title, command }) => (command?.command === turnOffCommand ? [[title, command.arguments]] : []));
  const offer = (title: string, uri: string, code: DiagnosticCode, scope: string) => [title, [{ uri, code, scope }]];

  it('is offered once for each code that is found there, but for what blocks ingestion', async () => {
    const { server, uri } = await openTable(null);
    expect(offersOf(await server.actionsAt(uri, everywhere, ['quickfix']))).toEqual([
      offer('Turn off outer-space for this file', uri, 'outer-space', 'file'),
      offer("Turn off outer-space in this folder's tables", uri, 'outer-space', 'folder'),
    ]);
    expect(offersOf(await server.actionsAt(uri, everywhere, ['source']))).toEqual([]);
  });

  it('is not offered in a text that is no file on disk', async () => {
    const server = await startServer();
    await server.open('untitled:table.csv', 'csv', table);
    const actions = await server.actionsAt('untitled:table.csv', everywhere, ['quickfix']);
    expect(actions.length).toBeGreaterThan(0);
    expect(offersOf(actions)).toEqual([]);
  });

  it('leaves what is off and shown all the same out of fixing all, unless it is named', async () => {
    const { server, uri } = await openTable({ rules: { 'unclosed-quote': 'off' } }, sound.replace('EGFR', '"EGFR'));
    await shows(server, uri, [['unclosed-quote', error]]);
    expect(await server.actionsAt(uri, everywhere, ['source.fixAll.amprenta'])).toEqual([]);
    const named = (await server.actionsAt(uri, everywhere)).find(
      ({ title }) => title === 'Fix all unclosed-quote in this file',
    );
    await server.apply((await server.resolve(named ?? { title: '' })).edit ?? {});
    expect(await server.diagnosticsOf(uri)).toEqual([]);
  });
});
