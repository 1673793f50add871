import { execFile } from 'node:child_process';
import { readFile, readlink, realpath } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';
import { systemCode } from './embeddedFailure.ts';
import { isAlive } from './workFolder.ts';

/** What a server notes about itself in its data directory. */
export interface Postmaster {
  readonly pid: number;
  readonly port: number;
  readonly status: 'starting' | 'ready' | 'stopping' | 'unknown';
  /** The file as it was read. */
  readonly text: string;
}

const statuses: Readonly<Record<string, Postmaster['status']>> = {
  starting: 'starting',
  ready: 'ready',
  stopping: 'stopping',
};

/** The file's place in a data directory. */
export function postmasterFile(clusterFolder: string): string {
  return join(clusterFolder, 'postmaster.pid');
}

/**
 * Reads what the server of a data directory noted, which may be left over from one that was killed; null where there is
 * no note, or an unfinished one.
 * Source: PostgreSQL's src/include/utils/pidfile.h: line 1 process id, 4 port, 8 status.
 */
export async function readPostmaster(clusterFolder: string): Promise<Postmaster | null> {
  let text: string;
  try {
    text = await readFile(postmasterFile(clusterFolder), 'utf8');
  } catch (thrown) {
    const code = systemCode(thrown);
    if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'EACCES') return null;
    throw thrown;
  }
  const lines = text.split('\n');
  const pid = Number(lines[0]);
  const port = Number(lines[3]);
  if (!Number.isInteger(pid) || pid <= 0 || !Number.isInteger(port) || port <= 0) return null;
  return { pid, port, status: statuses[lines[7]?.trim() ?? ''] ?? 'unknown', text };
}

/**
 * Whether the process that wrote the note still is the server of this data directory. After a restart of the machine
 * or the container the id may belong to any other program. Linux tells by the program's file and working directory (a
 * server works in its data directory), other Unixes by the command line; on Windows a living process is taken for it.
 */
export async function isServing(postmaster: Postmaster, clusterFolder: string): Promise<boolean> {
  if (!isAlive(postmaster.pid)) return false;
  if (process.platform === 'win32') return true;
  if (process.platform !== 'linux') return (await commandLine(postmaster.pid)).includes(clusterFolder);
  try {
    const program = await readlink(`/proc/${postmaster.pid}/exe`);
    // The kernel marks the file of a running program that was removed since.
    if (basename(program.replace(/ \(deleted\)$/, '')) !== 'postgres') return false;
    return (await readlink(`/proc/${postmaster.pid}/cwd`)) === (await realpath(clusterFolder));
  } catch (thrown) {
    // Ended meanwhile, a zombie, or another user's process, which can't be the server of our data directory.
    const code = systemCode(thrown);
    return code !== 'ENOENT' && code !== 'ESRCH' && code !== 'EACCES' && code !== 'EPERM';
  }
}

/** A process' command line as POSIX `ps` tells it; empty where there is none of this id. */
async function commandLine(pid: number): Promise<string> {
  try {
    return (await promisify(execFile)('ps', ['-o', 'command=', '-p', String(pid)])).stdout;
  } catch {
    return '';
  }
}
