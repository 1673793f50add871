import { expect, it, onTestFinished } from 'vitest';
import { openStore } from '../../../server/src/store/postgresStore.ts';
import { uniqueDraft } from '../../contract/drafts.ts';
import { runSql } from '../../support/postgres.ts';
import { until } from '../../support/until.ts';
import { useTestDatabase } from './testDatabase.ts';

const opened = useTestDatabase();

it('tells a watcher of what another process saves and deletes', async () => {
  const other = await openStore(opened.target);
  onTestFinished(() => other.close());
  let told = 0;
  const watch = await other.watch({ onChange: () => told++, onLost: () => undefined });
  onTestFinished(() => watch.close());
  const { datasetId } = await opened.store.save(uniqueDraft());
  await until('the save is told', () => told === 1);
  await opened.store.delete(datasetId);
  await until('the deletion is told', () => told === 2);
});

it('tells once that the connection is lost when the server ends it', async () => {
  let lost = 0;
  const watch = await opened.store.watch({ onChange: () => undefined, onLost: () => lost++ });
  onTestFinished(() => watch.close());
  const ended = await runSql(
    opened.target,
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND query LIKE 'LISTEN %'",
  );
  expect(ended).toHaveLength(1);
  await until('the loss is told', () => lost > 0);
  await watch.close();
  expect(lost).toBe(1);
});
