import { until } from '../editorTest.ts';
import { listProcesses, type RunningProcess } from '../host/processes.ts';

/** The language server that runs out of a folder; null where none does. */
export async function findServer(folder: string): Promise<RunningProcess | null> {
  const all = await listProcesses();
  return all.find(({ command }) => command.includes(folder) && command.includes('languageServer.js')) ?? null;
}

/** Kills the language server that runs out of a folder, and waits until it is gone. @throws Error where none runs */
export async function killServerOf(folder: string): Promise<void> {
  const { pid } = await until('a language server runs', () => findServer(folder));
  process.kill(pid, 'SIGKILL');
  await until('it is gone', async () => (await findServer(folder))?.pid !== pid);
}
