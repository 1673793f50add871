import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, onTestFinished } from 'vitest';
import { stopEmbedded } from '../../server/src/store/embedded/embeddedServer.ts';

/** A folder of a test's own as mktemp makes it (mode 0700), removed when the test ends; a server in it is stopped. */
export async function temporaryFolder(): Promise<string> {
  const folder = await makeFolder();
  onTestFinished(() => removeFolder(folder));
  return folder;
}

/** The same for all tests of a file, for what they may share; to be called at the top of the file. */
export async function sharedFolder(): Promise<string> {
  const folder = await makeFolder();
  afterAll(() => removeFolder(folder));
  return folder;
}

function makeFolder(): Promise<string> {
  return mkdtemp(join(tmpdir(), 'amprenta-test-'));
}

async function removeFolder(folder: string): Promise<void> {
  await stopEmbedded(folder).catch(() => undefined);
  await rm(folder, { recursive: true, force: true });
}
