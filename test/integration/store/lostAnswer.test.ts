import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import net, { type AddressInfo, type Socket } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DatasetStore } from '../../../server/src/ingest/datasetStore.ts';
import { openStore } from '../../../server/src/store/postgresStore.ts';
import { uniqueDraft } from '../../contract/drafts.ts';
import { countRows, openTestDatabase, type TestDatabase } from './testDatabase.ts';

/** What becomes of the next COMMIT on its way to the server: it gets there and its answer is lost, or it gets lost itself. */
type Cut = 'answer' | 'request' | null;

let opened: TestDatabase;
let proxy: net.Server;
let store: DatasetStore;
let cut: Cut = null;
const sockets = new Set<Socket>();

beforeAll(async () => {
  opened = await openTestDatabase();
  proxy = net.createServer(forward).listen(0, '127.0.0.1');
  await once(proxy, 'listening');
  const { port } = proxy.address() as AddressInfo;
  store = await openStore({ ...opened.target, host: '127.0.0.1', port });
});

afterAll(async () => {
  await store.close();
  for (const socket of sockets) socket.destroy();
  proxy.close();
  await opened.drop();
});

function forward(client: Socket): void {
  const server = net.connect(opened.target.port, opened.target.host);
  for (const socket of [client, server]) {
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.on('close', () => sockets.delete(socket));
  }
  server.on('close', () => client.destroy());
  client.on('close', () => server.end());
  server.on('data', (bytes) => client.write(bytes));
  client.on('data', (bytes) => {
    if (cut === null || !bytes.includes('COMMIT')) {
      server.write(bytes);
      return;
    }
    const isForwarded = cut === 'answer';
    cut = null;
    server.removeAllListeners('data');
    if (!isForwarded) {
      server.destroy();
      return;
    }
    // The server answers, so the commit is done; the answer goes nowhere.
    server.once('data', () => client.destroy());
    server.write(bytes);
  });
}

describe('a save whose connection is cut at the commit', () => {
  it('says that it is stored where the commit came through and only the answer was lost', async () => {
    const draft = uniqueDraft();
    cut = 'answer';
    const saved = await store.save(draft);
    expect(saved).toMatchObject({ status: 'created', revision: 1 });
    expect(await store.findContent(draft.sha256)).toEqual({ datasetId: saved.datasetId, revision: 1 });
  });

  it('says that nothing is stored where the commit was lost', async () => {
    const before = await countRows(opened);
    const draft = uniqueDraft({ name: randomUUID() });
    cut = 'request';
    await expect(store.save(draft)).rejects.toMatchObject({ kind: 'unavailable' });
    expect(await countRows(opened)).toEqual(before);
    expect(await store.save(draft)).toMatchObject({ status: 'created' });
  });
});
