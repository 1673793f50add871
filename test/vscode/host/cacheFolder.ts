import { accessSync, constants, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';

const root = dirname(dirname(dirname(import.meta.dirname)));

/** Where the test editor is kept between runs: the user's cache folder, or where there is none, that of node_modules. */
export function cacheFolder(environment: NodeJS.ProcessEnv = process.env): string {
  const { XDG_CACHE_HOME: given, HOME: home } = environment;
  const candidates = [...(given ? [join(given, 'amprenta')] : []), ...(home ? [join(home, '.cache', 'amprenta')] : [])];
  return candidates.find(canWrite) ?? join(root, 'node_modules', '.cache', 'amprenta');
}

function canWrite(folder: string): boolean {
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
