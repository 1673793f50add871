import { appendFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';
import { ingestFile } from '../../shared/src/protocol/ingest.ts';
import { databaseLost, databaseStatus } from '../../shared/src/protocol/server.ts';
import { findTables, storedStates } from '../../shared/src/protocol/tables.ts';
import { geneTable } from '../integration/cli/workFolder.ts';
import { runSql, testServer } from '../support/postgres.ts';
import { until } from '../support/until.ts';
import { openWorkspace } from './workspace.ts';

it('tells of a file whether it is stored, changed since, or neither, and of nothing before the database is open', async () => {
  const { folder, server } = await openWorkspace();
  const [table, other] = [join(folder, 'a table.tsv'), join(folder, 'other.tsv')];
  await writeFile(table, geneTable(20, 3));
  await writeFile(other, geneTable(10, 3));
  const uris = [table, other, join(folder, 'missing.tsv')].map((path) => pathToFileURL(path).href);
  const ask = () => server.connection.sendRequest(storedStates, { uris });
  expect(await ask()).toEqual([null, null, null]);
  const ingest = { uri: uris[0] ?? '', token: 'one', allowErrors: false };
  const { datasetId } = await server.connection.sendRequest(ingestFile, ingest);
  const stored = { state: 'stored', datasetId, name: 'a table', revision: 1 };
  expect(await ask()).toEqual([stored, null, null]);
  await appendFile(table, 'ENSG00000999999\t1\t2\t3\n');
  expect(await ask()).toEqual([{ ...stored, state: 'changed' }, null, null]);
  const { tables } = await server.connection.sendRequest(findTables, { uri: pathToFileURL(folder).href });
  expect(tables.map((found) => found.stored?.state ?? null)).toEqual(['changed', null]);
  await server.connection.sendRequest(ingestFile, ingest);
  expect(await ask()).toEqual([{ ...stored, revision: 2 }, null, null]);
});

it('tells when the open database goes away, and reaches it again when it is asked for', async () => {
  const { database, server } = await openWorkspace();
  const lost: string[] = [];
  server.connection.onNotification(databaseLost, ({ state }) => {
    lost.push(state);
  });
  expect((await server.connection.sendRequest(databaseStatus)).state).toBe('ready');
  const { database: name } = database.target;
  await runSql(testServer(), `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '${name}'`);
  await until('the loss is told', () => lost.length > 0);
  expect(lost).toEqual(['unreachable']);
  expect((await server.connection.sendRequest(databaseStatus)).state).toBe('ready');
});
