import { spawn } from 'node:child_process';
import { dirname, extname, join, parse } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Cluster } from './cluster.ts';
import { serverEnvironment } from './program.ts';
import { lockKeys, lockSpace, openSession, readUse, type ServerSession } from './serverSession.ts';

/**
 * How a server that only commands use comes to stop. A command ends at once and can't wait for a minute, so it leaves a
 * watcher: a small process of its own (watcher.ts) that is one session with the server.
 *
 * - One watcher a server: it holds the advisory lock `watched`; a second one sees that it can't have it, and ends.
 * - Once a second it asks who holds `inUse`. A command that comes and goes in between says so by NOTIFY as it leaves.
 * - When nobody used the server for the given time it stops it, under the same locks as anyone who leaves.
 * - It ends when the server ends, whoever stopped or killed it, and when the server is marked as one that stays.
 *
 * It is started when a command begins to use the server, so that it is there even if the command is killed.
 */
const leftChannel = 'amprenta_left';

/** Starts a watcher for a server that has none. */
export async function ensureWatcher(cluster: Cluster, session: ServerSession, idleMs: number): Promise<void> {
  const { watched, kept } = await readUse(session);
  if (watched || kept) return;
  // In the checkout this is idleWatch.ts; in the bundle, any chunk beside watcher.js.
  const here = fileURLToPath(import.meta.url);
  const watcher = spawn(
    process.execPath,
    ['--max-semi-space-size=1', join(dirname(here), `watcher${extname(here)}`), cluster.dataDir, String(idleMs)],
    {
      // Not the working directory of the command, which it would keep from being removed or unmounted.
      cwd: parse(cluster.dataDir).root,
      env: { ...serverEnvironment(), ELECTRON_RUN_AS_NODE: '1' },
      detached: true,
      stdio: 'ignore',
      windowsHide: true,
    },
  );
  watcher.once('error', () => undefined);
  watcher.unref();
}

/** Tells the watcher that somebody used the server until now. */
export async function noteLeaving(session: ServerSession): Promise<void> {
  await session.query(`NOTIFY ${leftChannel}`);
}

/**
 * Watches a server until it was idle for `idleMs`, then calls `stop`, which answers false where somebody came meanwhile.
 * Returns when the server is stopped or gone, or when another watcher is there.
 */
export async function watchUntilIdle(
  cluster: Cluster,
  idleMs: number,
  stop: (session: ServerSession) => Promise<boolean>,
): Promise<void> {
  const session = await openSession(cluster);
  if (session === null) return;
  try {
    const [answer] = await session.query<{ mine: boolean }>('SELECT pg_try_advisory_lock($1, $2) AS mine', [
      lockSpace,
      lockKeys.watched,
    ]);
    if (answer?.mine === true) await watch(session, idleMs, stop);
  } catch {
    // The server went away: there is nothing left to watch.
  } finally {
    await session.end();
  }
}

async function watch(
  session: ServerSession,
  idleMs: number,
  stop: (session: ServerSession) => Promise<boolean>,
): Promise<void> {
  let usedAt = Date.now();
  session.onNotification(() => {
    usedAt = Date.now();
  });
  await session.query(`LISTEN ${leftChannel}`);
  while (!session.isEnded()) {
    const { users, kept } = await readUse(session);
    if (kept) return;
    if (users > 0) usedAt = Date.now();
    const leftMs = usedAt + idleMs - Date.now();
    if (leftMs <= 0) {
      if (await stop(session)) return;
      usedAt = Date.now();
    } else {
      await Promise.race([pause(Math.min(1_000, leftMs)), session.ended]);
    }
  }
}
