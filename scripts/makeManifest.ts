/**
 * Writes the parts of package.json that the editor reads, from the code they describe.
 *
 *     npm run manifest
 */
import { readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { makeManifest } from '../client/src/manifest/manifest.ts';

/** package.json with the editor's parts as the code has them; all else stays as it is. */
export function withManifest(text: string): string {
  return `${JSON.stringify({ ...JSON.parse(text), ...makeManifest() }, null, 2)}\n`;
}

if (import.meta.main) {
  const file = join(dirname(import.meta.dirname), 'package.json');
  await writeFile(file, withManifest(await readFile(file, 'utf8')));
}
