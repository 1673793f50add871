/** What the server's thread and its workers say to each other; everything here can be cloned between threads. */
import type { ErrorKind } from '#shared/errors.ts';
import type { IngestParams, IngestResult } from '#shared/protocol/ingest.ts';
import type { Secrets } from '../../config/settingText.ts';
import type { IngestShare } from '../datasets/ingestFile.ts';
import type { JudgedFile } from '../documents/judgeFile.ts';
import type { SheetsOnDisk, SheetsQuestion } from '../documents/sheetsOnDisk.ts';
import type { ReportSubject } from '../reports/reportTable.ts';

/** One ingest. */
export interface IngestJob {
  readonly kind: 'ingest';
  /** The workspace's, whose settings and overrides are read; null where there is none. */
  readonly folder: string | null;
  /** What the editor keeps; never logged. */
  readonly secrets: Secrets;
  readonly params: IngestParams;
}

/** The judging of one file on disk. */
export interface JudgeJob {
  readonly kind: 'judge';
  /** The workspace's folder, whose overrides are read; null where there is none. */
  readonly folder: string | null;
  readonly uri: string;
}

/** The search for the sample sheets of an open table. */
export interface SheetsJob {
  readonly kind: 'sheets';
  readonly question: SheetsQuestion;
}

/** The making of the page about one table. */
export interface ReportJob {
  readonly kind: 'report';
  readonly subject: ReportSubject;
}

/** What a worker can be told to do. */
export type Job = IngestJob | JudgeJob | SheetsJob | ReportJob;

/** What each job comes to. */
export interface JobResults {
  readonly ingest: IngestResult;
  readonly judge: JudgedFile;
  readonly sheets: SheetsOnDisk;
  /** HTML. */
  readonly report: string;
}

/** Said to a worker. After `end` it lets go of everything and nothing more is said to it. */
export type Order =
  | { readonly kind: 'start'; readonly id: number; readonly job: Job }
  | { readonly kind: 'cancel'; readonly id: number }
  | { readonly kind: 'end' };

/** A failure without its class, which does not survive the way between threads. */
export interface Failure {
  readonly kind: ErrorKind;
  readonly message: string;
}

/** Said by a worker: of each job any number of `progress`, then one `done` or `failed`. */
export type Report<Result = JobResults[Job['kind']]> =
  | { readonly kind: 'progress'; readonly id: number; readonly progress: IngestShare }
  | { readonly kind: 'done'; readonly id: number; readonly result: Result }
  | { readonly kind: 'failed'; readonly id: number; readonly failure: Failure }
  | { readonly kind: 'log'; readonly message: string };
