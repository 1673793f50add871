import { appendFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { listDatasets } from '../../shared/src/protocol/datasets.ts';
import { ingestFile, ingestProgress } from '../../shared/src/protocol/ingest.ts';
import { databaseStatus, setSecrets } from '../../shared/src/protocol/server.ts';
import { validateFile } from '../../shared/src/protocol/tables.ts';
import { geneTable } from '../integration/cli/workFolder.ts';
import { everyDataset } from '../support/everyDataset.ts';
import { until } from '../support/until.ts';
import { startServer } from './serverProcess.ts';
import { openFolder } from './workspace.ts';

const wrong = 'wr0ng-and-nowhere-to-be-seen';

/** A server whose .env has a wrong password, and everything that it says. */
async function openRefused() {
  const opened = await openFolder();
  await appendFile(join(opened.folder, '.env'), 'POSTGRES_PASSWORD=of-the-env-file\n');
  const server = await startServer({ folder: opened.folder });
  const said: string[] = [];
  server.connection.onNotification('window/logMessage', (message: unknown) => {
    said.push(JSON.stringify(message));
  });
  const right = opened.database.target.password;
  if (right === null) throw new Error('The test server asks for no password.');
  return { ...opened, ...server, right, said };
}

describe('a password that the editor keeps', () => {
  it('wins over .env for questions and for ingests, and .env counts again when it is forgotten', async () => {
    const { connection, right, write } = await openRefused();
    expect(await connection.sendRequest(databaseStatus)).toMatchObject({ state: 'unreachable', refused: true });
    await connection.sendRequest(setSecrets, { postgresPassword: right });
    expect(await connection.sendRequest(databaseStatus)).toMatchObject({ state: 'ready' });
    const uri = await write('genes.tsv', geneTable(20, 2));
    const params = { uri, token: 'genes', allowErrors: false };
    expect(await connection.sendRequest(ingestFile, params)).toMatchObject({ status: 'created' });
    await connection.sendRequest(setSecrets, { postgresPassword: null });
    expect(await connection.sendRequest(databaseStatus)).toMatchObject({ state: 'unreachable', refused: true });
  });

  it('is followed by the worker that ingested with another one before', async () => {
    const { connection, right, write } = await openRefused();
    const ingest = async (name: string): Promise<unknown> => {
      const uri = await write(`${name}.tsv`, geneTable(20, 2).replaceAll('Sample', name));
      return connection.sendRequest(ingestFile, { uri, token: name, allowErrors: false });
    };
    await connection.sendRequest(setSecrets, { postgresPassword: right });
    expect(await ingest('first')).toMatchObject({ status: 'created' });
    await connection.sendRequest(setSecrets, { postgresPassword: wrong });
    await expect(ingest('refused')).rejects.toMatchObject({ data: { kind: 'unauthorized' } });
    await connection.sendRequest(setSecrets, { postgresPassword: right });
    expect(await ingest('second')).toMatchObject({ status: 'created' });
  });

  it('can change while a table is stored: that is stored whole, and the next question uses the new one', async () => {
    const { connection, right, write } = await openRefused();
    await connection.sendRequest(setSecrets, { postgresPassword: right });
    const uri = await write('large.tsv', geneTable(30_000, 20));
    let isStoring = false;
    connection.onNotification(ingestProgress, ({ phase }) => {
      if (phase === 'storing') isStoring = true;
    });
    const ingest = connection.sendRequest(ingestFile, { uri, token: 'large', allowErrors: false });
    await until('values are being stored', () => isStoring, 60_000);
    await connection.sendRequest(setSecrets, { postgresPassword: wrong });
    await expect(connection.sendRequest(listDatasets, everyDataset)).rejects.toMatchObject({
      data: { kind: 'unauthorized' },
    });
    expect(await ingest).toMatchObject({ status: 'created', features: 30_000 });
  });

  it('stands in no answer and no log where the database refuses it', async () => {
    const { connection, said, write } = await openRefused();
    const answers: unknown[] = [];
    const ask = async (question: Promise<unknown>): Promise<void> => {
      answers.push(await question.catch(({ message, data }) => ({ message, data })));
    };
    await ask(connection.sendRequest(setSecrets, { postgresPassword: wrong }));
    await ask(connection.sendRequest(databaseStatus));
    await ask(connection.sendRequest(listDatasets, everyDataset));
    const uri = await write('genes.tsv', geneTable(20, 2));
    await ask(connection.sendRequest(ingestFile, { uri, token: 'genes', allowErrors: false }));
    await ask(connection.sendRequest(setSecrets, { postgresUrl: `postgresql://lab:${wrong}%@db.example.org/omics` }));
    await ask(connection.sendRequest(databaseStatus));
    await ask(connection.sendRequest(validateFile, { uri }));
    const all = [...answers.map((answer) => JSON.stringify(answer)), ...said].join('\n');
    expect(all).toContain('rejected user');
    expect(all).toContain("POSTGRES_URL in the editor's safe is not an address of a Postgres");
    expect(all).not.toContain(wrong);
  });
});
