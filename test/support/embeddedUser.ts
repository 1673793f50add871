/**
 * A process that uses an embedded server, for tests that need real ones: opens it as its argument says, prints one line
 * of JSON, leaves it when its standard input ends, and prints another line.
 */
import { toAmprentaError } from '#shared/errors.ts';
import { defaultDataDir } from '../../server/src/store/embedded/dataDir.ts';
import { openEmbedded } from '../../server/src/store/embedded/embeddedServer.ts';
import type { EmbeddedUserAnswer, EmbeddedUserOptions } from './embeddedProcess.ts';

function answer(value: EmbeddedUserAnswer | { readonly left: true }): void {
  process.stdout.write(`${JSON.stringify(value)}\n`);
}

const { dataDir, ...options }: EmbeddedUserOptions = JSON.parse(process.argv[2] ?? '{}');
const log: string[] = [];
try {
  const server = await openEmbedded(dataDir ?? defaultDataDir(), {
    ...options,
    log: (message) => {
      log.push(message);
      process.stderr.write(`${message}\n`);
    },
  });
  answer({ target: server.target, pid: server.pid, log });
  for await (const _ of process.stdin);
  await server.release();
  answer({ left: true });
} catch (thrown) {
  const { kind, message } = toAmprentaError(thrown);
  answer({ error: { kind, message }, log });
  process.exitCode = 1;
}
