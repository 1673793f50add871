import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it, vi } from 'vitest';
import type { SerializedError, TestModule } from 'vitest/node';
import { addTallies, describeTally } from '../../../scripts/testTally.ts';
import TestTallyReporter from '../../../scripts/testTallyReporter.ts';

afterEach(() => vi.unstubAllEnvs());

type State = 'passed' | 'failed' | 'skipped';

/** As much of a test file's outcome as the reporter reads. */
function moduleOf(state: State, tests: readonly State[]): TestModule {
  const cases = tests.map((test) => ({ fullName: 'a test', result: () => ({ state: test, note: 'a reason' }) }));
  return { state: () => state, children: { allTests: () => cases } } as unknown as TestModule;
}

async function tallyOf(modules: readonly TestModule[], unhandledErrors: readonly SerializedError[] = []) {
  const folder = await mkdtemp(join(tmpdir(), 'amprenta-tally-'));
  try {
    // What the reporter says of skipped tests would be taken for this run's.
    vi.spyOn(process.stdout, 'write').mockReturnValue(true);
    vi.stubEnv('AMPRENTA_TEST_TALLY', join(folder, 'tally.json'));
    new TestTallyReporter().onTestRunEnd(modules, unhandledErrors);
    return JSON.parse(await readFile(join(folder, 'tally.json'), 'utf8'));
  } finally {
    vi.restoreAllMocks();
    await rm(folder, { recursive: true, force: true });
  }
}

it('names what was skipped only where something was', () => {
  expect(describeTally({ passed: 3, failed: 0, skipped: 0 })).toBe('3 passed, 0 failed');
  expect(describeTally({ passed: 3, failed: 1, skipped: 2 })).toBe('3 passed, 1 failed, 2 skipped');
});

it('adds up suites', () => {
  const sum = addTallies({ passed: 1, failed: 2, skipped: 3 }, { passed: 10, failed: 20, skipped: 30 });
  expect(sum).toEqual({ passed: 11, failed: 22, skipped: 33 });
});

it('counts each test once, by how it ended', async () => {
  const modules = [moduleOf('failed', ['passed', 'failed', 'failed']), moduleOf('passed', ['passed', 'skipped'])];
  expect(await tallyOf(modules)).toEqual({ passed: 2, failed: 2, skipped: 1 });
});

it('counts a file that could not be loaded as a failure', async () => {
  expect(await tallyOf([moduleOf('failed', []), moduleOf('passed', ['passed'])])).toEqual({
    passed: 1,
    failed: 1,
    skipped: 0,
  });
});

it('counts an error outside any test as a failure', async () => {
  expect(await tallyOf([moduleOf('passed', ['passed'])], [{ message: 'late' }])).toEqual({
    passed: 1,
    failed: 1,
    skipped: 0,
  });
});
