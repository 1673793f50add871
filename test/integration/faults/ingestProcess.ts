/**
 * A process that ingests one file and can be killed: `ingestProcess.ts FILE [CONNECTION]`, the target as JSON on stdin.
 * It prints a line for each step: `reading`, `storing ROWS`, `committing`, then its outcome as JSON.
 */
import { text } from 'node:stream/consumers';
import { openFileSource } from '../../../server/src/files/fileSource.ts';
import { ingestTable } from '../../../server/src/ingest/ingestTable.ts';
import { openStore } from '../../../server/src/store/postgresStore.ts';

const [path = ''] = process.argv.slice(2);
const store = await openStore(JSON.parse(await text(process.stdin)));
const source = await openFileSource(path);
console.log('started');
const { status, datasetId, values, error } = await ingestTable(source, store, {
  name: 'killed',
  sourceKey: source.realPath,
  path: source.path,
  allowErrors: false,
  linking: true,
  onProgress(progress) {
    if (progress.phase === 'reading') console.log('reading');
    else console.log(progress.rowsWritten === progress.rowCount ? 'stored' : `storing ${progress.rowsWritten}`);
  },
});
console.log(JSON.stringify({ status, datasetId, values, error }));
await store.close();
