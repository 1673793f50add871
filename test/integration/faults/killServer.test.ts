import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openFileSource } from '../../../server/src/files/fileSource.ts';
import { type IngestOutcome, ingestTable } from '../../../server/src/ingest/ingestTable.ts';
import { clientConfig } from '../../../server/src/store/connect.ts';
import { openEmbedded } from '../../../server/src/store/embedded/embeddedServer.ts';
import { openStore } from '../../../server/src/store/postgresStore.ts';
import type { ServerTarget } from '../../../server/src/store/target.ts';
import { writeMatrix } from '../../bench/generateMatrix.ts';

const features = 12_000;
const samples = 60;

let folder: string;
let path: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'amprenta-server-'));
  path = join(folder, 'table.csv');
  await writeMatrix(path, features, samples, 11);
});

afterAll(() => rm(folder, { recursive: true, force: true }));

/** Ingests the file and, once rows are being written, does what is to go wrong. */
async function ingestAndBreak(target: ServerTarget, goWrong: () => Promise<void>): Promise<IngestOutcome> {
  const store = await openStore(target);
  const source = await openFileSource(path);
  let wrong: Promise<void> | null = null;
  const outcome = await ingestTable(source, store, {
    name: 'broken',
    sourceKey: source.realPath,
    path: source.path,
    allowErrors: false,
    linking: true,
    onProgress({ phase }) {
      if (phase === 'storing') wrong ??= goWrong();
    },
  });
  await wrong;
  await store.close();
  return outcome;
}

async function query(target: ServerTarget, text: string, values: readonly unknown[] = []): Promise<pg.QueryResult> {
  const client = new pg.Client(clientConfig(target));
  // The server is about to be killed under some of these.
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await client.query(text, [...values]);
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function copyingBackend(target: ServerTarget): Promise<number> {
  const { rows } = await query(
    target,
    "SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND query ILIKE 'COPY%' AND pid <> pg_backend_pid()",
  );
  return rows[0].pid;
}

/** What each way of killing the server is, given the connection and the folder its cluster lies in. */
const ways = [
  [
    'its backend process is killed',
    async (target: ServerTarget) => void process.kill(await copyingBackend(target), 'SIGKILL'),
  ],
  [
    'the postmaster is killed',
    async (_: ServerTarget, dataDir: string) => void process.kill(await postmasterPid(dataDir), 'SIGKILL'),
  ],
] as const;

async function postmasterPid(dataDir: string): Promise<number> {
  const file = await readFile(join(dataDir, 'postgres-18', 'postmaster.pid'), 'utf8');
  return Number(file.split('\n')[0]);
}

it.each(ways)(
  'says one clear thing and stores nothing when %s in mid-COPY, and the next ingest works',
  async (_, kill) => {
    const dataDir = await mkdtemp(join(tmpdir(), 'amprenta-cluster-'));
    const first = await openEmbedded(dataDir, {});
    const outcome = await ingestAndBreak(first.target, () => kill(first.target, dataDir));
    expect(outcome).toMatchObject({ status: 'failed', error: { kind: 'unavailable' } });
    expect(outcome.error?.message).toMatch(/^Postgres creation failed \(required\): /);
    expect(outcome.error?.message).not.toContain(first.target.password);
    await first.release();

    const second = await openEmbedded(dataDir, {});
    const { rows } = await query(
      second.target,
      'SELECT (SELECT count(*) FROM dataset)::int AS d, (SELECT count(*) FROM dataset_feature)::int AS f',
    );
    expect(rows).toEqual([{ d: 0, f: 0 }]);
    const again = await ingestAndBreak(second.target, async () => undefined);
    expect(again).toMatchObject({ status: 'created', values: features * samples });
    await second.release();
    await rm(dataDir, { recursive: true, force: true });
  },
);
