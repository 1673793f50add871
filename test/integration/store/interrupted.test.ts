import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { AmprentaError } from '#shared/errors.ts';
import type { Draft } from '../../../server/src/ingest/draft.ts';
import { draftOf, row } from '../../contract/drafts.ts';
import { until } from '../../support/until.ts';
import { countRows, openTestDatabase, type TestDatabase, testerName } from './testDatabase.ts';

const rowCount = 20_000;
const batchRows = 1000;

let opened: TestDatabase;
beforeAll(async () => {
  opened = await openTestDatabase();
});
afterAll(async () => {
  await opened.drop();
});
beforeEach(async () => {
  await opened.rows('TRUNCATE dataset, dataset_feature, feature CASCADE');
});

/** Everything that is in the database, in counts. */
const nothing = { dataset: 0, dataset_revision: 0, dataset_feature: 0, feature: 0, dataset_file: 0, dataset_source: 0 };
const whole = { dataset: 1, dataset_revision: 1, dataset_feature: rowCount, feature: rowCount, dataset_file: 1 };

/** A draft with new features, whose reading calls back at each batch of rows and each piece of bytes. */
function watchedDraft(at: {
  readonly rows?: (from: number) => unknown;
  readonly bytes?: (piece: number) => unknown;
}): Draft {
  const salt = randomUUID();
  const pieces = Array.from({ length: 40 }, (_, index) => Buffer.alloc(100_000, `${index} ${salt}`));
  return draftOf({
    sourceKey: salt,
    content: Buffer.concat(pieces),
    rowCount,
    async *rows() {
      for (let from = 0; from < rowCount; from += batchRows) {
        await at.rows?.(from);
        yield Array.from({ length: batchRows }, (_, index) =>
          row(from + index, [from, Number.NaN], {
            feature: { kind: 'protein', namespace: 'uniprot', taxon: null, normalName: `${salt} ${from + index}` },
          }),
        );
      }
    },
    async *bytes() {
      for (const [index, piece] of pieces.entries()) {
        await at.bytes?.(index);
        yield piece;
      }
    },
  });
}

async function terminateStore(): Promise<void> {
  await opened.rows(
    'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND application_name <> $1',
    testerName,
  );
}

async function storeStatements(): Promise<readonly string[]> {
  const active = await opened.rows<{ query: string }>(
    `SELECT query FROM pg_stat_activity
     WHERE datname = current_database() AND application_name <> $1 AND state <> 'idle'`,
    testerName,
  );
  return active.map(({ query }) => query);
}

/** Saves again what failed, and expects all of it to be there then: the pool has survived. */
async function expectNextSaveWorks(draft: Draft): Promise<void> {
  expect(await opened.store.save(draft)).toMatchObject({ revision: 1 });
  expect(await countRows(opened)).toMatchObject(whole);
}

describe('a save whose server process is terminated', () => {
  it.each([0, 5000, 15_000])('stores nothing when it happens at row %d', async (moment) => {
    let armed = true;
    const draft = watchedDraft({
      async rows(from) {
        if (armed && from === moment) await terminateStore();
      },
    });
    await expect(opened.store.save(draft)).rejects.toMatchObject({ kind: 'unavailable' });
    expect(await countRows(opened)).toMatchObject(nothing);
    armed = false;
    await expectNextSaveWorks(draft);
  });

  it.each([0, 39])('stores nothing when it happens at piece %d of the file', async (moment) => {
    let armed = true;
    const draft = watchedDraft({
      async bytes(piece) {
        if (armed && piece === moment) await terminateStore();
      },
    });
    await expect(opened.store.save(draft)).rejects.toMatchObject({ kind: 'unavailable' });
    expect(await countRows(opened)).toMatchObject(nothing);
    armed = false;
    await expectNextSaveWorks(draft);
  });

  it('stores all or nothing when it happens during the commit, and says which', async () => {
    const draft = watchedDraft({});
    const saving = opened.store.save(draft).then(
      () => 'stored',
      (thrown: AmprentaError) => thrown.kind,
    );
    let ended: string | null = null;
    void saving.then((outcome) => {
      ended = outcome;
    });
    await until('the commit runs or has run', async () => {
      if (ended !== null) return true;
      if (!(await storeStatements()).includes('COMMIT')) return false;
      await terminateStore();
      return true;
    });
    const outcome = await saving;
    expect(['stored', 'unavailable']).toContain(outcome);
    expect(await countRows(opened)).toMatchObject(outcome === 'stored' ? whole : nothing);
    await expectNextSaveWorks(draft);
  });
});

describe('a save that is aborted', () => {
  it('has ended on the server, and stored nothing, when it says so', async () => {
    const aborter = new AbortController();
    const draft = watchedDraft({
      rows(from) {
        if (from === 10_000) aborter.abort();
      },
    });
    await expect(opened.store.save(draft, { signal: aborter.signal })).rejects.toMatchObject({ kind: 'cancelled' });
    expect(await storeStatements()).toEqual([]);
    expect(await countRows(opened)).toMatchObject(nothing);
    await expectNextSaveWorks(draft);
  });

  it.each(['rows', 'bytes'] as const)('ends although its source of %s is stuck', async (part) => {
    const aborter = new AbortController();
    let isStuck = false;
    const stop = (at: number) => {
      if (at !== (part === 'rows' ? 10_000 : 20)) return undefined;
      isStuck = true;
      return new Promise(() => undefined);
    };
    const saving = opened.store.save(watchedDraft({ [part]: stop }), { signal: aborter.signal });
    await Promise.all([
      expect(saving).rejects.toMatchObject({ kind: 'cancelled' }),
      until('the source is stuck', () => isStuck).then(() => aborter.abort()),
    ]);
    expect(await storeStatements()).toEqual([]);
    expect(await countRows(opened)).toMatchObject(nothing);
  });

  it('ends while it waits for another save of the same source', async () => {
    const holder: { release(): void } = { release: () => undefined };
    const held = new Promise<void>((resolve) => {
      holder.release = resolve;
    });
    let isHolding = false;
    const draft = watchedDraft({
      rows(from) {
        isHolding = true;
        return from === 1000 ? held : undefined;
      },
    });
    const first = opened.store.save(draft);
    await until('the first has its locks', () => isHolding);
    const aborter = new AbortController();
    const second = opened.store.save(draft, { signal: aborter.signal });
    await Promise.all([
      expect(second).rejects.toMatchObject({ kind: 'cancelled' }),
      until('the second waits', async () =>
        (await storeStatements()).some((query) => query.includes('pg_advisory_xact_lock')),
      ).then(() => aborter.abort()),
    ]);
    holder.release();
    expect(await first).toMatchObject({ status: 'created' });
    expect(await countRows(opened)).toMatchObject(whole);
  });

  it('ends when all connections of the store are in aborted saves', async () => {
    const aborter = new AbortController();
    const drafts = [1, 2, 3, 4].map(() =>
      watchedDraft({ rows: (from) => (from === 1000 ? aborter.abort() : undefined) }),
    );
    const outcomes = await Promise.allSettled(
      drafts.map((draft) => opened.store.save(draft, { signal: aborter.signal })),
    );
    expect(outcomes.map(({ status }) => status)).toEqual(drafts.map(() => 'rejected'));
    expect(await countRows(opened)).toMatchObject(nothing);
  });
});
