import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { AmprentaError } from '#shared/errors.ts';
import type { DatasetStore } from '../../server/src/ingest/datasetStore.ts';
import { row, uniqueDraft } from './drafts.ts';
import { failureOf, originalOf } from './reading.ts';

/** What fails, is aborted or is not there leaves nothing behind and says so. */
export function testFailures(store: () => DatasetStore): void {
  describe('failures', () => {
    it('refuses a file that changed while it was read, and keeps nothing of it', async () => {
      const draft = uniqueDraft({
        async *bytes() {
          yield Buffer.from('something else');
        },
      });
      const failure = await failureOf(store().save(draft));
      expect(failure.kind).toBe('conflict');
      expect(failure.message).toContain(draft.path);
      expect(await store().findContent(draft.sha256)).toBeNull();
    });

    it('keeps nothing when reading the rows fails, and tells the failure as it was', async () => {
      const draft = uniqueDraft({
        async *rows() {
          yield Array.from({ length: 2000 }, (_, index) => row(index, [1, 2]));
          throw new AmprentaError('invalidInput', 'the table ends in the middle of a quote');
        },
      });
      const failure = await failureOf(store().save(draft));
      expect([failure.kind, failure.message]).toEqual(['invalidInput', 'the table ends in the middle of a quote']);
      expect(await store().findContent(draft.sha256)).toBeNull();
    });

    it('keeps nothing of a save that was aborted among the rows, and stores the table when asked again', async () => {
      const aborter = new AbortController();
      const dataRows = Array.from({ length: 3000 }, (_, index) => row(index, [index, 1]));
      const draft = uniqueDraft({
        dataRows,
        async *rows() {
          for (let from = 0; from < 3000; from += 100) {
            if (from === 2000) aborter.abort();
            yield dataRows.slice(from, from + 100);
          }
        },
      });
      const failure = await failureOf(store().save(draft, { signal: aborter.signal }));
      expect(failure.kind).toBe('cancelled');
      expect(await store().findContent(draft.sha256)).toBeNull();
      expect(await store().save(draft)).toMatchObject({ status: 'created', revision: 1 });
    });

    it('does nothing when it is aborted before it begins', async () => {
      const draft = uniqueDraft();
      expect((await failureOf(store().save(draft, { signal: AbortSignal.abort() }))).kind).toBe('cancelled');
      expect(await store().findContent(draft.sha256)).toBeNull();
    });

    it.each([
      ['a UUID that no dataset has', randomUUID()],
      ['no UUID', "x'; --"],
      ['nothing', ''],
    ])('answers notFound to %s', async (_name, id) => {
      const failures = [
        await failureOf(store().show(id)),
        await failureOf(store().matrix(id)),
        await failureOf(originalOf(store(), id)),
        await failureOf(store().delete(id)),
      ];
      expect(failures.map(({ kind }) => kind)).toEqual(failures.map(() => 'notFound'));
    });

    it.each([0, 2, -1, 1.5, 1e10, Number.NaN])('answers notFound to revision %d of one', async (revision) => {
      const { datasetId } = await store().save(uniqueDraft());
      expect((await failureOf(store().matrix(datasetId, revision))).kind).toBe('notFound');
      expect((await failureOf(originalOf(store(), datasetId, revision))).kind).toBe('notFound');
    });

    it('stops giving rows when it is aborted', async () => {
      const { datasetId } = await store().save(uniqueDraft());
      const matrix = await store().matrix(datasetId);
      const reading = (async () => {
        for await (const batch of matrix.rows(AbortSignal.abort())) expect(batch).toEqual([]);
      })();
      expect((await failureOf(reading)).kind).toBe('cancelled');
    });

    it('does not give the rest of a matrix that is deleted meanwhile for the whole', async () => {
      const dataRows = Array.from({ length: 4001 }, (_, index) => row(index, [1, 2]));
      const { datasetId } = await store().save(uniqueDraft({ dataRows }));
      const batches = (await store().matrix(datasetId)).rows()[Symbol.asyncIterator]();
      await batches.next();
      await store().delete(datasetId);
      const reading = (async () => {
        while ((await batches.next()).done !== true);
      })();
      expect((await failureOf(reading)).kind).toBe('conflict');
    });
  });
}
