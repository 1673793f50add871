import { accessSync, constants, existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';
import { cacheFolder } from './cacheFolder.ts';
import { runProgram } from './runProgram.ts';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const packed = { name: '@sparticuz/chromium', version: '153.0.0' } as const;

/** A Chromium that can run, and the libraries it has to be given. */
export interface Chromium {
  readonly path: string;
  readonly libraryPath: string | null;
}

/**
 * The browser: on PATH, else the one that an npm package packs, else the distribution's where this may install it.
 * @throws Error that says what was tried
 */
export async function findChromium(): Promise<Chromium> {
  const onPath = findOnPath();
  if (onPath !== null) return onPath;
  const tried: string[] = ['there is none on PATH'];
  for (const provide of [unpackChromium, installChromium]) {
    try {
      const found = await provide();
      await runProgram(found.path, ['--version'], { cwd: '/', env: chromiumEnvironment(found) });
      return found;
    } catch (thrown) {
      tried.push(String(thrown));
    }
  }
  throw new Error(`No Chromium: ${tried.join('; ')}. Install one and put it on PATH.`);
}

/** The environment a Chromium runs in. */
export function chromiumEnvironment({ libraryPath }: Chromium): NodeJS.ProcessEnv {
  if (libraryPath === null) return process.env;
  const known = process.env.LD_LIBRARY_PATH;
  return { ...process.env, LD_LIBRARY_PATH: known ? `${libraryPath}${delimiter}${known}` : libraryPath };
}

function findOnPath(): Chromium | null {
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  const path = folders.flatMap((folder) => names.map((name) => join(folder, name))).find(canRun);
  return path === undefined ? null : { path, libraryPath: null };
}

function canRun(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Source: the package unpacks its browser, and libraries for systems without them, into the temporary folder. */
async function unpackChromium(): Promise<Chromium> {
  const folder = join(cacheFolder(), `chromium-${packed.version}`);
  const require = createRequire(join(folder, 'package.json'));
  if (!existsSync(join(folder, 'node_modules', packed.name))) {
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, 'package.json'), '{"private":true}');
    const install = ['install', '--no-audit', '--no-fund', '--ignore-scripts', `${packed.name}@${packed.version}`];
    await runProgram('npm', install, { cwd: folder });
  }
  const { default: chromium } = await import(require.resolve(packed.name));
  return { path: await chromium.executablePath(), libraryPath: null };
}

async function installChromium(): Promise<Chromium> {
  if (process.getuid?.() !== 0) throw new Error('only root may install the distribution package');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await runProgram('apt-get', ['update', '-qq'], { cwd: '/', env });
  await runProgram('apt-get', ['install', '-y', '-qq', 'chromium'], { cwd: '/', env });
  const found = findOnPath();
  if (found === null) throw new Error('apt-get installed no chromium');
  return found;
}
