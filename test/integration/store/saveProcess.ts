/**
 * A process that saves drafts: on its stdin JSON `{target, drafts}`, each draft a list of accession numbers with a source
 * key; on its stdout the results as JSON.
 */
import { text } from 'node:stream/consumers';
import { openStore } from '../../../server/src/store/postgresStore.ts';
import type { ServerTarget } from '../../../server/src/store/target.ts';
import { draftOf, row } from '../../contract/drafts.ts';

/** What the process is told. */
export interface SaveOrder {
  readonly target: ServerTarget;
  readonly drafts: readonly { readonly sourceKey: string; readonly accessions: readonly string[] }[];
}

const { target, drafts }: SaveOrder = JSON.parse(await text(process.stdin));
const store = await openStore(target);
const results = [];
for (const { sourceKey, accessions } of drafts) {
  const dataRows = accessions.map((normalName, index) =>
    row(index, [index, Number.NaN], { feature: { kind: 'protein', namespace: 'uniprot', taxon: null, normalName } }),
  );
  results.push(await store.save(draftOf({ sourceKey, content: accessions.join('\n'), dataRows })));
}
console.log(JSON.stringify(results));
await store.close();
