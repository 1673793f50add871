/** A process that opens the store of the target on its stdin, and ends. */
import { text } from 'node:stream/consumers';
import { openStore } from '../../../server/src/store/postgresStore.ts';

const store = await openStore(JSON.parse(await text(process.stdin)));
await store.close();
