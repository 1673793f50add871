import type {
  Delimiter,
  Encoding,
  FeatureKind,
  IdNamespace,
  OmicsType,
  RowMark,
  Scale,
  Shape,
  ValueFlag,
} from '#shared/dataset.ts';
import type { Finding } from '#shared/diagnostics.ts';
import type { Overrides } from '#shared/overrides.ts';
import type { SampleFacts } from '#shared/sample.ts';

/** A feature that all datasets share: it is the same thing wherever kind, namespace, taxon and normal name agree. */
export interface FeatureRef {
  readonly kind: FeatureKind;
  readonly namespace: IdNamespace;
  /** NCBI taxon, where the namespace needs one; null otherwise. */
  readonly taxon: number | null;
  readonly normalName: string;
}

/** One of several things that a row may stand for. */
export interface DraftMember {
  readonly feature: FeatureRef;
  /** 0-based, in the order of the cell. */
  readonly rank: number;
  readonly role: 'lead' | 'member' | 'candidate';
}

/** Why a value is not the plain number of its cell, or why it is missing. */
export interface DraftFlag {
  /** Position in {@link DraftFacts.columns}. */
  readonly column: number;
  readonly flag: ValueFlag;
  /** The cell as written. */
  readonly text: string;
  /** The limit of a censored value, where the cell names it. */
  readonly limit: number | null;
}

/** One measured feature of a dataset: with features in rows a row of the table, otherwise a column or a group of rows. */
export interface DraftRow {
  /** 0-based position among the dataset's rows as stored; unique, not necessarily gapless (rejected rows stay out). */
  readonly rowIndex: number;
  /** The row key's cells joined by `+`. */
  readonly rowKey: string;
  /** The feature's name as the table gives it. */
  readonly rawName: string;
  /** Null where the name is not an id of a known form. */
  readonly feature: FeatureRef | null;
  readonly members: readonly DraftMember[];
  /** What the table marks it as: a contaminant, a decoy, identified only by site; null where it marks no rows. */
  readonly marks: readonly RowMark[] | null;
  /** One number a column of {@link DraftFacts.columns}; NaN is missing. */
  readonly values: Float64Array;
  readonly flags: readonly DraftFlag[];
  /** One cell a column of {@link DraftFacts.annotationColumns}, as written; null where the row has no such cell. */
  readonly annotations: readonly (string | null)[];
}

/** A sample as the table names it. */
export interface TableSample {
  readonly ordinal: number;
  readonly name: string;
  /** What the table itself says of it, by the table's own names. */
  readonly metadata: Readonly<Record<string, string>>;
}

/** A sample of the dataset; its metadata has what its sample sheet says too, where there is one. */
export interface DraftSample extends TableSample, SampleFacts {}

/** A stored column of numbers. */
export interface DraftColumn {
  readonly ordinal: number;
  /** As the header writes it; with samples in rows or long tables made of sample and quantity. */
  readonly name: string;
  readonly role: 'sample' | 'statistic';
  /** Ordinal of the sample; null for statistics. */
  readonly sample: number | null;
  /** Name of the quantity as the tool gives it; null where the file names none. */
  readonly quantity: string | null;
  readonly primary: boolean;
  readonly unit: string | null;
  readonly scale: Scale;
  /** Cells of 0 were stored as missing, by the tool's convention. */
  readonly zeroIsMissing: boolean;
  /** The decimal separator that the file writes. */
  readonly decimalSeparator: '.' | ',';
  /** The word for "missing" that the column writes most often; empty where cells are left empty. */
  readonly missingToken: string;
}

/** A row that stays out of the dataset because of findings that block. */
export interface RejectedRow {
  /** Physical line, 0-based. */
  readonly line: number;
  /** Data row, 0-based. */
  readonly row: number;
  readonly codes: readonly string[];
}

/** What is known of a dataset only once all its rows have been read. */
export interface DraftFacts {
  readonly samples: readonly DraftSample[];
  readonly columns: readonly DraftColumn[];
  readonly annotationColumns: readonly string[];
  /** Distinct row keys, summary rows not counted. */
  readonly featureCount: number;
  readonly rowCount: number;
  /** Cells that hold a value that is stored. */
  readonly valueCount: number;
  /** Share of the sample cells of the primary quantity that are missing, 0 to 1. */
  readonly missingFraction: number;
  /** NCBI taxon of the organism, and its name; null where the table and its sample sheet do not decide it. */
  readonly taxon: number | null;
  readonly organism: string | null;
  /** Because of what, or why none is decided; empty where nothing tells. */
  readonly organismEvidence: string;
  readonly findings: readonly Finding[];
  readonly rejectedRows: readonly RejectedRow[];
}

/** Everything that is to be stored of one table: the store adds nothing to it and leaves nothing out. */
export interface Draft {
  /** Identity of the source: its absolute real path, or the key the person gave. */
  readonly sourceKey: string;
  /** Where the file lies, as an absolute path. */
  readonly path: string;
  /** Of the file's bytes, lower-case hexadecimal. */
  readonly sha256: string;
  readonly sizeBytes: number;
  /** A person reads these bytes otherwise than they are stored: they make a revision, although they are there. */
  readonly readAnew: boolean;
  readonly name: string;
  readonly omicsType: OmicsType | null;
  readonly profile: string;
  readonly confidence: number;
  readonly evidence: string;
  readonly shape: Shape;
  readonly encoding: Encoding;
  readonly delimiter: Delimiter | null;
  /** Physical line of the header, 0-based; -1 where there is none. */
  readonly headerLine: number;
  /** What a person decided of the reading. */
  readonly overrides: Overrides;
  /**
   * The rows in batches, read and judged while they are taken; a batch is valid until the next one is asked for. What makes the table one that must not be stored ends
   * them with an AmprentaError.
   */
  rows(signal?: AbortSignal): AsyncIterable<readonly DraftRow[]>;
  /** To be asked for once the rows have ended. */
  facts(): DraftFacts;
  /** The file's bytes from the start. */
  bytes(signal?: AbortSignal): AsyncIterable<Uint8Array>;
}
