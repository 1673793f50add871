import { describe, expect, it } from 'vitest';
import { diagnostics } from '#shared/diagnostics.ts';
import { validate } from '../../../server/src/rules/validate.ts';
import { bytesSource } from '../../../server/src/table/byteSource.ts';
import { hasSharedData, readShared, readSharedList } from './sharedData.ts';

const expected = hasSharedData ? readSharedList('mutants/expected.tsv') : [];
const files = [...new Set([...expected.map(({ file = '' }) => file), 'clean_featurecounts.txt', 'clean_maxquant.txt'])];

/** Codes that expected.tsv names and that come with the grammar of lipid names: not found yet, and nothing else instead. */
const comeLater = /^lipid-|^duplicate-after-normalization$/;

/** What is found beside the defects that were put in, by right: a code and severity, and how often. */
const besides: Readonly<Record<string, readonly string[]>> = {
  // The tool was given BAM files by their paths; said once for all six columns.
  'clean_featurecounts.txt': ['sample-name-is-path information 1'],
  // The tool's own columns "Potential contaminant" and "Reverse" hold a +.
  'clean_maxquant.txt': ['contaminant-row information 21', 'decoy-row information 2'],
  // Each of the twenty columns is written with commas; the list of defects names the first.
  'decimal_comma_semicolon.csv': ['decimal-comma warning 19'],
};

const placesExpectedIn = (file: string): readonly string[] =>
  expected
    .filter((defect) => defect.file === file && !comeLater.test(defect.code ?? ''))
    .map(({ line, cell, code }) => `${line}:${cell} ${code}`);

async function findingsIn(file: string): Promise<readonly { readonly place: string; readonly kind: string }[]> {
  const { findings } = await validate(bytesSource(file, readShared(`mutants/${file}`)));
  return findings.map(({ range, cell, code, severity }) => ({
    place: `${range.startLine + 1}:${cell + 1} ${code}`,
    kind: `${code} ${severity}`,
  }));
}

// Skipped only where ../shared is absent: the tables are third-party data and not part of the project.
describe.skipIf(!hasSharedData)('real tables with known defects', () => {
  it('have no defect of a code that there is not and that does not come with the names of lipids', () => {
    const codes = expected.map(({ code = '' }) => code).filter((code) => !comeLater.test(code));
    expect(codes.filter((code) => !(code in diagnostics))).toEqual([]);
    expect(codes.length).toBeGreaterThan(0);
  });

  it.each(files)(
    'hold every defect that was put into %s at its line and cell, and else what is known',
    async (file) => {
      const wanted = placesExpectedIn(file);
      const told = await findingsIn(file);
      expect(wanted.filter((place) => !told.some((finding) => finding.place === place))).toEqual([]);
      const counts = new Map<string, number>();
      for (const { place, kind } of told) if (!wanted.includes(place)) counts.set(kind, (counts.get(kind) ?? 0) + 1);
      expect([...counts].map(([kind, count]) => `${kind} ${count}`).sort()).toEqual(besides[file] ?? []);
    },
  );

  it('are known to have nothing of error severity beside what was put in', () => {
    expect(
      Object.values(besides)
        .flat()
        .filter((kind) => kind.includes(' error ')),
    ).toEqual([]);
  });
});
