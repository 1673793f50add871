/**
 * Runs every suite and closes with one line for all of them: `N passed, N failed`, and `, N skipped` where there are any.
 *
 *     npm test [-- SUITE...]     npm run test:long
 *
 * AMPRENTA_FUZZ_RUNS is the one setting of all long runs: how many cases a property is tried on. Without it each test
 * has a small count and a fixed seed; `--long` sets it to 10,000.
 */
import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { addTallies, describeTally, emptyTally, type Tally } from './testTally.ts';

const root = dirname(import.meta.dirname);
const longFuzzRuns = '10000';

const testKinds = ['unit', 'fuzz', 'integration', 'contract', 'lsp'] as const;

/** Every suite by name; lint and types count as one test each. */
const suites: Readonly<Record<string, () => Promise<Tally>>> = {
  lint: () => runCheck(['node_modules/@biomejs/biome/bin/biome', 'check', '--error-on-warnings']),
  types: () => runCheck(['node_modules/typescript/bin/tsc', '-p', '.']),
  ...Object.fromEntries(testKinds.map((kind) => [kind, () => runTests(kind, vitestArguments(kind))])),
  vscode: () => runTests('vscode', ['test/vscode/main.ts', 'inHost']),
  package: () => runTests('package', ['test/vscode/main.ts', 'package']),
  interface: () => runTests('interface', ['test/vscode/main.ts', 'interface']),
  tasks: () => runTests('tasks', ['test/vscode/main.ts', 'tasks']),
  untrusted: () => runTests('untrusted', ['test/vscode/main.ts', 'untrusted']),
  windows: () => runTests('windows', ['test/vscode/main.ts', 'windows']),
  faults: () => runTests('faults', ['test/vscode/main.ts', 'faults']),
};

const commandLine = process.argv.slice(2);
const long = commandLine.includes('--long');
const asked = commandLine.filter((argument) => argument !== '--long');
const unknown = asked.filter((name) => !(name in suites));
if (unknown.length > 0) {
  process.stderr.write(`No suite is called ${unknown.join(', ')}; there are ${Object.keys(suites).join(', ')}.\n`);
  process.exit(2);
}

let total = emptyTally;
for (const [name, run] of Object.entries(suites)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  process.stdout.write(`\n── ${name}\n`);
  const tally = await run();
  process.stdout.write(`${name}: ${describeTally(tally)}\n`);
  total = addTallies(total, tally);
}
process.stdout.write(`\n${describeTally(total)}\n`);
process.exitCode = total.failed === 0 && total.passed > 0 ? 0 : 1;

/** A check that passes or fails as a whole. */
async function runCheck(nodeArguments: readonly string[]): Promise<Tally> {
  const code = await runNode(nodeArguments);
  return code === 0 ? { ...emptyTally, passed: 1 } : { ...emptyTally, failed: 1 };
}

/** A vitest project is counted by a reporter of its own. */
function vitestArguments(kind: string): string[] {
  const vitest = ['node_modules/vitest/vitest.mjs', 'run', '--project', kind];
  return [...vitest, '--reporter', 'default', '--reporter', './scripts/testTallyReporter.ts'];
}

/** A suite that counts itself; one that ends without a count, or with an empty one, has failed. */
async function runTests(kind: string, nodeArguments: readonly string[]): Promise<Tally> {
  const folder = await mkdtemp(join(tmpdir(), 'amprenta-test-'));
  const tallyFile = join(folder, 'tally.json');
  try {
    const code = await runNode(nodeArguments, { AMPRENTA_TEST_TALLY: tallyFile });
    const text = await readFile(tallyFile, 'utf8').catch(() => null);
    const tally: Tally = text === null ? emptyTally : JSON.parse(text);
    if (tally.passed + tally.failed === 0) process.stdout.write(`${kind}: no test ran, which counts as a failure.\n`);
    const ranWell = code === 0 && tally.passed > 0;
    return ranWell || tally.failed > 0 ? tally : { ...tally, failed: 1 };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Runs a script from the project's root and answers its exit code; null where a signal ended it. */
function runNode(
  nodeArguments: readonly string[],
  more: Readonly<Record<string, string>> = {},
): Promise<number | null> {
  const env: NodeJS.ProcessEnv = { ...process.env, ...more };
  // npm's note of where it was called from would make the command line resolve the tests' paths against it.
  delete env.INIT_CWD;
  if (long) env.AMPRENTA_FUZZ_RUNS = longFuzzRuns;
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, nodeArguments, { cwd: root, env, stdio: ['ignore', 'inherit', 'inherit'] });
    child.on('error', reject);
    child.on('exit', (code) => resolve(code));
  });
}
