import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEmbedded, stopEmbedded } from '../../server/src/store/embedded/embeddedServer.ts';
import { openStore } from '../../server/src/store/postgresStore.ts';
import { benchEditor } from './editorBench.ts';
import { benchIngest } from './ingestBench.ts';
import { benchRecognize } from './recognizeBench.ts';
import { benchValidate } from './validateBench.ts';
import { benchWide } from './wideBench.ts';

/** `npm run bench [-- validate|recognize|ingest|wide|editor …]`: all of them without a name. */
const names = process.argv.slice(2);
const wants = (name: string): boolean => names.length === 0 || names.includes(name);
const folder = await mkdtemp(join(tmpdir(), 'amprenta-bench-'));
const dataDir = await mkdtemp(join(tmpdir(), 'amprenta-bench-data-'));
try {
  if (wants('validate')) await benchValidate(folder);
  if (wants('recognize')) await benchRecognize(folder);
  if (wants('ingest') || wants('wide')) {
    const embedded = await openEmbedded(dataDir);
    const store = await openStore(embedded.target);
    if (wants('ingest')) await benchIngest(folder, store, embedded.target);
    if (wants('wide')) await benchWide(folder, store, embedded.target);
    await store.close();
    await embedded.release();
  }
  if (wants('editor')) await benchEditor(folder, dataDir);
} finally {
  await stopEmbedded(dataDir);
  await rm(folder, { recursive: true, force: true });
  await rm(dataDir, { recursive: true, force: true });
}
