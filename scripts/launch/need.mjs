import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** What the build reads, besides the packages. */
const buildInputs = [
  'client/src',
  'server/src',
  'shared/src',
  'scripts/build.ts',
  'scripts/buildClient.ts',
  'package.json',
];

/**
 * The Node that everything but the launcher runs on: a package of its own, so that it is the same on every machine.
 * @param {string} root
 */
export const projectNode = (root) => join(root, 'node_modules', '.bin', 'node');

/** The note of which packages are installed; inside node_modules, so that it goes when they go. @param {string} root */
export const installStamp = (root) => join(root, 'node_modules', '.amprenta-installed');

/** The note of which sources were built; inside dist, so that it goes when the build goes. @param {string} root */
export const buildStamp = (root) => join(root, 'dist', '.amprenta-built');

/**
 * Which packages ought to be installed: the lockfile's content, and the platform that binaries are for.
 * @param {string} root
 */
export function installFingerprint(root) {
  const lockfile = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  return `${lockfile} ${process.platform}-${process.arch}\n`;
}

/**
 * Which sources ought to be built: path, size and time of each. Times, because hashing every source would cost every
 * start more than a needless build (a second) costs once in a while.
 * @param {string} root
 */
export function buildFingerprint(root) {
  const hash = createHash('sha256').update(installFingerprint(root));
  const add = (path) => {
    const status = statSync(join(root, path), { throwIfNoEntry: false });
    if (status === undefined) return;
    if (status.isDirectory()) for (const name of readdirSync(join(root, path)).sort()) add(`${path}/${name}`);
    else hash.update(`${path}\0${status.size}\0${status.mtimeMs}\n`);
  };
  for (const input of buildInputs) add(input);
  return `${hash.digest('hex')}\n`;
}

/**
 * Why packages have to be installed, or null.
 * @param {string} root
 */
export function installNeed(root) {
  const stamp = readIfThere(installStamp(root));
  if (stamp === null) return existsSync(join(root, 'node_modules')) ? 'an install was left unfinished' : 'first run';
  if (stamp !== installFingerprint(root)) return 'package-lock.json has changed';
  return existsSync(projectNode(root)) ? null : 'the Node package is incomplete';
}

/**
 * Why the build has to run, or null.
 * @param {string} root
 */
export function buildNeed(root) {
  const stamp = readIfThere(buildStamp(root));
  if (stamp === null) return 'nothing is built';
  return stamp === buildFingerprint(root) ? null : 'the sources have changed';
}

/** @param {string} path @returns {string | null} */
function readIfThere(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}
