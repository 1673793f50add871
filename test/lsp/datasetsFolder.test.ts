import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';
import { findTables } from '../../shared/src/protocol/tables.ts';
import { geneTable } from '../integration/cli/workFolder.ts';
import { temporaryFolder } from '../support/temporaryFolder.ts';
import { startServer } from './serverProcess.ts';

it('finds the tables of a folder and of those in it, and passes over hidden ones, packages and prose', async () => {
  const folder = await temporaryFolder();
  for (const name of ['deep/er', '.hidden', 'node_modules']) await mkdir(join(folder, name), { recursive: true });
  const table = geneTable(20, 3);
  for (const name of ['a.tsv', 'deep/er/b.tab', '.hidden/c.tsv', 'node_modules/d.tsv', 'e.xlsx', 'deep/.f.tsv']) {
    await writeFile(join(folder, name), table);
  }
  await writeFile(join(folder, 'prose.txt'), 'Dear reader, this is a letter.\nIt has, here and there, a comma.\n');
  await writeFile(join(folder, 'empty.csv'), '');
  const { connection } = await startServer({ folder });
  const { tables, others } = await connection.sendRequest(findTables, { uri: pathToFileURL(folder).href });
  const uriOf = (name: string) => pathToFileURL(join(folder, name)).href;
  expect(tables.map(({ uri }) => uri)).toEqual([uriOf('a.tsv'), uriOf('deep/er/b.tab')]);
  expect(tables[0]).toMatchObject({ omicsType: 'transcriptomics', sizeBytes: table.length, stored: null });
  expect(others.map(({ uri }) => uri)).toEqual([uriOf('empty.csv')]);
  const missing = connection.sendRequest(findTables, { uri: uriOf('missing') });
  await expect(missing).rejects.toMatchObject({ data: { kind: 'notFound' } });
});
