import { spawn } from 'node:child_process';
import { accessSync, constants, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { holdLock } from './lock.mjs';
import {
  buildFingerprint,
  buildNeed,
  buildStamp,
  installFingerprint,
  installNeed,
  installStamp,
  projectNode,
} from './need.mjs';

/**
 * Installs and builds what is missing or stale, one process at a time for each checkout.
 * @param {string} root @param {{ installOnly: boolean }} options
 * @returns {Promise<string | null>} what failed and what to do, or null
 */
export async function prepare(root, { installOnly }) {
  const lock = await holdLock(root, () => say('another run is setting this checkout up; waiting for it'));
  try {
    // Asked again under the lock: whoever held it before may have done it all.
    return (await install(root, lock)) ?? (installOnly ? null : await build(root, lock));
  } finally {
    lock.release();
  }
}

async function install(root, lock) {
  const need = installNeed(root);
  if (need === null) return null;
  say(`installing packages (${need}) …`);
  rmSync(installStamp(root), { force: true });
  const fingerprint = installFingerprint(root);
  // NODE_ENV=production would leave the build's own packages out.
  const npmArguments = ['ci', '--include=dev', '--prefer-offline', '--no-audit', '--no-fund', '--loglevel=error'];
  const code = await runQuietly('npm', npmArguments, root, lock, npmEnvironment(root));
  if (code !== 0) return `npm ci failed (${code}); its own words are above. Mend that and run this again.`;
  if (!existsSync(projectNode(root))) {
    return 'npm ci ran, but the "node" package has no program: its install script did not run. Allow it (npm config ignore-scripts must not be true) and run this again.';
  }
  writeFileSync(installStamp(root), fingerprint);
  return null;
}

async function build(root, lock) {
  const need = buildNeed(root);
  if (need === null) return null;
  say(`building (${need}) …`);
  rmSync(buildStamp(root), { force: true });
  // Taken before the build, so that a source saved while it runs makes the next start build again.
  const fingerprint = buildFingerprint(root);
  const code = await runQuietly(projectNode(root), [join(root, 'scripts', 'build.ts')], root, lock, process.env);
  if (code !== 0) return `the build failed (${code}); what is wrong is said above.`;
  writeFileSync(buildStamp(root), fingerprint);
  return null;
}

/** Runs a program whose output goes to stderr, and answers its exit code or the signal that ended it. */
function runQuietly(program, programArguments, cwd, lock, env) {
  return new Promise((resolve) => {
    // The lock is handed down: when we are killed it stays held until the program has ended too.
    const child = spawn(program, programArguments, { cwd, env, stdio: ['ignore', 2, 2, lock.childStdio] });
    child.on('error', (error) => resolve(error.message));
    child.on('exit', (code, signal) => resolve(code ?? signal));
  });
}

/**
 * The environment for `npm ci`: what an outer `npm -s run` asks for concerns that run only, and a home folder that is
 * not there or not ours is replaced by one in the checkout. The `node` package's install script starts npm again, so
 * all of it travels by environment.
 */
function npmEnvironment(root) {
  const env = { ...process.env };
  delete env.npm_config_loglevel;
  const home = findHome();
  if (home === null) env.HOME = join(root, '.cache', 'home');
  const cache = env.npm_config_cache ?? join(env.HOME ?? home, '.npm');
  if (!canWrite(cache)) env.npm_config_cache = join(root, '.cache', 'npm');
  // `npm` may be run by a Node that is not on PATH; the install scripts need it there.
  env.PATH = [env.PATH, dirname(process.execPath)].filter(Boolean).join(delimiter);
  for (const folder of [env.HOME, env.npm_config_cache]) {
    if (folder?.startsWith(join(root, '.cache'))) mkdirSync(folder, { recursive: true });
  }
  return env;
}

function findHome() {
  try {
    return homedir() || null;
  } catch {
    return null;
  }
}

/** True where a folder, or the nearest one above it that exists, can be written to. */
function canWrite(folder) {
  if (!existsSync(folder)) return dirname(folder) !== folder && canWrite(dirname(folder));
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

function say(message) {
  process.stderr.write(`amprenta: ${message}\n`);
}
