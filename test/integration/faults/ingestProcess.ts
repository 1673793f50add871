/**
 * A process that ingests one file and can be killed: `ingestProcess.ts FILE [CONNECTION]`, the target as JSON on stdin.
 * It prints a line for each piece of the file: `storing SHARE`, at its end `read`, then its outcome as JSON.
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
  onProgress({ bytesRead, sizeBytes }) {
    console.log(bytesRead >= sizeBytes ? 'read' : `storing ${bytesRead / sizeBytes}`);
  },
});
console.log(JSON.stringify({ status, datasetId, values, error }));
await store.close();
