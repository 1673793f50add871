import { chmod, copyFile, mkdir, readdir, readFile, rename, rm, stat, symlink } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { z } from 'zod';
import type { BinaryPackage } from './binaries.ts';
import { toFolderFailure } from './embeddedFailure.ts';
import { makeWorkFolder } from './workFolder.ts';

/** Where a version's programs lie within the data folder. */
export function stagedFolder(dataDir: string, version: string): string {
  return join(dataDir, `binaries-${version}`);
}

const linkSchema = z.array(z.object({ source: z.string(), target: z.string() }));

/**
 * Copies the server's programs into the data folder, once for each version, and returns their `bin` folder. There
 * whoever runs the server can read and run them, which is not sure of the package: it may lie below a closed home
 * folder, a packaged extension has neither symbolic links nor execute bits, and an installation may replace it while
 * the server runs. A copy that is not whole is made again.
 * @throws unavailable for a full disk, unauthorized for a folder that may not be written
 */
export async function stageBinaries(binaries: BinaryPackage, dataDir: string): Promise<string> {
  const folder = stagedFolder(dataDir, binaries.version);
  const native = join(binaries.folder, 'native');
  try {
    const links = await readLinks(binaries.folder);
    if (!(await isWhole(native, folder, links))) await stage(native, folder, links);
    return join(folder, 'bin');
  } catch (thrown) {
    throw toFolderFailure(dataDir, folder, thrown);
  }
}

/** The package's own list of symbolic links, as [link, what it points to], both below `native`. */
async function readLinks(packageFolder: string): Promise<readonly (readonly [string, string])[]> {
  const text = await readFile(join(packageFolder, 'native', 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  return linkSchema
    .parse(JSON.parse(text))
    .map(({ source, target }) => [target.replace(/^native\//, ''), source.replace(/^native\//, '')] as const);
}

async function isWhole(
  native: string,
  folder: string,
  links: readonly (readonly [string, string])[],
): Promise<boolean> {
  try {
    const names = ['bin', 'lib'].map(async (part) =>
      (await readdir(join(native, part))).map((name) => join(part, name)),
    );
    for (const name of (await Promise.all(names)).flat()) {
      const [there, here] = await Promise.all([stat(join(native, name)), stat(join(folder, name))]);
      if (there.isFile() && there.size !== here.size) return false;
      if (name.startsWith('bin') && process.platform !== 'win32' && (here.mode & 0o111) !== 0o111) return false;
    }
    for (const [link] of links) await stat(join(folder, link));
    await stat(join(folder, 'share', 'postgresql', 'postgres.bki'));
    return true;
  } catch {
    return false;
  }
}

async function stage(native: string, folder: string, links: readonly (readonly [string, string])[]): Promise<void> {
  const making = await makeWorkFolder(folder);
  try {
    await copyTree(native, making);
    for (const [link, source] of links) await makeLink(join(making, link), join(making, source));
    // A copy that is not whole gives way; a server that runs from it keeps its open files.
    await rename(folder, `${making}.old`).catch(() => undefined);
    await rename(making, folder).catch(async (thrown: unknown) => {
      if (!(await isWhole(native, folder, links))) throw thrown;
    });
  } finally {
    await rm(making, { recursive: true, force: true });
    await rm(`${making}.old`, { recursive: true, force: true });
  }
}

/** Modes are set rather than kept: a packaged extension has no execute bits, and an umask of 077 closes all. */
async function copyTree(from: string, to: string): Promise<void> {
  await chmod(to, 0o755);
  const isProgramFolder = from.endsWith(`${sep}bin`);
  const copies = (await readdir(from, { withFileTypes: true })).map(async (entry) => {
    const source = join(from, entry.name);
    const target = join(to, entry.name);
    if (entry.isDirectory()) {
      await mkdir(target);
      await copyTree(source, target);
    } else if (entry.isFile()) {
      await copyFile(source, target);
      await chmod(target, isProgramFolder || entry.name.includes('.so') ? 0o755 : 0o644);
    }
  });
  // All must have ended before the caller may remove the folder.
  const failed = (await Promise.allSettled(copies)).find((copy) => copy.status === 'rejected');
  if (failed !== undefined) throw failed.reason;
}

/** Links point to a neighbour by its name, so that they stay right when the folder moves. */
async function makeLink(link: string, source: string): Promise<void> {
  await rm(link, { force: true });
  await symlink(relative(dirname(link), source), link);
}

/** Removes the programs of other versions; only to be called while no server runs. */
export async function removeOtherVersions(dataDir: string, version: string): Promise<void> {
  for (const name of await readdir(dataDir)) {
    const isVersion = /^binaries-\d+\.[\w.+-]+$/.test(name) && !name.includes('.new-');
    if (isVersion && name !== `binaries-${version}`) await rm(join(dataDir, name), { recursive: true, force: true });
  }
}
