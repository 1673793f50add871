import { describe, expect, it, onTestFinished } from 'vitest';
import type { DatasetStore } from '../../server/src/ingest/datasetStore.ts';
import { until } from '../support/until.ts';
import { uniqueDraft } from './drafts.ts';

/** Whoever watches is told. */
export function testChanges(store: () => DatasetStore): void {
  describe('watching', () => {
    it('tells of what is stored and of what is deleted, and of nothing once it is closed', async () => {
      let told = 0;
      const watch = await store().watch({
        onChange: () => {
          told++;
        },
        onLost: () => expect.unreachable('the connection is there'),
      });
      onTestFinished(() => watch.close());
      const { datasetId } = await store().save(uniqueDraft());
      await until('the save is told', () => told === 1);
      await store().delete(datasetId);
      await until('the deletion is told', () => told === 2);
      await watch.close();
      let others = 0;
      const other = await store().watch({
        onChange: () => {
          others++;
        },
        onLost: () => undefined,
      });
      onTestFinished(() => other.close());
      await store().save(uniqueDraft());
      await until('the other watcher is told', () => others === 1);
      expect(told).toBe(2);
    });
  });
}
