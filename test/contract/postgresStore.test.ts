import { openStore } from '../../server/src/store/postgresStore.ts';
import { freshDatabase } from '../support/postgres.ts';
import { testDatasetStore } from './datasetStore.ts';

testDatasetStore('the Postgres store', async () => {
  const database = await freshDatabase();
  const store = await openStore(database.target);
  return {
    store,
    async drop() {
      await store.close();
      await database.drop();
    },
  };
});
