import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { openEmbedded, stopEmbedded } from '../../server/src/store/embedded/embeddedServer.ts';
import type { ServerTarget } from '../../server/src/store/target.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** The server that all suites of a run share. */
    readonly postgres: ServerTarget;
  }
}

/** Vitest's global setup: one embedded server in a temporary folder for the whole run; returns what ends it. */
export async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'amprenta-test-'));
  try {
    // A run that is killed leaves a watcher, which stops the server.
    const server = await openEmbedded(folder, { stopAfterIdleMs: 10_000 });
    provide('postgres', server.target);
    return async () => {
      await server.release();
      await stopEmbedded(folder);
      await rm(folder, { recursive: true, force: true });
    };
  } catch (thrown) {
    await rm(folder, { recursive: true, force: true });
    throw thrown;
  }
}
