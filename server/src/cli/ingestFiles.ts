import { parse } from 'node:path';
import type { OmicsType } from '#shared/dataset.ts';
import { AmprentaError } from '#shared/errors.ts';
import { readTableSettings } from '../config/tableSettings.ts';
import { type FileSource, openFileSource } from '../files/fileSource.ts';
import { baseDirectory } from '../files/givenPath.ts';
import type { DatasetStore } from '../ingest/datasetStore.ts';
import type { IngestProgress } from '../ingest/ingestTable.ts';
import { withStore } from './database.ts';
import { toFailure } from './failure.ts';
import type { FileOutcome } from './ingestReport.ts';
import { findSheets, type SheetFinder } from './sampleSheets.ts';
import type { Terminal } from './terminal.ts';

/** What is asked for of every file. */
export interface IngestRequest {
  /** The file's name without extension unless told. */
  readonly name?: string;
  /** The file's real path unless told. */
  readonly sourceKey?: string;
  readonly omicsType?: OmicsType;
  /** The sample sheet of every file; the one beside each unless told. */
  readonly samples?: string;
  readonly allowErrors: boolean;
}

/** Who follows the ingest of one file. */
export interface IngestFollower {
  onProgress(progress: IngestProgress): void;
  onOutcome(outcome: FileOutcome): Promise<void>;
}

/**
 * Ingests files one after the other; one that fails stops no other. After an abort the rest counts as cancelled. The
 * database is opened only where a file can be read.
 * @throws notFound or invalidInput where the sample sheet that is named can't be read; whatever keeps the database from
 * being opened
 */
export async function ingestFiles(
  terminal: Terminal,
  paths: readonly string[],
  request: IngestRequest,
  follow: (path: string, index: number) => IngestFollower,
  signal: AbortSignal,
): Promise<FileOutcome[]> {
  const sheetsOf = await findSheets(request.samples, signal);
  const files = await Promise.all(paths.map(openOne));
  const outcomes: FileOutcome[] = [];
  const tellEach = async (ingest: Ingest | null): Promise<void> => {
    for (const [index, { path, source, failure }] of files.entries()) {
      const follower = follow(path, index);
      const outcome = source && ingest ? await ingest(source, follower) : { path, outcome: null, failure };
      outcomes.push(outcome);
      await follower.onOutcome(outcome);
    }
  };
  if (files.every(({ source }) => source === null)) await tellEach(null);
  else {
    await withStore(
      terminal,
      (store, { featureLinking }) =>
        tellEach((source, follower) => ingestOne(source, store, request, sheetsOf, featureLinking, follower, signal)),
      signal,
    );
  }
  return outcomes;
}

type Ingest = (source: FileSource, follower: IngestFollower) => Promise<FileOutcome>;

/** A file that was named: open, or why not. */
interface NamedFile {
  readonly path: string;
  readonly source: FileSource | null;
  readonly failure: AmprentaError | null;
}

async function openOne(path: string): Promise<NamedFile> {
  try {
    return { path, source: await openFileSource(path), failure: null };
  } catch (thrown) {
    return { path, source: null, failure: toFailure(thrown) };
  }
}

async function ingestOne(
  source: FileSource,
  store: DatasetStore,
  request: IngestRequest,
  sheetsOf: SheetFinder,
  linking: boolean,
  follower: IngestFollower,
  signal: AbortSignal,
): Promise<FileOutcome> {
  const path = source.name;
  try {
    if (signal.aborted) throw new AmprentaError('cancelled', 'Not begun; nothing of it was stored.');
    const { ingestTable } = await import('../ingest/ingestTable.ts');
    const { overrides, levels } = await readTableSettings(source.path, baseDirectory());
    const said = { ...overrides, ...(request.omicsType ? { omicsType: request.omicsType } : {}) };
    const outcome = await ingestTable(source, store, {
      ...(await sheetsOf(source, said, signal)),
      name: request.name ?? parse(source.path).name,
      sourceKey: request.sourceKey ?? source.realPath,
      path: source.path,
      levels,
      allowErrors: request.allowErrors,
      linking,
      signal,
      onProgress: (progress) => follower.onProgress(progress),
    });
    return { path, outcome, failure: null };
  } catch (thrown) {
    return { path, outcome: null, failure: toFailure(thrown) };
  }
}
