import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** A process of this machine. */
export interface RunningProcess {
  readonly pid: number;
  readonly parentPid: number;
  /** The program and its arguments, parted by blanks. */
  readonly command: string;
}

/** Every process that can be seen. Source: proc(5): the command line's parts end in NUL, the parent is named in status. */
export async function listProcesses(): Promise<RunningProcess[]> {
  const ids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const found = await Promise.all(ids.map(readProcess));
  return found.filter((one) => one !== null);
}

/** Null where it has ended meanwhile. */
async function readProcess(id: string): Promise<RunningProcess | null> {
  const read = (name: string): Promise<string> => readFile(join('/proc', id, name), 'utf8').catch(() => '');
  const [commandLine, status] = await Promise.all([read('cmdline'), read('status')]);
  if (commandLine === '') return null;
  const parentPid = Number(/^PPid:\s+(\d+)/m.exec(status)?.[1] ?? 0);
  return { pid: Number(id), parentPid, command: commandLine.split('\0').join(' ').trim() };
}
