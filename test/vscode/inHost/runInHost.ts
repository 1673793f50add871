import { chmod, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runTests } from '@vscode/test-electron';
import { build } from 'esbuild';
import { emptyTally, type Tally } from '../../../scripts/testTally.ts';
import { root, withTestFolders } from '../host/testFolders.ts';

/** Runs the suite inside the extension host of a real editor, on the extension as it is built. */
export async function runInHost(): Promise<Tally> {
  return withTestFolders({}, async (folders) => {
    const suite = join(folders.temporary, 'suite.cjs');
    await build({
      absWorkingDir: root,
      entryPoints: ['test/vscode/inHost/main.ts'],
      outfile: suite,
      bundle: true,
      platform: 'node',
      format: 'cjs',
      external: ['vscode'],
      logLevel: 'warning',
    });
    const tallyFile = join(folders.temporary, 'tally.json');
    await runTests({
      vscodeExecutablePath: await writeExecutable(folders.temporary),
      extensionDevelopmentPath: root,
      extensionTestsPath: suite,
      extensionTestsEnv: { AMPRENTA_DATA_DIR: folders.data, AMPRENTA_TEST_TALLY: tallyFile },
      launchArgs: [folders.workspace, `--user-data-dir=${folders.user}`, `--extensions-dir=${folders.extensions}`],
    }).catch((thrown) => process.stdout.write(`${String(thrown)}\n`));
    const text = await readFile(tallyFile, 'utf8').catch(() => null);
    return text === null ? { ...emptyTally, failed: 1 } : JSON.parse(text);
  });
}

/** @vscode/test-electron starts one file, and knows nothing of the Node that runs it. */
async function writeExecutable(folder: string): Promise<string> {
  const file = join(folder, 'code');
  const script = join(root, 'test', 'vscode', 'host', 'codeStandIn.ts');
  await writeFile(file, `#!/bin/sh\nexec '${process.execPath}' '${script}' "$@"\n`);
  await chmod(file, 0o755);
  return file;
}
