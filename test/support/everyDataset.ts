import type { ListDatasetsParams } from '../../shared/src/protocol/datasets.ts';

/** Asks for all datasets, the newest first: tests store fewer than a stretch may be long. */
export const everyDataset = { text: '', sort: 'created', skip: 0, limit: 1_000 } as const satisfies ListDatasetsParams;
