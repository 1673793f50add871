import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * The files of dist/server that the present build uses: its entries and the chunks they lead to. A build leaves older
 * chunks there for a day, for processes that load them late.
 */
export async function listBuiltFiles(folder: string): Promise<ReadonlySet<string>> {
  const scripts = (await readdir(folder)).filter((name) => name.endsWith('.js'));
  const isChunk = (name: string) => /-[A-Z0-9]{8}\.js$/.test(name);
  const used = new Set(scripts.filter((name) => !isChunk(name)));
  // A set hands out what is added while it is walked.
  for (const name of used) {
    const text = await readFile(join(folder, name), 'utf8');
    for (const [, next] of text.matchAll(/["'`]\.\/([\w.-]+\.js)["'`]/g)) {
      if (next !== undefined && scripts.includes(next)) used.add(next);
    }
  }
  return used;
}
