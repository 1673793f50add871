import { describe, expect, it } from 'vitest';
import { diagnostics } from '#shared/diagnostics.ts';
import { validate } from '../../../server/src/rules/validate.ts';
import { bytesSource } from '../../../server/src/table/byteSource.ts';
import { hasSharedData, readShared, readSharedList } from './sharedData.ts';

const placesOf = async (file: string): Promise<readonly string[]> => {
  const { findings } = await validate(bytesSource(file, readShared(`mutants/${file}`)));
  return findings.map(({ range, cell, code }) => `${range.startLine + 1}:${cell + 1} ${code}`);
};

// Skipped only where ../shared is absent: the tables are third-party data and not part of the project.
describe.skipIf(!hasSharedData)('real tables with known defects', () => {
  const expected = (hasSharedData ? readSharedList('mutants/expected.tsv') : []).filter(
    ({ code }) => (code ?? '') in diagnostics,
  );

  it.each([...new Set(expected.map(({ file }) => file ?? ''))])(
    'finds every defect that was put into %s, at its line and cell',
    async (file) => {
      const places = await placesOf(file);
      const missing = expected
        .filter((defect) => defect.file === file)
        .map(({ line, cell, code }) => `${line}:${cell} ${code}`)
        .filter((place) => !places.includes(place));
      expect(missing).toEqual([]);
    },
  );

  it.each(['structure.tsv', 'htseq_summary_rows.tsv', 'bom_crlf.tsv', 'cp1252.tsv'])(
    'finds nothing else in %s',
    async (file) => {
      const wanted = expected
        .filter((defect) => defect.file === file)
        .map(({ line, cell, code }) => `${line}:${cell} ${code}`);
      expect(await placesOf(file)).toEqual(expect.arrayContaining(wanted));
      expect(await placesOf(file)).toHaveLength(wanted.length);
    },
  );

  it.each(['clean_featurecounts.txt', 'clean_maxquant.txt'])('finds no error in %s', async (file) => {
    const { findings } = await validate(bytesSource(file, readShared(`mutants/${file}`)));
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  });
});
