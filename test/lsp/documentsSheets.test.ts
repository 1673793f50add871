import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { FileChangeType } from 'vscode-languageserver';
import { validateFile } from '../../shared/src/protocol/tables.ts';
import { temporaryFolder } from '../support/temporaryFolder.ts';
import { until } from '../support/until.ts';
import { type ServerProcess, startServer } from './serverProcess.ts';
import { writeIn } from './workspace.ts';

const genes = ['TP53', 'MYC', 'EGFR', 'KRAS', 'BRAF', 'PTEN', 'RB1', 'APC', 'VHL', 'ATM'];
const samples = ['Liver_1', 'Liver_2', 'Kidney_1', 'Kidney_2'];
const tableOf = (names: readonly string[]): string =>
  [
    ['Gene', ...names].join(','),
    ...genes.map((gene, row) => `${gene},${row}.5,${row + 1},${row + 2},${row + 3}`),
    '',
  ].join('\n');
const sheetOf = (names: readonly string[]): string =>
  ['sample,group', ...names.map((name) => `${name},${name[0]}`), ''].join('\n');
/** The sheet writes `Kidney_2` otherwise. */
const otherSheet = sheetOf(['Liver_1', 'Liver_2', 'Kidney_1', 'Kidny_2']);

/** The codes about samples that are shown of a document now, whichever pass they come from. */
function codesOf(server: ServerProcess, uri: string): string[] {
  const diagnostics = server.published.findLast((params) => params.uri === uri)?.diagnostics ?? [];
  return diagnostics.map(({ code }) => String(code)).filter((code) => /^sample-/.test(code));
}

/** Waits until exactly these are shown. */
function shows(server: ServerProcess, uri: string, codes: readonly string[]): Promise<unknown> {
  return until(`the samples' findings are ${codes}`, () => {
    const isJudged = server.published.some((params) => params.uri === uri);
    return isJudged && codesOf(server, uri).join() === codes.join();
  });
}

const tellChanged = ({ connection }: ServerProcess, uri: string, type: FileChangeType): Promise<void> =>
  connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri, type }] });

/** A folder with a table that is open, and the sheet that lies beside it. */
async function openBeside(sheet: string | null, projectFile?: object) {
  const folder = await temporaryFolder();
  const table = await writeIn(folder, 'table.csv', tableOf(samples));
  if (sheet !== null) await writeIn(folder, 'samples.csv', sheet);
  if (projectFile) await writeIn(folder, '.amprenta.json', JSON.stringify({ tables: { 'table.csv': projectFile } }));
  const server = await startServer({ folder });
  await server.open(table, 'csv', tableOf(samples));
  return { folder, server, table };
}

describe('an open table', () => {
  it('is held against the sample sheet beside it while it is typed in, and its sample is renamed as the sheet has it', async () => {
    const { server, table } = await openBeside(otherSheet);
    await shows(server, table, ['sample-name-near-miss']);
    const finding = (await server.diagnosticsOf(table)).find(({ code }) => code === 'sample-name-near-miss');
    expect(finding?.range.start).toEqual({ line: 0, character: 'Gene,Liver_1,Liver_2,Kidney_1,'.length });
    const actions = await server.actionsAt(
      table,
      finding?.range ?? { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
    );
    const rename = actions.find(({ title }) => title.startsWith('Rename the sample'));
    await server.apply(rename?.edit ?? {});
    expect(server.textOf(table)).toBe(tableOf(['Liver_1', 'Liver_2', 'Kidney_1', 'Kidny_2']));
    await server.diagnosticsOf(table);
    expect(codesOf(server, table)).toEqual([]);
  });

  it('is held against the sheet as it stands in its editor, and as it lies on disk again once that is closed', async () => {
    const { folder, server, table } = await openBeside(otherSheet);
    await shows(server, table, ['sample-name-near-miss']);
    const sheet = await writeIn(folder, 'samples.csv', sheetOf(samples));
    await server.open(sheet, 'csv', sheetOf(samples));
    await shows(server, table, []);
    await server.change(sheet, { text: otherSheet });
    await shows(server, table, ['sample-name-near-miss']);
    await server.change(sheet, { text: sheetOf(samples.slice(0, 3)) });
    await shows(server, table, ['sample-not-in-sheet']);
    await server.connection.sendNotification('textDocument/didClose', { textDocument: { uri: sheet } });
    await shows(server, table, []);
  });

  it('has other findings as soon as the sheet changes on disk, and none of it when it is deleted', async () => {
    const { folder, server, table } = await openBeside(null);
    await shows(server, table, []);
    const sheet = await writeIn(folder, 'samples.csv', otherSheet);
    await tellChanged(server, sheet, FileChangeType.Created);
    await shows(server, table, ['sample-name-near-miss']);
    await writeIn(folder, 'samples.csv', `${sheetOf(samples)}Lung_1,Lung\n`);
    await tellChanged(server, sheet, FileChangeType.Changed);
    await shows(server, table, ['sample-not-in-matrix']);
    await rm(fileURLToPath(sheet));
    await tellChanged(server, sheet, FileChangeType.Deleted);
    await shows(server, table, []);
  });

  it('keeps its samples’ findings while the rows below them are typed in', async () => {
    const { server, table } = await openBeside(otherSheet);
    await shows(server, table, ['sample-name-near-miss']);
    const before = server.published.length;
    const cell = { start: { line: 3, character: 5 }, end: { line: 3, character: 8 } };
    await server.change(table, { range: cell, text: 'bad' });
    expect((await server.diagnosticsOf(table)).map(({ code }) => code)).toContain('not-a-number');
    const since = server.published.slice(before).filter(({ uri }) => uri === table);
    for (const { diagnostics } of since) {
      expect(diagnostics.map(({ code }) => code)).toContain('sample-name-near-miss');
    }
  });

  it('is held against no sheet as soon as a person says so, though one lies beside it', async () => {
    const { folder, server, table } = await openBeside(otherSheet);
    await shows(server, table, ['sample-name-near-miss']);
    const said = JSON.stringify({ tables: { '*': { sampleSheet: false } } });
    await tellChanged(server, await writeIn(folder, '.amprenta.json', said), FileChangeType.Created);
    await shows(server, table, []);
    expect(server.statuses.at(-1)).toMatchObject({ overridden: ['sampleSheet'], overrideProblem: null });
  });

  it('has its other findings, and the reason, where the sheet that is named is not there, until it is', async () => {
    const said = { sampleSheet: 'named.txt', omicsType: 'lipidomics' };
    const { folder, server, table } = await openBeside(otherSheet, said);
    const status = await until('the reason is told', () =>
      server.statuses.find(({ overrideProblem }) => overrideProblem),
    );
    expect(status.omicsType).toBe('lipidomics');
    expect(status.overrideProblem).toMatch(
      /table\.csv can't be used.*no file .*named\.txt.*"sampleSheet" in \.amprenta\.json/,
    );
    expect(codesOf(server, table)).toEqual([]);
    await tellChanged(server, await writeIn(folder, 'named.txt', otherSheet), FileChangeType.Created);
    await shows(server, table, ['sample-name-near-miss']);
    expect(server.statuses.at(-1)).toMatchObject({ omicsType: 'lipidomics', overrideProblem: null });
  });
});

describe('a table that is validated from disk', () => {
  it('tells every sheet beside it and how many of the samples it describes, also where none or another one is used', async () => {
    const folder = await temporaryFolder();
    const server = await startServer({ folder });
    const uri = await writeIn(folder, 'table.csv', tableOf(samples));
    await writeIn(folder, 'a.csv', sheetOf(samples));
    await writeIn(folder, 'b.csv', sheetOf(samples.slice(0, 3)));
    await writeIn(folder, 'c.csv', sheetOf(['x_1', 'y_1']));
    const sheetsBeside = [
      { name: 'a.csv', described: 4 },
      { name: 'b.csv', described: 3 },
      { name: 'c.csv', described: 0 },
    ];
    const judge = () => server.connection.sendRequest(validateFile, { uri });
    expect(await judge()).toMatchObject({ sheetsBeside, sheet: { state: 'several', names: ['a.csv', 'b.csv'] } });
    const name = (sampleSheet: string | false) =>
      writeIn(folder, '.amprenta.json', JSON.stringify({ tables: { '*.csv': { sampleSheet } } }));
    await name('c.csv');
    expect(await judge()).toMatchObject({
      sheetsBeside,
      sheet: { state: 'used', name: 'c.csv', described: 0, fits: false },
    });
    await name('b.csv');
    expect(await judge()).toMatchObject({ sheetsBeside, sheet: { state: 'used', name: 'b.csv', fits: true } });
    await name(false);
    expect(await judge()).toMatchObject({ sheetsBeside, sheet: null, overridden: ['sampleSheet'] });
    await name(join('..', 'away.csv'));
    expect(await judge()).toMatchObject({ sheet: null, overrideProblem: expect.stringContaining('away.csv') });
  });
});
