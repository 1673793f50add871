import { accessSync, constants, existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { delimiter, dirname, join } from 'node:path';
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
  for (const provide of [unpackChromium, unpackWithLibraries, installChromium]) {
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

/** The part of the package's interface that is used here. */
interface PackedChromium {
  readonly default: { executablePath(): Promise<string> };
  inflate(packed: string): Promise<string>;
}

/** Source: the package's README; it unpacks its browser into the temporary folder. */
async function unpackChromium(): Promise<Chromium> {
  const { default: chromium } = (await import(await installPacked())) as PackedChromium;
  return { path: await chromium.executablePath(), libraryPath: null };
}

/** Systems without a browser often have no libnss3 either; the package brings that too, and unpacks it for one cloud only. */
async function unpackWithLibraries(): Promise<Chromium> {
  const entry = await installPacked();
  const { default: chromium, inflate } = (await import(entry)) as PackedChromium;
  const libraries = await inflate(join(dirname(entry), '..', 'bin', 'al2023.tar.br'));
  return { path: await chromium.executablePath(), libraryPath: join(libraries, 'lib') };
}

/** Installs the package beside the test editor, once, and answers its module. */
async function installPacked(): Promise<string> {
  const folder = join(cacheFolder(), `chromium-${packed.version}`);
  if (!existsSync(join(folder, 'node_modules', packed.name))) {
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, 'package.json'), '{"private":true}');
    const install = ['install', '--no-audit', '--no-fund', '--ignore-scripts', `${packed.name}@${packed.version}`];
    await runProgram('npm', install, { cwd: folder });
  }
  return createRequire(join(folder, 'package.json')).resolve(packed.name);
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
