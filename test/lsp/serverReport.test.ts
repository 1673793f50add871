import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { databaseStatus, reportServer, setSecrets } from '../../shared/src/protocol/server.ts';
import { temporaryFolder } from '../support/temporaryFolder.ts';
import { startServer } from './serverProcess.ts';

it('tells which settings are set and what was logged, and none of the secrets of .env, environment and safe', async () => {
  const folder = await temporaryFolder();
  const secrets = ['of-the-file', 'of-the-environment', 'p/w-in-an-address', 'of-the-safe'] as const;
  const [ofFile, ofEnvironment, ofAddress, ofSafe] = secrets;
  const address = `postgresql://lab:${encodeURIComponent(ofAddress)}@127.0.0.1:1/omics`;
  // A person may have put a secret where none belongs.
  const lines = [`POSTGRES_URL=${address}`, `NOTION_API_KEY=${ofFile}`, `POSTGRES_DB=${ofSafe}`];
  await writeFile(join(folder, '.env'), lines.join('\n'));
  const { connection } = await startServer({ folder, env: { OPENAI_API_KEY: ofEnvironment } });
  await connection.sendRequest(setSecrets, { pineconeApiKey: ofSafe });
  expect(await connection.sendRequest(reportServer)).toMatchObject({
    node: process.version,
    database: { name: 'lab@127.0.0.1:1/omics', open: false },
    problem: null,
    settings: [
      { place: `POSTGRES_URL in ${join(folder, '.env')}, line 1`, value: 'set' },
      { place: `POSTGRES_DB in ${join(folder, '.env')}, line 3`, value: '…' },
      { place: `NOTION_API_KEY in ${join(folder, '.env')}, line 2`, value: 'set' },
      { place: 'OPENAI_API_KEY in the environment', value: 'set' },
      { place: "PINECONE_API_KEY in the editor's safe", value: 'set' },
    ],
    log: [],
  });
  await connection.sendRequest(databaseStatus);
  const text = JSON.stringify(await connection.sendRequest(reportServer));
  for (const secret of [...secrets, encodeURIComponent(ofAddress)]) expect(text).not.toContain(secret);
});

it('says why the configuration can not be read', async () => {
  const folder = await temporaryFolder();
  await writeFile(join(folder, '.env'), 'POSTGRES_HOST=db.example.org\nPOSTGRES_PORT=none\n');
  const { connection } = await startServer({ folder });
  expect(await connection.sendRequest(reportServer)).toMatchObject({
    database: { name: 'not configured', open: false },
    problem: expect.stringContaining('line 2 is "none". Write a port'),
  });
});

it('tells what was logged, the making of an embedded database for one', async () => {
  const dataDir = await temporaryFolder();
  const { connection } = await startServer({ folder: await temporaryFolder(), env: { AMPRENTA_DATA_DIR: dataDir } });
  const logged: string[] = [];
  connection.onNotification('window/logMessage', ({ message }: { readonly message: string }) => {
    logged.push(message);
  });
  await connection.sendRequest(databaseStatus);
  const { log, database } = await connection.sendRequest(reportServer);
  expect(database).toEqual({ name: 'embedded Postgres', open: true });
  expect(logged.length).toBeGreaterThan(0);
  expect(log.map((line) => line.replace(/^\S+Z \[info\] /, ''))).toEqual(logged);
}, 60_000);
