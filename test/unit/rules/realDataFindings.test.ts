import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { Finding } from '#shared/diagnostics.ts';
import { validate } from '../../../server/src/rules/validate.ts';
import { bytesSource } from '../../../server/src/table/byteSource.ts';
import { hasSharedData, readShared, readSharedList } from './sharedData.ts';

const goldenFile = fileURLToPath(new URL('realDataFindings.tsv', import.meta.url));
const header = 'file\tcode\tseverity\tcount\tfirst';

/** A line for each code and severity: how many findings there are, and where the first of them sits (`line:cell`). */
function summarize(file: string, findings: readonly Finding[]): readonly string[] {
  const kinds = new Map<string, { readonly first: string; count: number }>();
  for (const { code, severity, range, cell } of findings) {
    const kind = `${code}\t${severity}`;
    const known = kinds.get(kind);
    if (known) known.count++;
    else kinds.set(kind, { first: `${range.startLine + 1}:${cell + 1}`, count: 1 });
  }
  return [...kinds].map(([kind, { first, count }]) => `${file}\t${kind}\t${count}\t${first}`).sort();
}

/**
 * The golden file says what is found in every real table, and was read line by line against the tables: each line in it
 * is right. A line that a change adds has to be read so too, before the file is written anew with
 * AMPRENTA_WRITE_GOLDEN=1. Skipped only where ../shared is absent: the tables are third-party data and not part of the
 * project, nor is any of their content in the golden file.
 */
describe.skipIf(!hasSharedData)('what is found in real tables', () => {
  it('is what the golden file says, and nothing more', async () => {
    const files = readSharedList('real-data/expected.tsv').map(({ file = '' }) => file);
    expect(files.length).toBeGreaterThan(0);
    const lines = [header];
    for (const file of files.toSorted()) {
      const { findings } = await validate(bytesSource(file, readShared(`real-data/${file}`)));
      lines.push(...summarize(file, findings));
    }
    const told = `${lines.join('\n')}\n`;
    if (process.env.AMPRENTA_WRITE_GOLDEN === '1') writeFileSync(goldenFile, told);
    expect(told).toBe(readFileSync(goldenFile, 'utf8'));
  }, 60_000);
});
