/**
 * The first thing that every npm script runs: makes the checkout ready (packages, build), then hands over to the
 * project's own Node. Plain JavaScript, because it runs on whatever Node the machine has, from 20 on.
 *
 *     node scripts/launch.mjs [--install-only] [SCRIPT [ARGUMENT...]]
 *
 * SCRIPT is resolved against the project's root; without one the checkout is only made ready. Everything it has to say
 * goes to stderr, because stdout belongs to SCRIPT.
 */
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runChild } from './launch/child.mjs';
import { buildNeed, installNeed, projectNode } from './launch/need.mjs';

const oldestNodeMajor = 20;
const root = dirname(dirname(fileURLToPath(import.meta.url)));
const commandLine = process.argv.slice(2);
const installOnly = commandLine[0] === '--install-only';
const [script, ...scriptArguments] = installOnly ? commandLine.slice(1) : commandLine;

if (Number.parseInt(process.versions.node, 10) < oldestNodeMajor) {
  process.stderr.write(
    `amprenta: needs Node ${oldestNodeMajor} or newer to start; this is ${process.versions.node}.\n`,
  );
  process.exit(2);
}

const ready = () => installNeed(root) === null && (installOnly || buildNeed(root) === null);
if (!ready()) {
  const { prepare } = await import('./launch/prepare.mjs');
  const failure = await prepare(root, { installOnly });
  if (failure !== null) {
    process.stderr.write(`amprenta: ${failure}\n`);
    process.exit(2);
  }
} else if (script === undefined) {
  process.stderr.write('amprenta: packages and build are up to date.\n');
}

if (script !== undefined) await runChild(projectNode(root), [resolve(root, script), ...scriptArguments]);
