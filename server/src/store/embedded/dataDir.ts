import { constants } from 'node:fs';
import { access, chmod, chown, mkdir, realpath, stat } from 'node:fs/promises';
import { homedir, userInfo } from 'node:os';
import { dirname, isAbsolute, join, resolve } from 'node:path';
import { AmprentaError } from '#shared/errors.ts';
import { postgresFailurePrefix } from '../postgresFailure.ts';
import { embeddedFailure, systemCode, toFolderFailure } from './embeddedFailure.ts';
import { isRoot, type ServerUser, serverUser } from './serverUser.ts';

/**
 * Where the embedded server keeps its data unless AMPRENTA_DATA_DIR says otherwise: the user's data folder, for root
 * /var/lib/amprenta. HOME may be unset: the account's own entry is asked then.
 * Source: XDG Base Directory Specification (relative paths are to be ignored); Filesystem Hierarchy Standard, /var/lib.
 * @throws notConfigured where the account has no home folder
 */
export function defaultDataDir(env: NodeJS.ProcessEnv = process.env): string {
  if (isRoot()) return '/var/lib/amprenta';
  if (process.platform === 'win32') return join(env.LOCALAPPDATA ?? join(home(), 'AppData', 'Local'), 'amprenta');
  if (process.platform === 'darwin') return join(home(), 'Library', 'Application Support', 'amprenta');
  const dataHome = env.XDG_DATA_HOME;
  if (dataHome !== undefined && isAbsolute(dataHome)) return join(dataHome, 'amprenta');
  return join(home(), '.local', 'share', 'amprenta');
}

function home(): string {
  for (const ask of [homedir, () => userInfo().homedir]) {
    try {
      const found = ask();
      if (isAbsolute(found)) return found;
    } catch {
      // No entry for this account: the next way to ask, or the error below.
    }
  }
  throw new AmprentaError(
    'notConfigured',
    `${postgresFailurePrefix}this account has no home folder, so there is no place for the embedded server's data.\n` +
      '-> Name a folder in AMPRENTA_DATA_DIR, or a server of your own in POSTGRES_HOST.',
  );
}

/** pg_ctl hands paths to a shell between double quotes, where these characters have a meaning. */
const shellCharacters = process.platform === 'win32' ? /["%\n\r]/ : /["$`\\\n\r]/;

/**
 * Makes a data folder usable by whoever runs the server, and returns its absolute path. As root, a folder that is
 * root's and closed (mktemp makes such) gets execute permission for others, which is logged.
 * @throws invalidInput for a path that pg_ctl can't take, unauthorized for a folder that may not be written or entered,
 *   unavailable for a full disk
 */
export async function prepareDataDir(dataDir: string, log: (message: string) => void): Promise<string> {
  const folder = resolve(dataDir);
  if (shellCharacters.test(folder)) {
    throw embeddedFailure(folder, {
      kind: 'invalidInput',
      happened: `the path ${JSON.stringify(folder)} holds a quote, dollar sign, backslash or line break.`,
      remedy: 'Name a folder without those in AMPRENTA_DATA_DIR.',
    });
  }
  const user = serverUser();
  try {
    if (user !== null) await checkWay(folder, user);
    await createFolder(folder, user);
    if (user === null) await access(folder, constants.W_OK | constants.X_OK);
    else await letIn(folder, user, log);
  } catch (thrown) {
    if (thrown instanceof AmprentaError) throw thrown;
    throw toFolderFailure(folder, folder, thrown);
  }
  return folder;
}

/**
 * Folders that root makes on the way can be entered by all, whatever the umask; the last one belongs to the server's
 * account. What exists already is left as it is.
 */
async function createFolder(folder: string, user: ServerUser | null): Promise<void> {
  try {
    if ((await stat(folder)).isDirectory()) return;
    throw new Error('it is not a folder');
  } catch (thrown) {
    if (systemCode(thrown) !== 'ENOENT') throw thrown;
  }
  if (user === null) {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    return;
  }
  await createParents(dirname(folder));
  if (!(await makeFolder(folder))) return;
  await chmod(folder, 0o755);
  await chown(folder, user.uid, user.gid);
}

async function createParents(folder: string): Promise<void> {
  try {
    await stat(folder);
  } catch (thrown) {
    if (systemCode(thrown) !== 'ENOENT') throw thrown;
    await createParents(dirname(folder));
    if (await makeFolder(folder)) await chmod(folder, 0o755);
  }
}

/** False where another process made it meanwhile. */
async function makeFolder(folder: string): Promise<boolean> {
  try {
    await mkdir(folder);
    return true;
  } catch (thrown) {
    if (systemCode(thrown) === 'EEXIST') return false;
    throw thrown;
  }
}

/** Before anything is made: whether the account gets as far as the folder that is to be used. */
async function checkWay(dataDir: string, user: ServerUser): Promise<void> {
  for (let folder = await nearestParent(dataDir); ; folder = dirname(folder)) {
    if (!(await canEnter(folder, user))) {
      throw embeddedFailure(dataDir, {
        kind: 'unauthorized',
        happened:
          `folder ${folder} is closed to the account that runs Postgres in place of root (uid ${user.uid}), so it ` +
          `cannot reach ${dataDir}.`,
        failed: 'permissions',
        remedy: `Run: chmod o+x ${folder}; or name a folder elsewhere in AMPRENTA_DATA_DIR.`,
      });
    }
    if (dirname(folder) === folder) return;
  }
}

/** The nearest folder above this one that is there, by its real path. */
async function nearestParent(folder: string): Promise<string> {
  try {
    return dirname(await realpath(folder));
  } catch (thrown) {
    if (systemCode(thrown) !== 'ENOENT') throw thrown;
  }
  for (let parent = dirname(folder); ; parent = dirname(parent)) {
    try {
      return await realpath(parent);
    } catch (thrown) {
      if (systemCode(thrown) !== 'ENOENT') throw thrown;
    }
  }
}

async function letIn(dataDir: string, user: ServerUser, log: (message: string) => void): Promise<void> {
  if (await canEnter(dataDir, user)) return;
  const { uid, gid, mode } = await stat(dataDir);
  if (uid !== 0) {
    throw embeddedFailure(dataDir, {
      kind: 'unauthorized',
      happened: `folder ${dataDir} belongs to uid ${uid} and is closed to the account that runs Postgres (uid ${user.uid}).`,
      failed: 'permissions',
      remedy: `Run: chmod o+x ${dataDir}; or name another folder in AMPRENTA_DATA_DIR.`,
    });
  }
  await chmod(dataDir, (mode & 0o7777) | enterBit({ uid, gid }, user));
  log(`Gave others execute permission on ${dataDir}, because Postgres runs as uid ${user.uid} in place of root.`);
}

async function canEnter(folder: string, user: ServerUser): Promise<boolean> {
  const found = await stat(folder);
  return (found.mode & enterBit(found, user)) !== 0;
}

/** The bit of a folder's mode that decides whether an account may enter it. */
function enterBit({ uid, gid }: { readonly uid: number; readonly gid: number }, user: ServerUser): number {
  if (uid === user.uid) return 0o100;
  return gid === user.gid ? 0o010 : 0o001;
}
