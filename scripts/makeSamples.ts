/** Writes the sample tables into media/samples; the same bytes each time, which a test holds. */
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { sampleTables } from './samples/sampleTables.ts';

const folder = join(dirname(import.meta.dirname), 'media', 'samples');
await mkdir(folder, { recursive: true });
for (const { file, make } of sampleTables) await writeFile(join(folder, file), make());
