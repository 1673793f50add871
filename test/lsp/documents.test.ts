import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { CodeActionTriggerKind, type Hover } from 'vscode-languageserver';
import { temporaryFolder } from '../support/temporaryFolder.ts';
import { until } from '../support/until.ts';
import { type ServerProcess, startServer } from './serverProcess.ts';

const uri = 'file:///tables/a%20table.csv';
const header = 'Gene,S1,S2,S3';
const genes = ['TP53', 'MYC', 'EGFR', 'KRAS', 'BRAF', 'PTEN', 'BRCA1', 'BRCA2', 'RB1', 'APC', 'VHL', 'ATM'];
const rows = [header, ...genes.map((gene, row) => `${gene},${row},${gene === 'MYC' ? 'bad' : row + 1},${row + 2}`)];
const table = `${rows.join('\n')}\n`;
const everywhere = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };

function hoverAt({ connection }: ServerProcess, line: number, character: number): Promise<Hover | null> {
  return connection.sendRequest('textDocument/hover', { textDocument: { uri }, position: { line, character } });
}

function rangeOn(line: number, from: number, to: number) {
  return { start: { line, character: from }, end: { line, character: to } };
}

describe('an open table', () => {
  it('has its findings at their exact places, and its status', async () => {
    const server = await startServer();
    await server.open(uri, 'csv', table);
    const diagnostics = await server.diagnosticsOf(uri);
    expect(diagnostics.map(({ code, range, severity, source }) => ({ code, range, severity, source }))).toEqual([
      { code: 'not-a-number', range: rangeOn(2, 6, 9), severity: 1, source: 'amprenta' },
    ]);
    expect(server.statuses.at(-1)).toMatchObject({
      uri,
      omicsType: 'transcriptomics',
      shape: 'features-in-rows',
      delimiter: ',',
      rows: 12,
      features: 12,
      samples: 3,
      counts: { error: 1, warning: 0, information: 0 },
      blocking: 1,
    });
  });

  it('is judged anew while it is typed in', async () => {
    const server = await startServer();
    await server.open(uri, 'csv', table);
    await server.diagnosticsOf(uri);
    await server.change(uri, { range: rangeOn(2, 6, 9), text: '5' });
    expect(await server.diagnosticsOf(uri)).toEqual([]);
    await server.change(uri, { range: rangeOn(1, 5, 6), text: 'y' });
    await server.change(uri, { range: rangeOn(1, 6, 6), text: 'z' });
    expect((await server.diagnosticsOf(uri)).map(({ range }) => range)).toEqual([rangeOn(1, 5, 7)]);
  });

  it('has its findings at their places when its text begins with a byte order mark', async () => {
    const server = await startServer();
    await server.open(uri, 'csv', `\ufeff${table.replace('S1', ' S1')}`);
    const places = (await server.diagnosticsOf(uri)).map(({ code, range }) => [code, range]);
    expect(places).toContainEqual(['outer-space', rangeOn(0, 6, 9)]);
    expect(places).toContainEqual(['not-a-number', rangeOn(2, 6, 9)]);
  });

  it('loses its findings when it is closed', async () => {
    const server = await startServer();
    await server.open(uri, 'csv', table);
    await server.diagnosticsOf(uri);
    await server.connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
    await until('they are cleared', () => server.published.at(-1)?.diagnostics.length === 0);
  });

  it('shows a bounded number of findings of one code and says how many more there are', async () => {
    const server = await startServer();
    const lines = Array.from({ length: 2_000 }, (_, index) => `GENE${index},${index},${index % 4 === 0 ? 'bad' : 2},3`);
    await server.open(uri, 'csv', `Gene,S1,S2,S3\n${lines.join('\n')}\n`);
    const numbers = (await server.diagnosticsOf(uri)).filter(({ code }) => code === 'not-a-number');
    expect(numbers).toHaveLength(201);
    expect(numbers.at(-1)?.message).toBe('300 more of this code, from here on.');
    expect(server.statuses.at(-1)?.counts.error).toBe(500);
  });
});

describe('a plain text', () => {
  it('is left alone where it is no omics table', async () => {
    const server = await startServer();
    const prose = 'file:///tables/readme.txt';
    await server.open(prose, 'plaintext', 'Dear all,\nplease, find enclosed, the tables.\n\n  Yours, me\n');
    // The answer waits for what is said of the text.
    expect(await server.actionsAt(prose, everywhere)).toBeNull();
    expect(server.published).toEqual([]);
    expect(server.statuses).toEqual([]);
  });

  it('is judged where it is one', async () => {
    const server = await startServer();
    const text = 'file:///tables/genes.txt';
    await server.open(text, 'plaintext', table.replaceAll(',', '\t'));
    expect((await server.diagnosticsOf(text)).map(({ code }) => code)).toEqual(['not-a-number']);
  });
});

describe('fixes', () => {
  const spaced = table.replace('bad', '5').replace('EGFR', ' EGFR').replace('KRAS', 'KRAS ').replace('S2', 'S2 ');

  it('make their finding vanish when they are applied', async () => {
    const server = await startServer();
    await server.open(uri, 'csv', spaced);
    const [first] = await server.diagnosticsOf(uri);
    expect(first).toMatchObject({ code: 'outer-space', range: rangeOn(0, 8, 11) });
    const actions = await server.actionsAt(uri, rangeOn(0, 9, 9), ['quickfix']);
    const quickFix = actions.find(({ edit }) => edit);
    expect(quickFix).toMatchObject({ kind: 'quickfix', isPreferred: true, diagnostics: [first] });
    await server.apply(quickFix?.edit ?? {});
    expect(server.textOf(uri)).toBe(spaced.replace('S2 ', 'S2'));
    expect(await server.diagnosticsOf(uri)).toHaveLength(2);
  });

  it('of one code are all made at once, by edits of nothing but the defects', async () => {
    const server = await startServer();
    await server.open(uri, 'csv', `${spaced}\n\nNRAS,1,2,2\n`);
    await server.diagnosticsOf(uri);
    const actions = await server.actionsAt(uri, rangeOn(3, 0, 0));
    const fixAll = actions.find(({ title }) => title === 'Fix all outer-space in this file');
    const { edit } = await server.resolve(fixAll ?? { title: '' });
    expect(edit?.documentChanges?.flatMap((change) => ('edits' in change ? change.edits : []))).toHaveLength(3);
    await server.apply(edit ?? {});
    expect(new Set((await server.diagnosticsOf(uri)).map(({ code }) => code))).toEqual(new Set(['blank-row']));
  });

  it('of one code are made in one column, and nowhere else', async () => {
    const server = await startServer();
    const two = table
      .replace('bad', '5')
      .replace('EGFR,2', 'EGFR, 2')
      .replace('KRAS,3', 'KRAS, 3')
      .replace('S2', 'S2 ');
    await server.open(uri, 'csv', two);
    const before = await server.diagnosticsOf(uri);
    const actions = await server.actionsAt(uri, rangeOn(3, 5, 7), ['quickfix']);
    const { edit } = await server.resolve(
      actions.find(({ title }) => title === 'Fix all outer-space in this column') ?? { title: '' },
    );
    await server.apply(edit ?? {});
    expect(server.textOf(uri)).toBe(two.replaceAll(', ', ','));
    expect(await server.diagnosticsOf(uri)).toHaveLength(before.length - 2);
  });

  it('of more than ten places are shown to the person first, who is not there on saving', async () => {
    const server = await startServer();
    const rows = Array.from({ length: 12 }, (_, at) => `GENE${at} ,1,2,3`);
    await server.open(uri, 'csv', `${table.replace('bad', '5')}${rows.join('\n')}\n`);
    await server.diagnosticsOf(uri);
    const confirmed = async (triggerKind: CodeActionTriggerKind): Promise<boolean[]> => {
      const [action] = await server.actionsAt(uri, everywhere, ['source.fixAll'], triggerKind);
      const { edit } = await server.resolve(action ?? { title: '' });
      return Object.values(edit?.changeAnnotations ?? {}).map(({ needsConfirmation }) => needsConfirmation === true);
    };
    expect(await confirmed(CodeActionTriggerKind.Invoked)).toEqual([true]);
    expect(await confirmed(CodeActionTriggerKind.Automatic)).toEqual([]);
  });

  it('that are safe are all made as a source action, and none is left', async () => {
    const server = await startServer();
    await server.open(uri, 'csv', `\ufeff${spaced}\r\n\r\nNRAS,1,2,2\r\n`);
    await server.diagnosticsOf(uri);
    const [action, ...others] = await server.actionsAt(uri, everywhere, ['source.fixAll']);
    expect(others).toEqual([]);
    expect(action?.kind).toBe('source.fixAll.amprenta');
    const { edit } = await server.resolve(action ?? { title: '' });
    await server.apply(edit ?? {});
    expect(await server.diagnosticsOf(uri)).toEqual([]);
    expect(await server.actionsAt(uri, everywhere, ['source.fixAll'])).toEqual([]);
    expect(server.textOf(uri).startsWith('\ufeffGene,S1,S2,S3\n')).toBe(true);
  });
});

describe('hovering over a header cell', () => {
  it('tells the figures of its column, and nothing elsewhere', async () => {
    const server = await startServer();
    await server.open(uri, 'csv', table.replace('bad', 'NA'));
    const hover = await hoverAt(server, 0, 8);
    expect(hover?.range).toEqual(rangeOn(0, 8, 10));
    const text = JSON.stringify(hover?.contents);
    for (const part of [
      '**S2**: measured values',
      'Values: 11 of 12',
      'Missing: 1 (8.3 %)',
      'Min 1 · median 7 · max 12',
    ]) {
      expect(text).toContain(part);
    }
    expect(JSON.stringify((await hoverAt(server, 0, 1))?.contents)).toContain('part of the row key');
  });

  it('draws how its numbers lie', async () => {
    const server = await startServer();
    await server.open(uri, 'csv', table.replace('bad', '2'));
    const text = JSON.stringify(await hoverAt(server, 0, 6));
    expect(text).toMatch(/`[▁-█ ]{16}`/);
  });
});

describe('hovering over a row', () => {
  it('tells on its name how the feature lies over the samples, on a value which sample it is of', async () => {
    const server = await startServer();
    await server.open(uri, 'csv', table.replace('bad', 'NA'));
    const feature = JSON.stringify(await hoverAt(server, 2, 1));
    for (const part of ['**MYC**', 'Values: 2 of 3 samples', 'Missing: 1 (33.3 %)', 'Min 1 · median 2 · max 3']) {
      expect(feature).toContain(part);
    }
    const value = await hoverAt(server, 4, 7);
    expect(value?.range).toEqual(rangeOn(4, 7, 8));
    expect(JSON.stringify(value)).toContain('**KRAS** in **S2**');
  });
});

describe('a person’s overrides', () => {
  it('are followed in an open table, and again when they change', async () => {
    const folder = await temporaryFolder();
    const path = join(folder, 'a table.csv');
    const own = pathToFileURL(path).href;
    const server = await startServer({ folder });
    const write = (omicsType: string): Promise<void> =>
      writeFile(join(folder, '.amprenta.json'), JSON.stringify({ tables: { '*.csv': { omicsType } } }));
    await write('proteomics');
    await server.open(own, 'csv', table);
    await server.diagnosticsOf(own);
    expect(server.statuses.at(-1)).toMatchObject({ omicsType: 'proteomics', overridden: ['omicsType'] });
    await write('lipidomics');
    await server.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: pathToFileURL(join(folder, '.amprenta.json')).href, type: 2 }],
    });
    await until('they are followed', () => server.statuses.at(-1)?.omicsType === 'lipidomics');
  });

  it('that can’t be read leave the findings, and are told as the reason', async () => {
    const folder = await temporaryFolder();
    const own = pathToFileURL(join(folder, 'table.csv')).href;
    await writeFile(join(folder, '.amprenta.json'), '{\n  "tables": {"*": {"omicsType": "genes"}}\n}');
    const server = await startServer({ folder });
    await server.open(own, 'csv', table);
    expect((await server.diagnosticsOf(own)).map(({ code }) => code)).toEqual(['not-a-number']);
    expect(server.statuses.at(-1)?.overridden).toEqual([]);
    expect(server.statuses.at(-1)?.overrideProblem).toContain('.amprenta.json');
  });
});

describe('a large table', () => {
  it('has the findings of a typed line before the whole is judged again, and the same ones after', async () => {
    const server = await startServer();
    const lines = Array.from(
      { length: 40_000 },
      (_, row) => `ENSG${100_000 + row},${row}.25,${row + 1},${(row % 9) + 2}`,
    );
    await server.open(uri, 'csv', `Gene,S1,S2,S3\n${lines.join('\n')}\n`);
    expect(await server.diagnosticsOf(uri)).toEqual([]);
    await server.change(uri, { range: rangeOn(30_000, 11, 16), text: 'oops' });
    expect((await server.diagnosticsOf(uri)).map(({ code, range }) => [code, range.start.line])).toEqual([
      ['not-a-number', 30_000],
    ]);
    await until('a full pass has told the same', () => server.statuses.at(-1)?.counts.error === 1);
    expect((await server.diagnosticsOf(uri)).map(({ code }) => code)).toEqual(['not-a-number']);
  });
});

it('ends when its client is gone', async () => {
  const server = await startServer();
  const exited = once(server.child, 'exit');
  server.child.stdin?.end();
  await exited;
  expect(server.child.exitCode).not.toBeNull();
});
