/** A process of its own, so that its peak memory is that of one ingest: `wideIngest.ts FILE`, target as JSON on stdin. */
import { text } from 'node:stream/consumers';
import { openFileSource } from '../../server/src/files/fileSource.ts';
import { ingestTable } from '../../server/src/ingest/ingestTable.ts';
import { openStore } from '../../server/src/store/postgresStore.ts';

const [path = ''] = process.argv.slice(2);
const store = await openStore(JSON.parse(await text(process.stdin)));
const source = await openFileSource(path);
const outcome = await ingestTable(source, store, {
  name: 'wide',
  sourceKey: source.realPath,
  path: source.path,
  allowErrors: false,
  linking: true,
});
await store.close();
const { datasetId, values, seconds, error } = outcome;
const peakMegabytes = process.resourceUsage().maxRSS / 1024;
console.log(JSON.stringify({ datasetId, values, seconds, error, peakMegabytes }));
