import { randomBytes } from 'node:crypto';
import { chmod, lchown, mkdir, open, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ServerTarget } from '../target.ts';
import { embeddedFailure, folderFailure, systemCode, toFolderFailure } from './embeddedFailure.ts';
import { runProgram } from './program.ts';
import { serverUser } from './serverUser.ts';
import { makeWorkFolder } from './workFolder.ts';

/** Where the parts of one cluster lie. */
export interface Cluster {
  /** Absolute. */
  readonly dataDir: string;
  /** Postgres' own data directory, `postgres-<major>`. */
  readonly folder: string;
  /** The password, readable by its owner only. It is written last: a cluster that has it is finished. */
  readonly passwordFile: string;
  /** The server's log. */
  readonly logFile: string;
}

/** The role and the database of the embedded server. */
export const embeddedName = 'amprenta';

/** Where the cluster of a data folder lies. */
export function clusterOf(dataDir: string, major: number): Cluster {
  const folder = join(dataDir, `postgres-${major}`);
  return {
    dataDir,
    folder,
    passwordFile: join(folder, 'amprenta.password'),
    logFile: join(folder, 'server.log'),
  };
}

/** The cluster's address while it listens on `port`. */
export function clusterTarget(port: number, password: string): ServerTarget {
  return { host: '127.0.0.1', port, database: embeddedName, user: embeddedName, password, ssl: 'disable' };
}

/**
 * The cluster's password; null where there is no finished cluster.
 * @throws unauthorized where the cluster belongs to another user
 */
export async function readPassword(cluster: Cluster): Promise<string | null> {
  try {
    return (await readFile(cluster.passwordFile, 'utf8')).trim();
  } catch (thrown) {
    const code = systemCode(thrown);
    if (code === 'ENOENT' || code === 'ENOTDIR') return null;
    if (code === 'EACCES') throw await foreignCluster(cluster, thrown);
    throw toFolderFailure(cluster.dataDir, cluster.folder, thrown);
  }
}

/**
 * Makes the cluster where there is none. It is made in a folder of its own and moved into place when it is whole, so an
 * initdb that was cut off leaves nothing that the next one would stumble over.
 * @param bin the folder of the server's programs
 * @throws unavailable for a full disk; conflict for a folder that holds something else, or another user's cluster
 */
export async function ensureCluster(
  cluster: Cluster,
  bin: string,
  options: { readonly log: (message: string) => void; readonly signal?: AbortSignal },
): Promise<void> {
  if ((await readPassword(cluster)) !== null) {
    await checkOwner(cluster);
    return;
  }
  await clearUnfinished(cluster, options.log);
  options.log(`Creating a database cluster in ${cluster.folder}.`);
  let making: string | null = null;
  try {
    making = await makeWorkFolder(cluster.folder);
    await initialize(cluster, making, bin, options.signal);
  } catch (thrown) {
    throw toClusterFailure(cluster, thrown);
  } finally {
    if (making !== null) await rm(making, { recursive: true, force: true });
  }
}

async function initialize(cluster: Cluster, making: string, bin: string, signal?: AbortSignal): Promise<void> {
  const user = serverUser();
  const folder = join(making, 'cluster');
  const pwfile = join(making, 'password');
  await mkdir(folder, { mode: 0o700 });
  await writeFile(pwfile, `${randomBytes(24).toString('base64url')}\n`, { mode: 0o600, flag: 'wx' });
  await chmod(pwfile, 0o600);
  if (user !== null) for (const path of [folder, pwfile, making]) await lchown(path, user.uid, user.gid);
  const { exitCode, output } = await runProgram(
    join(bin, 'initdb'),
    [
      `--pgdata=${folder}`,
      `--username=${embeddedName}`,
      `--pwfile=${pwfile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--set=listen_addresses=127.0.0.1',
      '--set=unix_socket_directories=',
      '--no-instructions',
    ],
    { dataDir: cluster.dataDir, cwd: making, signal },
  );
  if (exitCode !== 0) throw new ProgramFailed(output);
  await rename(pwfile, join(folder, 'amprenta.password'));
  await syncFolder(folder);
  await rename(folder, cluster.folder).catch(async (thrown: unknown) => {
    // Another process was first: its cluster is as good.
    if ((await readPassword(cluster)) === null) throw thrown;
  });
  await syncFolder(cluster.dataDir);
}

/** What initdb said before it gave up. */
class ProgramFailed extends Error {}

function toClusterFailure(cluster: Cluster, thrown: unknown): unknown {
  if (thrown instanceof ProgramFailed) {
    const said = thrown.message.split('\n').filter((line) => /error|fatal|could not/i.test(line));
    return (
      folderFailure(cluster.dataDir, cluster.dataDir, thrown.message) ??
      embeddedFailure(cluster.dataDir, {
        happened: `the database cluster in ${cluster.folder} could not be created: ${said.slice(-3).join(' ').trim()}`,
        remedy: 'Mend that and try again, or set POSTGRES_HOST to a server of your own.',
      })
    );
  }
  if (systemCode(thrown) === null) return thrown;
  return toFolderFailure(cluster.dataDir, cluster.dataDir, thrown);
}

/**
 * A folder under the cluster's name that holds no cluster is set aside, not removed: it may be something of the user's.
 * One that holds data but no password can't be opened, and a new one in its place would look like the loss of it all.
 */
async function clearUnfinished(cluster: Cluster, log: (message: string) => void): Promise<void> {
  try {
    if ((await readdir(cluster.folder)).length === 0) return;
  } catch (thrown) {
    if (systemCode(thrown) === 'ENOENT') return;
    throw toFolderFailure(cluster.dataDir, cluster.folder, thrown);
  }
  const hasData = await stat(join(cluster.folder, 'global', 'pg_control')).then(
    () => true,
    () => false,
  );
  if (hasData) {
    throw embeddedFailure(cluster.dataDir, {
      kind: 'conflict',
      happened: `folder ${cluster.folder} holds a database cluster without its password (amprenta.password).`,
      failed: 'credentials',
      remedy: 'Put that file back; or move the folder away and a new, empty one is created.',
    });
  }
  const aside = `${cluster.folder}.unfinished-${Date.now()}`;
  try {
    await rename(cluster.folder, aside);
  } catch (thrown) {
    throw toFolderFailure(cluster.dataDir, cluster.folder, thrown);
  }
  log(`Set an unfinished database cluster aside as ${aside}; it can be removed.`);
}

async function checkOwner(cluster: Cluster): Promise<void> {
  const expected = serverUser()?.uid ?? process.getuid?.();
  if (expected === undefined) return;
  const { uid } = await stat(cluster.folder);
  if (uid !== expected) throw await foreignCluster(cluster);
}

async function foreignCluster(cluster: Cluster, cause?: unknown): Promise<Error> {
  let uid: number;
  try {
    ({ uid } = await stat(cluster.folder));
  } catch (thrown) {
    return toFolderFailure(cluster.dataDir, cluster.dataDir, thrown);
  }
  return embeddedFailure(cluster.dataDir, {
    kind: 'unauthorized',
    happened: `the database cluster in ${cluster.folder} belongs to another user (uid ${uid}).`,
    failed: 'permissions',
    remedy: 'Run this as that user, or name another folder in AMPRENTA_DATA_DIR.',
    cause,
  });
}

/** A rename survives a power failure only once its folder is on disk. Windows has no such call for folders. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
