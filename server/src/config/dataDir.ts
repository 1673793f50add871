import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import { AmprentaError } from '#shared/errors.ts';
import type { Environment } from '../files/givenPath.ts';

/** Who and where the process is, as far as the place of its data depends on it. */
export interface Host {
  readonly platform: NodeJS.Platform;
  readonly isRoot: boolean;
  readonly environment: Environment;
}

/**
 * The folder in which an application keeps a user's data. Root's is /var/lib/amprenta, because the embedded Postgres then
 * runs as an unprivileged user, who can't reach into root's home.
 * Sources: XDG Base Directory Specification (`$XDG_DATA_HOME`, relative ones are to be ignored), Apple's File System
 * Programming Guide (Application Support), Microsoft's known folders (LocalAppData).
 * @throws notConfigured where the user has no home folder
 */
export function defaultDataDir({ platform, isRoot, environment }: Host): string {
  if (platform === 'win32') {
    return join(environment['LOCALAPPDATA'] ?? join(home(), 'AppData', 'Local'), 'amprenta');
  }
  if (isRoot) return '/var/lib/amprenta';
  if (platform === 'darwin') return join(home(), 'Library', 'Application Support', 'amprenta');
  const dataHome = environment['XDG_DATA_HOME'];
  return join(dataHome && isAbsolute(dataHome) ? dataHome : join(home(), '.local', 'share'), 'amprenta');
}

function home(): string {
  try {
    return homedir();
  } catch (cause) {
    throw new AmprentaError(
      'notConfigured',
      'This user has no home folder, so there is no place for the embedded Postgres. Set AMPRENTA_DATA_DIR to a folder ' +
        'that you may write to, or POSTGRES_HOST to use your own Postgres.',
      { cause },
    );
  }
}
