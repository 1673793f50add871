import type { DatasetSort, Delimiter, Encoding, OmicsType, RowMark, Scale, Shape } from '#shared/dataset.ts';
import type { Severity } from '#shared/diagnostics/entry.ts';
import type { DiagnosticCode } from '#shared/diagnostics.ts';
import type { Overrides } from '#shared/overrides.ts';
import type { Draft, DraftSample } from './draft.ts';

/** What became of an ingest. */
export interface SaveResult {
  readonly datasetId: string;
  /** `unchanged`: a dataset with these bytes is stored already; the path was added to it. */
  readonly status: 'created' | 'updated' | 'unchanged';
  /** From 1. */
  readonly revision: number;
}

/** How far a save has come. */
export interface SaveProgress {
  readonly rowsWritten: number;
}

/** A dataset in a list. */
export interface DatasetSummary {
  readonly id: string;
  readonly name: string;
  readonly omicsType: OmicsType | null;
  readonly profile: string;
  readonly shape: Shape;
  readonly features: number;
  readonly columns: number;
  readonly revision: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** How many datasets there are of an omics type. */
export interface OmicsCount {
  readonly omicsType: OmicsType | null;
  readonly datasets: number;
}

/** A quantity of a stored dataset. */
export interface StoredQuantity {
  readonly name: string | null;
  readonly primary: boolean;
  readonly unit: string | null;
  readonly scale: Scale;
  readonly samples: number;
}

/** A finding as it was when the dataset was ingested; positions 1-based, as people read them; cell 0 is the whole line. */
export interface StoredFinding {
  readonly code: DiagnosticCode;
  readonly severity: Severity;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly cell: number;
  readonly message: string;
}

/** Where a dataset's bytes came from. */
export interface StoredSource {
  readonly key: string;
  readonly path: string;
  readonly sha256: string;
  readonly sizeBytes: number;
  readonly revision: number;
  readonly addedAt: Date;
}

/** A stretch of a list. */
export interface ListPage {
  readonly skip: number;
  readonly limit: number;
}

/** Which datasets are listed, and in which order; all of them, the newest first, unless told. */
export interface DatasetQuery extends Partial<ListPage> {
  /** Null for datasets whose tables did not tell. */
  readonly omicsType?: OmicsType | null;
  /** Part of the name or layout in any case, or the beginning of the id; blanks around it count for nothing. */
  readonly text?: string;
  readonly sort?: DatasetSort;
}

/** A stored column of numbers; `ordinal` is its place among the values of a row, from 0. */
export interface StoredColumn {
  readonly ordinal: number;
  readonly name: string;
  readonly role: 'sample' | 'statistic';
  readonly quantity: string | null;
  readonly primary: boolean;
  readonly scale: Scale;
}

/** By what rows are ranked: the smallest value of a column first, or the largest spread over columns. */
export type Ranking =
  | { readonly by: 'smallest'; readonly column: number }
  | {
      readonly by: 'spread';
      readonly columns: readonly number[];
      /** Whether the spread is that of the binary logarithms: of the positive values then. */
      readonly ofLogarithms: boolean;
    };

/** A row and the figure it was ranked by. */
export interface RankedRow {
  readonly name: string;
  /** The value itself, or the sample standard deviation. */
  readonly figure: number;
}

/** A stored dataset with its lists counted. */
export interface DatasetOutline {
  readonly samples: number;
  readonly quantities: readonly StoredQuantity[];
  readonly statistics: readonly string[];
  readonly findings: Readonly<Record<Severity, number>>;
  readonly sources: readonly StoredSource[];
}

/** Everything about a stored dataset but its values. */
export interface DatasetDetails extends DatasetSummary {
  readonly confidence: number;
  readonly evidence: string;
  readonly encoding: Encoding;
  readonly delimiter: Delimiter | null;
  /** What a person decided of the reading. */
  readonly overrides: Overrides;
  /** NCBI taxon of the organism, and its name; null where the table does not decide it. */
  readonly taxon: number | null;
  readonly organism: string | null;
  /** Because of what, or why none is decided; empty where nothing tells. */
  readonly organismEvidence: string;
  readonly rows: number;
  readonly values: number;
  readonly missingFraction: number;
  readonly samples: readonly DraftSample[];
  readonly quantities: readonly StoredQuantity[];
  readonly statistics: readonly string[];
  readonly findings: readonly StoredFinding[];
  readonly sources: readonly StoredSource[];
}

/** One stored row, for reading back. */
export interface MatrixRow {
  readonly rowKey: string;
  readonly rawName: string;
  readonly annotations: readonly (string | null)[];
  /** What the table marked it as: a contaminant, a decoy, identified only by site; null where it marked no rows. */
  readonly marks: readonly RowMark[] | null;
  /** One cell a column, as the file had it in meaning: conversions (zero to missing, censored values) are undone. */
  readonly cells: readonly string[];
}

/** The stored matrix of one revision. */
export interface Matrix {
  readonly annotationColumns: readonly string[];
  readonly columns: readonly { readonly name: string; readonly decimalSeparator: '.' | ',' }[];
  rows(signal?: AbortSignal): AsyncIterable<readonly MatrixRow[]>;
}

/** What was last stored under a source key. */
export interface SourceState {
  readonly key: string;
  readonly datasetId: string;
  readonly name: string;
  readonly revision: number;
  readonly sha256: string;
  readonly sizeBytes: number;
}

/**
 * Where datasets are kept. Every failure of the database is an AmprentaError of kind `unavailable`, `unauthorized`,
 * `notConfigured` or `notFound` whose message names host, port, database and user and what to do, and never a password.
 */
export interface DatasetStore {
  /** The dataset that holds these bytes, or null. */
  findContent(sha256: string): Promise<{ readonly datasetId: string; readonly revision: number } | null>;
  /**
   * Stores a draft in one transaction: all of it or nothing.
   * @throws cancelled when `signal` is aborted, conflict when the file's bytes are not those of `draft.sha256` any more
   */
  save(
    draft: Draft,
    options?: { readonly signal?: AbortSignal; readonly onProgress?: (progress: SaveProgress) => void },
  ): Promise<SaveResult>;
  /** What the query asks for, or all. */
  list(query?: DatasetQuery): Promise<readonly DatasetSummary[]>;
  /** How many datasets of each omics type there are, in no order; null counts those whose tables did not tell. */
  countByOmicsType(filter?: Pick<DatasetQuery, 'text'>): Promise<readonly OmicsCount[]>;
  /** One dataset as a list has it. @throws notFound */
  find(id: string): Promise<DatasetSummary>;
  /** @throws notFound */
  show(id: string): Promise<DatasetDetails>;
  /** The same in numbers, without reading its lists. @throws notFound */
  outline(id: string): Promise<DatasetOutline>;
  /** The columns of numbers, in their order. @throws notFound */
  columns(id: string): Promise<readonly StoredColumn[]>;
  /** Some of the samples, in the table's order. @throws notFound */
  samples(id: string, page: ListPage): Promise<readonly DraftSample[]>;
  /** Some of the findings, the gravest first, then by place. @throws notFound */
  findings(id: string, page: ListPage): Promise<readonly StoredFinding[]>;
  /**
   * The rows that stand out, the first ones of the ranking; by spread only those with values in at least half of the
   * columns.
   * @throws notFound
   */
  rankRows(id: string, ranking: Ranking, limit: number): Promise<readonly RankedRow[]>;
  /** What was last stored under each of these source keys (real paths); keys of nothing are left out. */
  sourceStates(keys: readonly string[]): Promise<readonly SourceState[]>;
  /**
   * Tells of datasets that were stored, changed or removed by anyone who uses the same database, and of its going away.
   * `onLost` is called once, after which nothing more is told.
   */
  watch(listener: { readonly onChange: () => void; readonly onLost: () => void }): Promise<{
    close(): Promise<void>;
  }>;
  /**
   * The ingested bytes, byte for byte; the newest revision unless told.
   * @throws notFound
   */
  original(id: string, revision?: number): AsyncIterable<Uint8Array>;
  /**
   * The stored values; the newest revision unless told.
   * @throws notFound
   */
  matrix(id: string, revision?: number): Promise<Matrix>;
  /**
   * Removes a dataset with all its revisions.
   * @throws notFound
   */
  delete(id: string): Promise<void>;
  /** Ends the connections. */
  close(): Promise<void>;
}
