import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { generateDrizzleJson, generateMigration } from 'drizzle-kit/api';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { unknownSample } from '#shared/sample.ts';
import { countMigrations, migrate } from '../../../server/src/store/migrate.ts';
import { openStore } from '../../../server/src/store/postgresStore.ts';
import * as schema from '../../../server/src/store/schema.ts';
import { rowsOf } from '../../contract/reading.ts';
import { openEmptyDatabase, type TestDatabase, tables } from './testDatabase.ts';

const folder = new URL('../../../server/src/store/migrations/', import.meta.url);
const journal = JSON.parse(readFileSync(new URL('meta/_journal.json', folder), 'utf8'));

let empty: Omit<TestDatabase, 'store'>;
beforeEach(async () => {
  empty = await openEmptyDatabase();
});
afterEach(async () => {
  await empty.drop();
});

async function tableNames(): Promise<readonly string[]> {
  const found = await empty.rows<{ name: string }>(
    "SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public' ORDER BY 1",
  );
  return found.map(({ name }) => name);
}

function openInProcess(): ChildProcess {
  const script = fileURLToPath(new URL('openProcess.ts', import.meta.url));
  const child = spawn(process.execPath, [script], { stdio: ['pipe', 'ignore', 'pipe'] });
  child.stdin?.end(JSON.stringify(empty.target));
  return child;
}

describe('migrations', () => {
  it('make every table in an empty database, and nothing the second time', async () => {
    await migrate(empty.database);
    expect(await tableNames()).toEqual([...tables, 'amprenta_migration'].sort());
    const applied = await empty.rows('SELECT * FROM amprenta_migration ORDER BY tag');
    await migrate(empty.database);
    expect(await empty.rows('SELECT * FROM amprenta_migration ORDER BY tag')).toEqual(applied);
  });

  it('are run once when ten processes open an empty database at once', async () => {
    const children = Array.from({ length: 10 }, () => openInProcess());
    const exits = await Promise.all(children.map((child) => once(child, 'close')));
    expect(exits.map(([code]) => code)).toEqual(children.map(() => 0));
    expect(await countMigrations(empty.database)).toEqual({
      known: journal.entries.length,
      applied: journal.entries.length,
    });
  });

  it('leave nothing behind when one of them fails', async () => {
    await empty.rows('CREATE TABLE feature (id integer)');
    await expect(openStore(empty.target)).rejects.toThrow(/42P07|refused/);
    expect(await tableNames()).toEqual(['feature']);
  });

  it('change nothing of what a database of the version before holds', async () => {
    const before = journal.entries.at(-2).tag;
    await migrate(empty.database, before);
    const id = '00000000-0000-4000-8000-000000000001';
    await empty.rows(
      `WITH made AS (INSERT INTO dataset (id, name, revision) VALUES ($1, 'old', 1))
       INSERT INTO dataset_revision VALUES ($1, 1, 'lipidomics', 'plain-matrix', 1, 'e', 'features-in-rows', 'utf-8', ',', 0,
       '{note}', 1, 2, 1, 1, 0.5, '[]')`,
      id,
    );
    await empty.rows("INSERT INTO sample VALUES ($1, 1, 0, 'S1', '{}')", id);
    await empty.rows(
      "INSERT INTO dataset_column VALUES ($1, 1, 0, 'S1', 'sample', 0, NULL, true, NULL, 'linear', false, '.', 'NA')",
      id,
    );
    await empty.rows("INSERT INTO dataset_feature VALUES ($1, 1, 0, 'k', 'PC 34:1', NULL, '{x}', '{NULL}', NULL)", id);
    const store = await openStore(empty.target);
    try {
      expect(await store.list()).toMatchObject([{ id, name: 'old', omicsType: 'lipidomics', features: 1 }]);
      const rows = await rowsOf(store, id);
      expect(rows).toEqual([{ rowKey: 'k', rawName: 'PC 34:1', annotations: ['x'], marks: null, cells: ['NA'] }]);
    } finally {
      await store.close();
    }
  });

  it('give samples the columns that an older version’s sheet told, and leave out what it did not tell', async () => {
    await migrate(empty.database, '0004_organism');
    const id = '00000000-0000-4000-8000-000000000002';
    await empty.rows(
      `WITH made AS (INSERT INTO dataset (id, name, revision) VALUES ($1, 'old', 1))
       INSERT INTO dataset_revision VALUES ($1, 1, 'lipidomics', 'plain-matrix', 1, 'e', 'features-in-rows', 'utf-8', ',', 0,
       '{note}', 1, 2, 1, 1, 0.5, '[]')`,
      id,
    );
    const sheet = { sampleSheet: 'sheet.csv', sampleSheetSha256: 'f00d' };
    const stored = [
      { ...sheet, group: ' a ', batch: 'b1', injectionOrder: '7', kind: 'qc', dose: 'low' },
      { ...sheet, group: 'NA', batch: 'b1; b2', injectionOrder: '1; 2', kind: 'Sample' },
      { ...sheet, injectionOrder: '20260131123' },
      { group: 'a', batch: 'b1', injectionOrder: '7', kind: 'qc' },
    ];
    for (const [ordinal, metadata] of stored.entries()) {
      await empty.rows('INSERT INTO sample VALUES ($1, 1, $2, $3, $4)', id, ordinal, `S${ordinal}`, metadata);
    }
    const store = await openStore(empty.target);
    try {
      const { samples } = await store.show(id);
      expect(samples.map(({ metadata }) => metadata)).toEqual(stored);
      expect(samples).toMatchObject([
        { ...unknownSample, group: 'a', batch: 'b1', injectionOrder: 7, kind: 'qc' },
        unknownSample,
        unknownSample,
        unknownSample,
      ]);
    } finally {
      await store.close();
    }
  });

  it('stop at a database that a newer version has changed', async () => {
    await migrate(empty.database);
    await empty.rows("INSERT INTO amprenta_migration (tag) VALUES ('9999_future')");
    await expect(openStore(empty.target)).rejects.toMatchObject({ kind: 'conflict', message: /9999_future/ });
  });

  it('say what the schema says', async () => {
    const last = journal.entries.at(-1).idx.toString().padStart(4, '0');
    const snapshot = JSON.parse(readFileSync(new URL(`meta/${last}_snapshot.json`, folder), 'utf8'));
    expect(await generateMigration(snapshot, generateDrizzleJson(schema))).toEqual([]);
  });

  it('make no key and no unique index of a dataset’s table that does not begin with the dataset', async () => {
    await migrate(empty.database);
    const wrong = await empty.rows(
      `SELECT i.indexrelid::regclass::text AS index FROM pg_index i
       JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attname = 'dataset_id'
       WHERE (i.indisunique OR i.indisprimary) AND i.indkey[0] <> a.attnum`,
    );
    expect(wrong).toEqual([]);
  });
});
