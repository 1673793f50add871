import { afterAll, beforeAll, describe } from 'vitest';
import type { DatasetStore } from '../../server/src/ingest/datasetStore.ts';
import { testBrowsing } from './browsing.ts';
import { testChanges } from './changes.ts';
import { testDescriptions } from './descriptions.ts';
import { testFailures } from './failures.ts';
import { testRevisions } from './revisions.ts';
import { testStoredContent } from './storedContent.ts';

/** A store to test, and how to be rid of it. */
export interface OpenedStore {
  readonly store: DatasetStore;
  drop(): Promise<void>;
}

/** What every adapter of the port has to do, whatever it keeps datasets in. */
export function testDatasetStore(name: string, open: () => Promise<OpenedStore>): void {
  describe(name, () => {
    let opened: OpenedStore;
    beforeAll(async () => {
      opened = await open();
    });
    afterAll(async () => {
      await opened.drop();
    });
    const store = () => opened.store;
    testStoredContent(store);
    testRevisions(store);
    testDescriptions(store);
    testBrowsing(store);
    testFailures(store);
    testChanges(store);
  });
}
