import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clientConfig } from '../../../server/src/store/connect.ts';
import { randomFrom, writeMatrix } from '../../bench/generateMatrix.ts';
import { freshDatabase } from '../../support/postgres.ts';
import { until } from '../../support/until.ts';

/** Printed, so that a failure can be had again: AMPRENTA_FAULT_SEED=… repeats the moments. */
const seed = Number(process.env.AMPRENTA_FAULT_SEED ?? Date.now() % 1_000_000);
const features = 12_000;
const samples = 60;
const datasetTables = [
  'dataset',
  'dataset_revision',
  'dataset_source',
  'dataset_column',
  'dataset_feature',
  'dataset_file',
  'dataset_file_chunk',
  'dataset_finding',
  'feature',
  'sample',
];

let folder: string;
let path: string;
let database: Awaited<ReturnType<typeof freshDatabase>>;
let client: pg.Client;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'amprenta kill '));
  path = join(folder, 'a table.csv');
  await writeMatrix(path, features, samples, 7);
  database = await freshDatabase();
  client = new pg.Client(clientConfig(database.target));
  await client.connect();
  await ingest().outcome;
  await removeAll();
});

afterAll(async () => {
  await client.end();
  await database.drop();
  await rm(folder, { recursive: true, force: true });
});

/** An ingest in a process of its own. */
interface RunningIngest {
  readonly child: ChildProcessWithoutNullStreams;
  /** Each line it prints, as it comes. */
  readonly onLine: (listener: (line: string) => void) => void;
  /** Its last line, or null where it was killed. */
  readonly outcome: Promise<object | null>;
}

function ingest(): RunningIngest {
  const script = fileURLToPath(new URL('ingestProcess.ts', import.meta.url));
  const child = spawn(process.execPath, [script, path]);
  child.stdin.end(JSON.stringify(database.target));
  const lines = createInterface({ input: child.stdout });
  let last = '';
  lines.on('line', (line) => {
    last = line;
  });
  const outcome = once(child, 'close').then(() => (last.startsWith('{') ? JSON.parse(last) : null));
  return { child, onLine: (listener) => lines.on('line', listener), outcome };
}

/** Kills an ingest when `isMoment` says so of a line it printed, or the given time after it started reading. */
async function killAt(
  moment: { afterMs: number } | { line: (line: string) => boolean; delayMs: number },
): Promise<void> {
  const { child, onLine, outcome } = ingest();
  const kill = (): void => void child.kill('SIGKILL');
  let armed = false;
  onLine((line) => {
    const due = 'afterMs' in moment ? line === 'started' : moment.line(line);
    if (!due || armed) return;
    armed = true;
    setTimeout(kill, 'afterMs' in moment ? moment.afterMs : moment.delayMs);
  });
  await outcome;
}

async function rowCounts(): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const table of datasetTables) {
    const { rows } = await client.query(`SELECT count(*)::int AS n FROM ${table}`);
    counts[table] = rows[0].n;
  }
  return counts;
}

async function removeAll(): Promise<void> {
  await client.query('DELETE FROM dataset');
  await client.query('DELETE FROM feature');
}

/** The server notices a dead client only when it next reads from it or writes to it. */
async function untilOthersLeft(): Promise<void> {
  await until('the other connections to end', async () => {
    const { rows } = await client.query(
      'SELECT count(*)::int AS n FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_type = $1',
      ['client backend'],
    );
    return rows[0].n === 0;
  });
}

async function expectWholeOrNothing(): Promise<void> {
  await untilOthersLeft();
  const counts = await rowCounts();
  if (counts.dataset === 0) {
    expect(counts).toEqual(Object.fromEntries(datasetTables.map((table) => [table, 0])));
  } else {
    expect(counts).toMatchObject({
      dataset: 1,
      dataset_column: samples,
      sample: samples,
      dataset_feature: features,
      dataset_file: 1,
    });
  }
  const again = await ingest().outcome;
  const status = counts.dataset === 0 ? 'created' : 'unchanged';
  expect(again).toMatchObject({ status, values: features * samples, error: null });
  expect(await rowCounts()).toMatchObject({ dataset: 1, dataset_feature: features });
  await removeAll();
}

describe(`an ingest killed with SIGKILL (seed ${seed})`, () => {
  const random = randomFrom(seed);

  it('leaves the whole dataset or nothing wherever in its duration it is killed, and the next ingest works', async () => {
    console.log(`AMPRENTA_FAULT_SEED=${seed}`);
    const startedMs = performance.now();
    await ingest().outcome;
    const durationMs = performance.now() - startedMs;
    await removeAll();
    for (let part = 0; part < 5; part++) {
      await killAt({ afterMs: (durationMs * (part + random())) / 5 });
      await expectWholeOrNothing();
    }
  });

  it.each([0.1, 0.5, 0.9])(
    'leaves nothing when it is killed inside COPY, about %d of the rows written',
    async (share) => {
      await killAt({ line: (line) => line === 'read' || Number(line.split(' ')[1]) >= share, delayMs: random() * 5 });
      await expectWholeOrNothing();
    },
  );

  it.each([60, 120])(
    'leaves the whole dataset or nothing when it is killed around the commit (about %d ms behind the last row)',
    async (delayMs) => {
      await killAt({ line: (line) => line === 'read', delayMs: delayMs * (0.5 + random()) });
      await expectWholeOrNothing();
    },
  );
});
