import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FeatureRef } from '../../../server/src/ingest/draft.ts';
import { row, uniqueDraft } from '../../contract/drafts.ts';
import { countRows, openTestDatabase, type TestDatabase } from './testDatabase.ts';

const gene: FeatureRef = { kind: 'gene', namespace: 'ensembl', taxon: 9606, normalName: 'ENSG00000141510' };

let opened: TestDatabase;
beforeAll(async () => {
  opened = await openTestDatabase();
});
afterAll(async () => {
  await opened.drop();
});

describe('what is in the tables', () => {
  it('is NULL for a missing value, and no flags where none are', async () => {
    const { datasetId } = await opened.store.save(
      uniqueDraft({
        dataRows: [
          row(0, [Number.NaN, 2]),
          row(1, [1, Number.NaN], { flags: [{ column: 1, flag: 'belowLod', text: '<0.5', limit: 0.5 }] }),
        ],
      }),
    );
    const stored = await opened.rows(
      'SELECT "values", value_flags FROM dataset_feature WHERE dataset_id = $1 ORDER BY row_index',
      datasetId,
    );
    expect(stored).toEqual([
      { values: [null, 2], value_flags: null },
      { values: [1, null], value_flags: [{ flag: 'belowLod', text: '<0.5', limit: 0.5, columns: [1] }] },
    ]);
  });

  it('is one group of flags for all zeros of a row', async () => {
    const columns = Array.from({ length: 300 }, () => ({ zeroIsMissing: true }));
    const flags = columns.map((_, column) => ({ column, flag: 'zeroAsMissing' as const, text: '0', limit: null }));
    const { datasetId } = await opened.store.save(
      uniqueDraft({
        columns,
        dataRows: [
          row(
            0,
            columns.map(() => Number.NaN),
            { flags },
          ),
        ],
      }),
    );
    const [stored] = await opened.rows<{ groups: number }>(
      'SELECT jsonb_array_length(value_flags) AS groups FROM dataset_feature WHERE dataset_id = $1',
      datasetId,
    );
    expect(stored?.groups).toBe(1);
  });

  it('links rows and members of several datasets to one feature', async () => {
    const members = [
      { feature: gene, rank: 0, role: 'candidate' as const },
      { feature: { ...gene, taxon: 10_090 }, rank: 1, role: 'candidate' as const },
    ];
    for (let copy = 0; copy < 2; copy++) {
      const dataRows = [row(0, [1, 2], { feature: gene }), row(7, [1, 2], { members })];
      await opened.store.save(uniqueDraft({ dataRows }));
    }
    const linked = await opened.rows(
      `SELECT f.taxon, (SELECT count(*) FROM dataset_feature d WHERE d.feature_id = f.id) AS rows,
         (SELECT count(*) FROM dataset_feature_member m WHERE m.feature_id = f.id AND m.row_index = 7) AS members
       FROM feature f WHERE f.normal_name = $1 ORDER BY f.taxon`,
      gene.normalName,
    );
    expect(linked).toEqual([
      { taxon: 9606, rows: 2, members: 2 },
      { taxon: 10_090, rows: 0, members: 2 },
    ]);
  });

  it('keeps a feature that rows refer to', async () => {
    const feature = { ...gene, normalName: 'ENSG00000012048' };
    await opened.store.save(uniqueDraft({ dataRows: [row(0, [1, 2], { feature })] }));
    const refused = opened.rows('DELETE FROM feature WHERE normal_name = $1', feature.normalName);
    await expect(refused).rejects.toMatchObject({ code: '23503' });
  });

  it('has rows and texts that are larger than a piece of the copy', async () => {
    const numbers = Array.from({ length: 1500 }, (_, index) => index / 7);
    const long = 'ß'.repeat(400_000);
    const dataRows = Array.from({ length: 120 }, (_, index) =>
      row(index, numbers, { annotations: [index === 60 ? long : 'short'] }),
    );
    const { datasetId } = await opened.store.save(
      uniqueDraft({
        columns: numbers.map(() => ({})),
        annotationColumns: ['note'],
        dataRows,
      }),
    );
    const [stored] = await opened.rows(
      `SELECT count(*) AS rows, sum(cardinality("values")) AS numbers, max(length(annotations[1])) AS longest,
         count(DISTINCT "values") AS distinct FROM dataset_feature WHERE dataset_id = $1`,
      datasetId,
    );
    expect(stored).toEqual({ rows: 120, numbers: 180_000, longest: 400_000, distinct: 1 });
  });

  it('is gone when the dataset is deleted, but for the features', async () => {
    const other = await openTestDatabase();
    try {
      const { datasetId } = await other.store.save(
        uniqueDraft({
          dataRows: [row(0, [1, 2], { feature: gene, members: [{ feature: gene, rank: 0, role: 'lead' }] })],
          findings: [
            {
              code: 'bom',
              severity: 'information',
              blocks: false,
              range: { startLine: 0, startColumn: 0, endLine: 0, endColumn: 0 },
              cell: 0,
              message: 'The file begins with a byte order mark.',
              fixes: [],
              row: null,
            },
          ],
        }),
      );
      expect(Object.values(await countRows(other)).every((count) => count > 0)).toBe(true);
      await other.store.delete(datasetId);
      const left = Object.entries(await countRows(other)).filter(([, count]) => count > 0);
      expect(left).toEqual([['feature', 1]]);
    } finally {
      await other.drop();
    }
  });

  it('compresses the file', async () => {
    const content = Buffer.from('sample,1.5,2.5\n'.repeat(200_000));
    const { datasetId } = await opened.store.save(uniqueDraft({ content }));
    const [stored] = await opened.rows<{ chunks: number; bytes: number }>(
      'SELECT count(*) AS chunks, sum(length(bytes)) AS bytes FROM dataset_file_chunk WHERE dataset_id = $1',
      datasetId,
    );
    expect(stored?.chunks).toBe(3);
    expect(stored?.bytes).toBeLessThan(content.length / 100);
  });

  it('says so when a stored file is damaged, before its last chunk is given out', async () => {
    const { datasetId } = await opened.store.save(uniqueDraft({ content: 'to be damaged' }));
    const wrong = createHash('sha256').update('other').digest('hex');
    await opened.rows('UPDATE dataset_file SET sha256 = $2 WHERE dataset_id = $1', datasetId, wrong);
    const given: Uint8Array[] = [];
    const reading = (async () => {
      for await (const chunk of opened.store.original(datasetId)) given.push(chunk);
    })();
    await expect(reading).rejects.toMatchObject({ kind: 'conflict' });
    expect(given).toEqual([]);
  });

  it('never comes into the message of a failure of the database', async () => {
    const other = await openTestDatabase();
    try {
      await other.rows('ALTER TABLE dataset_revision ADD CONSTRAINT refusal CHECK (evidence <> $$secret evidence$$)');
      const draft = uniqueDraft({ evidence: 'secret evidence', name: 'secret name' });
      const failure = await other.store
        .save(draft)
        .then(String, (thrown: Error) => `${thrown.message} ${thrown.stack}`);
      expect(failure).toContain('23514');
      expect(failure).not.toContain('secret');
    } finally {
      await other.drop();
    }
  });
});
