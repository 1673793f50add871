import { expect, test } from 'vitest';
import { connect } from '../../../server/src/store/connect.ts';
import { freshDatabase } from '../../support/postgres.ts';

test('a fresh database is empty, UTF8 and gone after its drop', async () => {
  const fresh = await freshDatabase();
  const pool = await connect(fresh.target);
  const { rows } = await pool.query('SELECT count(*) AS tables FROM pg_tables WHERE schemaname = $1', ['public']);
  expect(rows).toEqual([{ tables: 0 }]);
  await pool.end();
  await fresh.drop();
  await expect(connect(fresh.target, { createDatabase: false })).rejects.toThrow('there is no database');
});
