import { join } from 'node:path';
import { lock } from 'proper-lockfile';
import { systemCode, toFolderFailure } from './embeddedFailure.ts';

/**
 * Takes the lock under which a server is made, started or stopped; null while another process has it.
 *
 * The lock spares work, it does not carry correctness: after a holder was killed two processes can believe to have it
 * (proper-lockfile removes a stale lock and takes it in two steps). So every step is safe by itself: programs and
 * clusters are made aside and renamed into place, Postgres lets one server into a data directory, and a server is
 * stopped only under its own advisory lock.
 * @throws unauthorized or unavailable where the folder can't be written
 */
export async function tryFolderLock(dataDir: string): Promise<(() => Promise<void>) | null> {
  outliveFileLimit();
  try {
    const unlock = await lock(dataDir, {
      lockfilePath: join(dataDir, 'server.lock'),
      // A holder refreshes it every second, so one that was killed is told from a living one after five.
      stale: 5_000,
      update: 1_000,
      // The default throws out of a timer, which would end the process.
      onCompromised: () => undefined,
    });
    return () => unlock().catch(() => undefined);
  } catch (thrown) {
    if (systemCode(thrown) === 'ELOCKED') return null;
    throw toFolderFailure(dataDir, dataDir, thrown);
  }
}

const ignore = (): void => undefined;

/**
 * proper-lockfile ends the process on every signal that nobody else listens to, SIGXFSZ among them, which Node ignores
 * otherwise: a file that grows beyond the account's limit is to be an error with a message.
 */
function outliveFileLimit(): void {
  const isHeard = process.platform === 'win32' || process.listeners('SIGXFSZ').includes(ignore);
  if (!isHeard) process.on('SIGXFSZ', ignore);
}
