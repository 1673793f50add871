import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { DatasetStore } from '../../server/src/ingest/datasetStore.ts';
import { row, uniqueDraft } from './drafts.ts';
import { cellsOf, originalOf } from './reading.ts';

/** The same bytes are one dataset, and changed bytes of a source its next revision. */
export function testRevisions(store: () => DatasetStore): void {
  describe('bytes, sources and revisions', () => {
    it('answers unchanged for bytes that are stored, and adds the further path', async () => {
      const draft = uniqueDraft();
      const first = await store().save(draft);
      const again = await store().save(draft);
      const copy = await store().save({ ...draft, sourceKey: '/data/copy.csv', path: '/data/copy.csv' });
      expect([again, copy].map(({ status }) => status)).toEqual(['unchanged', 'unchanged']);
      expect([again, copy].map(({ datasetId }) => datasetId)).toEqual([first.datasetId, first.datasetId]);
      const { sources } = await store().show(first.datasetId);
      expect(sources.map(({ path }) => path)).toEqual([draft.path, '/data/copy.csv']);
      expect(sources[1]).toMatchObject({ sha256: draft.sha256, sizeBytes: draft.sizeBytes, revision: 1 });
    });

    it('makes changed bytes of a source the next revision, and loses nothing of the one before', async () => {
      const before = uniqueDraft({ content: 'before', dataRows: [row(0, [1, 2])], annotationColumns: [] });
      const after = {
        ...uniqueDraft({
          content: `after ${randomUUID()}`,
          name: 'renamed',
          columns: [{}],
          annotationColumns: ['note'],
          dataRows: [row(0, [3], { annotations: ['x'] }), row(1, [4], { annotations: [null] })],
        }),
        sourceKey: before.sourceKey,
      };
      const first = await store().save(before);
      const second = await store().save(after);
      expect(second).toEqual({ datasetId: first.datasetId, status: 'updated', revision: 2 });
      expect(await cellsOf(store(), first.datasetId)).toEqual([['3'], ['4']]);
      expect(await cellsOf(store(), first.datasetId, 1)).toEqual([['1', '2']]);
      expect((await originalOf(store(), first.datasetId, 1)).toString()).toBe('before');
      expect((await store().matrix(first.datasetId, 1)).annotationColumns).toEqual([]);
      expect(await store().show(first.datasetId)).toMatchObject({ name: 'renamed', revision: 2, rows: 2 });
    });

    it('shows the first state again when a source goes back to it, and counts on from the newest', async () => {
      const one = uniqueDraft({ dataRows: [row(0, [1, 1])] });
      const source = { sourceKey: one.sourceKey, path: one.path };
      const { datasetId } = await store().save(one);
      await store().save({ ...uniqueDraft({ dataRows: [row(0, [2, 2])] }), ...source });
      expect(await store().save(one)).toEqual({ datasetId, status: 'unchanged', revision: 1 });
      expect(await cellsOf(store(), datasetId)).toEqual([['1', '1']]);
      expect(await cellsOf(store(), datasetId, 2)).toEqual([['2', '2']]);
      expect(await store().save({ ...uniqueDraft(), ...source })).toEqual({
        datasetId,
        status: 'updated',
        revision: 3,
      });
    });

    it('leaves a dataset as it is when a backup copy of an old state is ingested', async () => {
      const one = uniqueDraft({ dataRows: [row(0, [1, 1])] });
      const { datasetId } = await store().save(one);
      await store().save({ ...uniqueDraft({ dataRows: [row(0, [2, 2])] }), sourceKey: one.sourceKey });
      await store().save({ ...one, sourceKey: '/backup/one.csv', path: '/backup/one.csv' });
      expect(await cellsOf(store(), datasetId)).toEqual([['2', '2']]);
    });

    it('finds the dataset that holds given bytes', async () => {
      const draft = uniqueDraft();
      const { datasetId } = await store().save(draft);
      expect(await store().findContent(draft.sha256)).toEqual({ datasetId, revision: 1 });
      expect(await store().findContent('0'.repeat(64))).toBeNull();
    });

    it('notes the further source of bytes that are stored already', async () => {
      const draft = uniqueDraft();
      const { datasetId } = await store().save(draft);
      await store().save({ ...draft, sourceKey: 'study 7', path: '/data/elsewhere.csv' });
      expect((await store().show(datasetId)).sources.map(({ key }) => key)).toContain('study 7');
    });

    it('takes paths as long as an operating system allows', async () => {
      const path = `/${'ä'.repeat(2000)}`;
      const { datasetId } = await store().save(uniqueDraft({ sourceKey: path, path }));
      expect((await store().show(datasetId)).sources[0]?.path).toBe(path);
    });

    it('saves the same bytes once when they come under several keys at once', async () => {
      const draft = uniqueDraft();
      const saved = await Promise.all(
        [1, 2, 3, 4].map((copy) => store().save({ ...draft, sourceKey: `copy ${copy} of ${draft.path}` })),
      );
      expect(new Set(saved.map(({ datasetId }) => datasetId)).size).toBe(1);
      expect(saved.map(({ status }) => status).sort()).toEqual(['created', 'unchanged', 'unchanged', 'unchanged']);
    });

    it('saves several new states of one source at once as revisions that follow each other', async () => {
      const sourceKey = randomUUID();
      const saved = await Promise.all([1, 2, 3].map(() => store().save(uniqueDraft({ sourceKey }))));
      expect(saved.map(({ revision }) => revision).sort()).toEqual([1, 2, 3]);
      expect(new Set(saved.map(({ datasetId }) => datasetId)).size).toBe(1);
    });
  });
}
