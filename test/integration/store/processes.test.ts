import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { json, text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SaveResult } from '../../../server/src/ingest/datasetStore.ts';
import { row, uniqueDraft } from '../../contract/drafts.ts';
import type { SaveOrder } from './saveProcess.ts';
import { countRows, openTestDatabase, type TestDatabase } from './testDatabase.ts';

let opened: TestDatabase;
beforeAll(async () => {
  opened = await openTestDatabase();
});
afterAll(async () => {
  await opened.drop();
});

async function saveInProcess(drafts: SaveOrder['drafts']): Promise<readonly SaveResult[]> {
  const script = fileURLToPath(new URL('saveProcess.ts', import.meta.url));
  const child = spawn(process.execPath, [script], { stdio: ['pipe', 'pipe', 'pipe'] });
  const order: SaveOrder = { target: opened.target, drafts };
  child.stdin.end(JSON.stringify(order));
  const [errors, results] = await Promise.all([
    text(child.stderr),
    json(child.stdout).catch(() => []),
    once(child, 'close'),
  ]);
  expect(errors).toBe('');
  return results as SaveResult[];
}

/** Accession numbers in an order that differs by seed; the generator is Park and Miller's (doi 10.1145/63039.63042). */
function shuffled(count: number, seed: number): string[] {
  const names = Array.from({ length: count }, (_, index) => `P${String(index).padStart(5, '0')}`);
  let state = seed;
  for (let at = names.length - 1; at > 0; at--) {
    state = (state * 48_271) % 2_147_483_647;
    const other = state % (at + 1);
    [names[at], names[other]] = [names[other] ?? '', names[at] ?? ''];
  }
  return names;
}

describe('several loaders at once', () => {
  it('make one dataset of one file that they save under different keys', async () => {
    const accessions = shuffled(3000, 1);
    const saved = await Promise.all(
      ['a', 'b', 'c', 'd'].map((sourceKey) => saveInProcess([{ sourceKey, accessions }])),
    );
    const statuses = saved.flat().map(({ status }) => status);
    expect(statuses.sort()).toEqual(['created', 'unchanged', 'unchanged', 'unchanged']);
    const datasets = new Set(saved.flat().map(({ datasetId }) => datasetId));
    expect(datasets.size).toBe(1);
    expect(await countRows(opened)).toMatchObject({
      dataset: 1,
      dataset_feature: 3000,
      feature: 3000,
      dataset_source: 4,
    });
  });

  it('share features that they save in different orders, without deadlock or duplicate', async () => {
    const before = await countRows(opened);
    const saved = await Promise.all(
      [2, 3, 4, 5].map((process_) =>
        saveInProcess(
          [0, 1, 2].map((file) => ({
            sourceKey: `process ${process_} file ${file}`,
            accessions: shuffled(4000 + 100 * file, process_ * 10 + file),
          })),
        ),
      ),
    );
    expect(saved.flat().map(({ status }) => status)).toEqual(saved.flat().map(() => 'created'));
    const after = await countRows(opened);
    expect(after).toMatchObject({
      dataset: (before.dataset ?? 0) + 12,
      dataset_feature: (before.dataset_feature ?? 0) + 4 * (4000 + 4100 + 4200),
      feature: 4200,
    });
  });

  it('don’t wait for each other in a circle when they write the same features in opposite orders at one moment', async () => {
    const names = Array.from({ length: 15_000 }, (_, index) => `Q${index}`);
    let arrived = 0;
    const gate: { open(): void } = { open: () => undefined };
    const opening = new Promise<void>((resolve) => {
      gate.open = resolve;
    });
    const drafts = [names, [...names].reverse()].map((ordered) =>
      uniqueDraft({
        rowCount: ordered.length,
        async *rows() {
          yield ordered.map((normalName, index) =>
            row(index, [1, 2], { feature: { kind: 'protein', namespace: 'uniprot', taxon: null, normalName } }),
          );
          if (++arrived === 2) gate.open();
          await opening;
        },
      }),
    );
    const saved = await Promise.all(drafts.map((draft) => opened.store.save(draft)));
    expect(saved.map(({ status }) => status)).toEqual(['created', 'created']);
    const [stored] = await opened.rows("SELECT count(*) AS features FROM feature WHERE normal_name LIKE 'Q%'");
    expect(stored).toEqual({ features: names.length });
  });
});
