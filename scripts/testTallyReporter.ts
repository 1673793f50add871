import { writeFileSync } from 'node:fs';
import type { Reporter, SerializedError, TestModule } from 'vitest/node';
import type { Tally } from './testTally.ts';

/**
 * Counts a vitest run into the file that AMPRENTA_TEST_TALLY names, and names what was skipped. A file that
 * can't be loaded, a hook that throws and an error outside any test are failures, though vitest counts no test for them.
 */
// Vitest takes a reporter from a file's default export only.
// biome-ignore lint/style/noDefaultExport: see above
export default class TestTallyReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly SerializedError[]): void {
    const file = process.env.AMPRENTA_TEST_TALLY;
    if (file === undefined) return;
    const tally = { passed: 0, failed: unhandledErrors.length, skipped: 0 };
    for (const module of modules) {
      let failedTests = 0;
      for (const test of module.children.allTests()) {
        const result = test.result();
        if (result.state === 'passed') tally.passed += 1;
        else if (result.state === 'skipped') {
          tally.skipped += 1;
          process.stdout.write(`skipped: ${test.fullName}${result.note === undefined ? '' : ` (${result.note})`}\n`);
        } else failedTests += 1;
      }
      // A module that failed without a failing test failed to load, or in a hook.
      tally.failed += module.state() === 'failed' ? Math.max(failedTests, 1) : failedTests;
    }
    writeFileSync(file, JSON.stringify(tally satisfies Tally));
  }
}
