import { AmprentaError } from '#shared/errors.ts';
import type { DatasetStore, MatrixRow } from '../../server/src/ingest/datasetStore.ts';

/** Everything that comes, in order. */
export async function collect<Item>(source: AsyncIterable<Item>): Promise<Item[]> {
  const items: Item[] = [];
  for await (const item of source) items.push(item);
  return items;
}

/** All stored rows of a revision. */
export async function rowsOf(store: DatasetStore, id: string, revision?: number): Promise<MatrixRow[]> {
  const matrix = await store.matrix(id, revision);
  return (await collect(matrix.rows())).flat();
}

/** The cells of all stored rows of a revision. */
export async function cellsOf(store: DatasetStore, id: string, revision?: number): Promise<(readonly string[])[]> {
  return (await rowsOf(store, id, revision)).map(({ cells }) => cells);
}

/** The file of a revision. */
export async function originalOf(store: DatasetStore, id: string, revision?: number): Promise<Buffer> {
  return Buffer.concat(await collect(store.original(id, revision)));
}

/** The failure that work ends in; that it does not fail fails the test. */
export async function failureOf(work: Promise<unknown>): Promise<AmprentaError> {
  const thrown = await work.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (thrown instanceof AmprentaError) return thrown;
  throw new Error('It did not fail as it should.', { cause: thrown });
}
