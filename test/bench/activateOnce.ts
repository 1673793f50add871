/**
 * Loads the extension's bundle once in this process, without an editor, and prints the milliseconds that evaluating it
 * and activating it took, as JSON.
 */
import { createRequire, registerHooks } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const root = join(import.meta.dirname, '../..');
const standInPath = join(import.meta.dirname, 'vscodeStandIn.cjs');
const standIn = pathToFileURL(standInPath).href;
registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'vscode' ? { url: standIn, format: 'commonjs', shortCircuit: true } : next(specifier, context),
});

const require = createRequire(import.meta.url);
const vscode = require(standInPath);
const startedMs = performance.now();
const extension = require(join(root, 'dist/client/extension.cjs'));
const evaluatedMs = performance.now();
const context = Object.create(vscode, {
  subscriptions: { value: [] },
  asAbsolutePath: { value: (path: string) => join(root, path) },
});
extension.activate(context);
const activatedMs = performance.now();
const registered = context.subscriptions.length;
process.stdout.write(
  JSON.stringify({ evaluateMs: evaluatedMs - startedMs, activateMs: activatedMs - evaluatedMs, registered }),
);
process.exit();
