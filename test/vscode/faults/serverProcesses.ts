import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { until } from '../editorTest.ts';

/** Kills the language server that runs out of a folder, and waits until it is gone. @throws Error where none runs */
export async function killServerOf(folder: string): Promise<void> {
  const pid = await until('a language server runs', () => findServer(folder));
  process.kill(pid, 'SIGKILL');
  await until('it is gone', async () => (await findServer(folder)) !== pid);
}

/** Its process id; null where none runs. Source: proc(5), the command line of a process, its parts ended by NUL. */
async function findServer(folder: string): Promise<number | null> {
  for (const name of await readdir('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    const commandLine = await readFile(join('/proc', name, 'cmdline'), 'utf8').catch(() => '');
    const isServer = commandLine
      .split('\0')
      .some((part) => part.startsWith(folder) && part.endsWith('languageServer.js'));
    if (isServer) return Number(name);
  }
  return null;
}
