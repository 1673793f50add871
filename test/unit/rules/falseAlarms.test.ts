import { describe, expect, it } from 'vitest';
import { layouts } from '../../../server/src/profiles/layouts/index.ts';
import { validate } from '../../../server/src/rules/validate.ts';
import { bytesSource } from '../../../server/src/table/byteSource.ts';
import { hasSharedData, readShared, readSharedList } from './sharedData.ts';

// Skipped only where ../shared is absent: the tables are third-party data and not part of the project.
describe.skipIf(!hasSharedData)('tables as their tools wrote them', () => {
  const known = new Set(layouts.map(({ name }) => name));
  const files = (hasSharedData ? readSharedList('real-data/expected.tsv') : []).filter(({ profile }) =>
    known.has(profile ?? ''),
  );

  it.each(files.map(({ file = '', allowedErrors = '' }) => [file, allowedErrors]))(
    'finds no error in %s but %s',
    async (file, allowedErrors) => {
      const { findings } = await validate(bytesSource(file, readShared(`real-data/${file}`)));
      const errors = findings.filter(({ severity }) => severity === 'error').map(({ code }) => code);
      expect([...new Set(errors)].filter((code) => !allowedErrors.split(/[, ]+/).includes(code))).toEqual([]);
    },
  );
});
