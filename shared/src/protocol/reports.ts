/** The page about one table, as the editor shows it beside the table. */
import { NotificationType, RequestType } from 'vscode-jsonrpc';
import type { TextRange } from '../positions.ts';
import type { DocumentParams } from './tables.ts';

/** Which table a page is about. */
export interface ReportParams extends DocumentParams {
  /** The revision of a stored dataset whose ingested bytes the URI names; null for an open document or a file on disk. */
  readonly original: { readonly id: string; readonly revision: number } | null;
  /** Ties progress to this page; chosen by the client. */
  readonly token: string;
  /** The command that is called with a {@link ReportedPlace} by what links to a place. */
  readonly linkCommand: string;
}

/**
 * Makes the HTML page about a table: of an open document as its text stands, else of the file on disk. It has no script
 * and loads nothing.
 */
export const makeReport = new RequestType<ReportParams, string, void>('amprenta/makeReport');

/** How far a page has come, 0 to 1. */
export const reportProgress = new NotificationType<{ readonly token: string; readonly share: number }>(
  'amprenta/reportProgress',
);

/** A place that a page links to, in the positions of the editor. */
export interface ReportedPlace extends DocumentParams {
  readonly range: TextRange;
}

/** The link to a place: a command URI, which an editor follows only where it was allowed to. */
export function reportLink(command: string, place: ReportedPlace): string {
  // encodeURIComponent leaves the apostrophe, which would end an attribute.
  const query = encodeURIComponent(JSON.stringify([place])).replaceAll("'", '%27');
  return `command:${command}?${query}`;
}

/** What a link's command was called with, if it is a place; null for anything else. */
export function readReportedPlace(given: unknown): ReportedPlace | null {
  if (!isRecord(given) || typeof given.uri !== 'string' || !isRecord(given.range)) return null;
  const { startLine, startColumn, endLine, endColumn } = given.range;
  if (![startLine, startColumn, endLine, endColumn].every(isPosition)) return null;
  return { uri: given.uri, range: { startLine, startColumn, endLine, endColumn } as TextRange };
}

const isRecord = (given: unknown): given is Readonly<Record<string, unknown>> =>
  typeof given === 'object' && given !== null;

const isPosition = (given: unknown): boolean => Number.isSafeInteger(given) && Number(given) >= 0;
