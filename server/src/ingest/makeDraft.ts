import type { Finding } from '#shared/diagnostics.ts';
import type { Profile } from '../profiles/profile.ts';
import type { ByteSource } from '../table/byteSource.ts';
import { columnsAsWritten, columnsBySample } from './draftColumns.ts';
import type { Draft, DraftRow, DraftSample, RejectedRow } from './draft.ts';
import { annotationColumns, featureRows } from './featureRows.ts';
import { pivotRows } from './pivotedRows.ts';
import type { Survey } from './survey.ts';
import { transposeRows } from './transposedRows.ts';

/** What is known of a table once it has been read through: everything a draft is made of. */
export interface ReadTable {
  readonly source: ByteSource;
  readonly profile: Profile;
  readonly findings: readonly Finding[];
  readonly rejectedRows: readonly RejectedRow[];
  readonly survey: Survey;
  readonly sha256: string;
}

/** What the person (or the caller) says of a dataset. */
export interface DatasetNaming {
  readonly name: string;
  /** Identity of the source: its absolute real path, or a key that was given. */
  readonly sourceKey: string;
  /** Where the file lies, as an absolute path. */
  readonly path: string;
}

/** What differs by shape: samples, columns, and the rows. */
interface Contents extends Pick<Draft, 'samples' | 'columns' | 'annotationColumns' | 'rows' | 'featureCount' | 'rowCount' | 'valueCount'> {
  readonly missingFraction: number;
}

/** Makes the draft of a table. Tables with a row a feature are read again while their rows are taken; others are turned round first. */
export async function makeDraft(
  table: ReadTable,
  naming: DatasetNaming,
  linking: boolean,
  signal?: AbortSignal,
): Promise<Draft> {
  const { source, profile, findings, rejectedRows, sha256 } = table;
  const contents = await readContents(table, linking, signal);
  return {
    ...naming,
    ...contents,
    sha256,
    sizeBytes: source.sizeBytes,
    omicsType: profile.omicsType,
    profile: profile.layout,
    confidence: profile.confidence,
    evidence: profile.evidence,
    shape: profile.shape,
    encoding: profile.encoding,
    delimiter: profile.delimiter,
    headerLine: profile.headerLine,
    findings,
    rejectedRows,
    bytes: (stop) => source.bytes(stop),
  };
}

async function readContents(table: ReadTable, linking: boolean, signal?: AbortSignal): Promise<Contents> {
  const { source, profile, rejectedRows, survey } = table;
  const rejected = new Set(rejectedRows.map((rejectedRow) => rejectedRow.row));
  if (profile.shape === 'samples-in-rows') {
    const { samples, rows } = await transposeRows(source, profile, rejected, linking, signal);
    return inMemory(profile, samples, [], rows, survey);
  }
  if (profile.shape === 'long') {
    const { samples, annotationColumns: texts, rows } = await pivotRows(source, profile, rejected, linking, signal);
    return inMemory(profile, samples, texts, rows, survey);
  }
  return {
    samples: profile.samples.map(({ name, metadata }, ordinal) => ({ ordinal, name, metadata })),
    columns: columnsAsWritten(profile, survey.missingTokens),
    annotationColumns: annotationColumns(profile).map((column) => column.name),
    featureCount: survey.keys,
    rowCount: survey.rows,
    valueCount: survey.values,
    missingFraction: survey.missingFraction,
    rows: (stop) => featureRows(source, profile, rejected, linking, stop),
  };
}

function inMemory(
  profile: Profile,
  samples: readonly DraftSample[],
  texts: readonly string[],
  rows: readonly DraftRow[],
  survey: Survey,
): Contents {
  const columns = columnsBySample(profile, samples);
  let valueCount = 0;
  for (const row of rows) for (const value of row.values) if (!Number.isNaN(value)) valueCount++;
  return {
    samples,
    columns,
    annotationColumns: texts,
    featureCount: new Set(rows.map((row) => row.rawName)).size,
    rowCount: rows.length,
    valueCount,
    missingFraction: survey.missingFraction,
    async *rows(stop) {
      for (let at = 0; at < rows.length; at += batchRows) {
        stop?.throwIfAborted();
        yield rows.slice(at, at + batchRows);
      }
    },
  };
}

const batchRows = 500;
