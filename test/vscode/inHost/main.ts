import { writeFileSync } from 'node:fs';
import { runTests } from '../runTests.ts';
import { hostTests } from './hostTests.ts';
import { projectFileTests } from './projectFileTests.ts';

/** Called by the extension host; the count goes into the file that AMPRENTA_TEST_TALLY names. */
export async function run(): Promise<void> {
  const tally = await runTests([...hostTests, ...projectFileTests]);
  const file = process.env.AMPRENTA_TEST_TALLY;
  if (file !== undefined) writeFileSync(file, JSON.stringify(tally));
  if (tally.failed > 0) throw new Error(`${tally.failed} failed.`);
}
