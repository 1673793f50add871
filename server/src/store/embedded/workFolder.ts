import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Makes a folder beside `finished`, in which something is made that is then moved into place whole, so that nothing
 * half-made ever has its final name. The name tells which process works in it.
 */
export function makeWorkFolder(finished: string): Promise<string> {
  return mkdtemp(`${finished}.new-${process.pid}-`);
}

/** Names of work folders, and of what a new thing displaced: `postgres-18.new-4711-AbCdEf`. */
const workFolderPattern = /^(?:postgres-\d+|binaries-[\w.+-]+)\.new-(\d+)-\w{6}(?:\.old)?$/;

/**
 * Removes the work folders of processes that ended before they could do it themselves. What can't be removed stays for
 * the next time: an initdb may still be writing whose parent was killed.
 */
export async function removeAbandonedWork(dataDir: string): Promise<void> {
  for (const name of await readdir(dataDir)) {
    const pid = workFolderPattern.exec(name)?.[1];
    if (pid === undefined || isAlive(Number(pid))) continue;
    await rm(join(dataDir, name), { recursive: true, force: true, maxRetries: 3 }).catch(() => undefined);
  }
}

/** Whether a process has this id; one that may not be signalled counts. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (thrown) {
    return thrown instanceof Error && Reflect.get(thrown, 'code') === 'EPERM';
  }
}
