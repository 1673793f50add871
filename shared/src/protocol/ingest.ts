/** Ingesting a file, with progress. */
import { NotificationType, RequestType } from 'vscode-jsonrpc';
import type { ErrorKind } from '../errors.ts';
import type { DocumentParams } from './tables.ts';

/** What an ingest is told. */
export interface IngestParams extends DocumentParams {
  /** Ties progress to this ingest; chosen by the client. */
  readonly token: string;
  readonly allowErrors: boolean;
}

/** What came of an ingest. */
export interface IngestResult {
  readonly uri: string;
  readonly status: 'created' | 'updated' | 'unchanged' | 'failed';
  readonly datasetId: string | null;
  readonly revision: number;
  readonly features: number;
  readonly columns: number;
  readonly values: number;
  readonly rejectedRows: number;
  readonly error: { readonly kind: ErrorKind; readonly message: string } | null;
}

/** Ingests one file from disk; cancelling the request leaves nothing behind. */
export const ingestFile = new RequestType<IngestParams, IngestResult, void>('amprenta/ingestFile');

/** How far an ingest has come, 0 to 1 within its phase. */
export const ingestProgress = new NotificationType<{
  readonly token: string;
  readonly phase: 'judging' | 'storing';
  readonly share: number;
}>('amprenta/ingestProgress');
