import { dirname, parse } from 'node:path';
import type { IngestParams, IngestResult } from '#shared/protocol/ingest.ts';
import { refuseNotionModes } from '../../config/notionModes.ts';
import { readTableSettings } from '../../config/tableSettings.ts';
import { openFileSource } from '../../files/fileSource.ts';
import { startSheetSearch } from '../../files/sheetsBeside.ts';
import { type IngestProgress, ingestTable } from '../../ingest/ingestTable.ts';
import { pathOfUri } from '../documentPath.ts';
import type { DatabaseSession } from './databaseSession.ts';

/** How far an ingest is, 0 to 1 within its phase. */
export interface IngestShare {
  readonly phase: IngestProgress['phase'];
  readonly share: number;
}

const progressEveryMs = 100;

/** One for all files of a thread, so that a folder's are not read anew for each of its tables. */
const findSheets = startSheetSearch();

/**
 * Ingests a file from disk, read by what a person's `.amprenta.json` says of it, with the sample sheet that it names or
 * that lies beside the table. What is wrong with the table, or with the database along the way, is in the result.
 * @throws notFound, invalidInput, notConfigured, and as opening the database, where it could not be begun; cancelled,
 * and then nothing is kept
 */
export async function ingestOneFile(
  session: DatabaseSession,
  folder: string | null,
  { uri, allowErrors }: IngestParams,
  onProgress: (progress: IngestShare) => void,
  signal: AbortSignal,
): Promise<IngestResult> {
  const source = await openFileSource(pathOfUri(uri));
  const { overrides, levels } = await readTableSettings(source.path, folder ?? dirname(source.path));
  const sheets = await findSheets(source, signal, overrides.sampleSheet);
  const outcome = await session.use((store, config) => {
    refuseNotionModes(config);
    return ingestTable(source, store, {
      name: parse(source.path).name,
      sourceKey: source.realPath,
      path: source.path,
      overrides,
      levels,
      sheets,
      allowErrors,
      linking: config.featureLinking,
      signal,
      onProgress: throttle(onProgress),
    });
  });
  const { status, datasetId, revision, features, columns, values, rejectedRows, error } = outcome;
  return { uri, status, datasetId, revision, features, columns, values, rejectedRows: rejectedRows.length, error };
}

/** Passes on the first and the last of each phase, and between them ten a second. */
function throttle(tell: (progress: IngestShare) => void): (progress: IngestProgress) => void {
  let lastPhase: IngestProgress['phase'] | null = null;
  let lastMs = 0;
  return ({ phase, bytesRead, sizeBytes }) => {
    const share = sizeBytes === 0 ? 1 : Math.min(1, bytesRead / sizeBytes);
    const nowMs = performance.now();
    if (phase === lastPhase && share < 1 && nowMs - lastMs < progressEveryMs) return;
    lastPhase = phase;
    lastMs = nowMs;
    tell({ phase, share });
  };
}
