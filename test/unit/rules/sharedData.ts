import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Third-party tables lie beside the checkout, not in it: tests read them in place and skip where they are absent. */
const folder = fileURLToPath(new URL('../../../../shared/', import.meta.url));

/** True where the tables are there. */
export const hasSharedData = existsSync(folder);

/** Bytes of one of them, by its path in the folder. */
export function readShared(path: string): Uint8Array {
  return readFileSync(`${folder}${path}`);
}

/** The rows of one of the lists that say what is right, by the names in its header; there is no quoting in them. */
export function readSharedList(path: string): readonly Readonly<Record<string, string>>[] {
  const [header = '', ...lines] = Buffer.from(readShared(path)).toString('utf8').split('\n');
  const names = header.split('\t');
  return lines
    .filter((line) => line !== '')
    .map((line) => Object.fromEntries(line.split('\t').map((cell, at) => [names[at] ?? '', cell])));
}
