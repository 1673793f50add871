import { emptyTally, type Tally } from '../../scripts/testTally.ts';
import type { EditorTest } from './editorTest.ts';

/** Runs tests in their order, because they share one editor, and says how each ended; `onFailure` may look around. */
export async function runTests(
  tests: readonly EditorTest[],
  onFailure: (name: string) => Promise<void> = async () => undefined,
): Promise<Tally> {
  let tally = emptyTally;
  for (const { name, run } of tests) {
    const start = performance.now();
    try {
      await run();
      tally = { ...tally, passed: tally.passed + 1 };
      console.log(` ✓ ${name} (${Math.round(performance.now() - start)} ms)`);
    } catch (thrown) {
      tally = { ...tally, failed: tally.failed + 1 };
      console.log(` ✗ ${name}\n   ${thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown)}`);
      await onFailure(name);
    }
  }
  return tally;
}
