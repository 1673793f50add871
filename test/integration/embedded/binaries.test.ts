import { expect, test } from 'vitest';
import { findBinaries } from '../../../server/src/store/embedded/binaries.ts';

test('a platform without programs is an error that names it and POSTGRES_HOST', async () => {
  const error = await findBinaries('/data', 'sunos', 'sparc').then(
    () => null,
    (thrown: Error) => thrown,
  );
  expect(error).toMatchObject({ kind: 'notConfigured' });
  expect(error?.message).toMatch(
    /^Postgres creation failed \(required\): there is no embedded Postgres for sunos on sparc/,
  );
  expect(error?.message).toContain('Set POSTGRES_HOST');
});
