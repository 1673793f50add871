/**
 * Tests the extension in a real editor: inside its extension host, as it is packaged, through its interface as a person
 * uses it, and while something dies under it.
 * Closes with `N passed, N failed`; AMPRENTA_TEST_TALLY names a file that gets the same as JSON.
 *
 *     node test/vscode/main.ts [inHost|package|interface|tasks|untrusted|windows|faults]
 */
import { writeFile } from 'node:fs/promises';
import { addTallies, describeTally, emptyTally, type Tally } from '../../scripts/testTally.ts';
import { runFaults } from './faults/runFaults.ts';
import { runInHost } from './inHost/runInHost.ts';
import { runInterface } from './interface/runInterface.ts';
import { runPackage } from './package/runPackage.ts';
import { runTasks } from './tasks/runTasks.ts';
import { runUntrusted } from './untrusted/runUntrusted.ts';
import { runWindows } from './windows/runWindows.ts';

const parts: Readonly<Record<string, () => Promise<Tally>>> = {
  inHost: runInHost,
  package: runPackage,
  interface: runInterface,
  tasks: runTasks,
  untrusted: runUntrusted,
  windows: runWindows,
  faults: runFaults,
};
const asked = process.argv.slice(2);
const tallyFile = process.env.AMPRENTA_TEST_TALLY;
// The editor and its server must not take the count file for theirs.
delete process.env.AMPRENTA_TEST_TALLY;

let total = emptyTally;
for (const [name, run] of Object.entries(parts)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  process.stdout.write(`\n${name}\n`);
  total = addTallies(total, await runPart(name, run));
}
process.stdout.write(`\n${describeTally(total)}\n`);
if (tallyFile !== undefined) await writeFile(tallyFile, JSON.stringify(total));
process.exitCode = total.failed === 0 && total.passed > 0 ? 0 : 1;

/** A part that could not be run at all has failed. */
async function runPart(name: string, run: () => Promise<Tally>): Promise<Tally> {
  try {
    return await run();
  } catch (thrown) {
    process.stdout.write(`${name} could not run: ${String(thrown)}\n`);
    return { ...emptyTally, failed: 1 };
  }
}
