import type {
  Delimiter,
  Encoding,
  FeatureKind,
  IdNamespace,
  OmicsType,
  RowMark,
  Scale,
  Shape,
} from '#shared/dataset.ts';
import type { Overrides } from '#shared/overrides.ts';
import type { Row } from '../table/row.ts';
import type { Dialect } from '../table/rowReader.ts';
import type { Organism } from './organism/organism.ts';

/**
 * What a column of the table is.
 * - `key`: part of the row key. - `sample-name`: names the sample of the row (samples-in-rows, long, sample sheets).
 * - `value`: measured; has a quantity, and a sample or a feature. - `statistic`: a figure of a comparison or a summary
 *   over samples. - `metadata`: describes the sample of the row. - `annotation`: everything else.
 */
export type ColumnRole = 'key' | 'sample-name' | 'value' | 'statistic' | 'metadata' | 'annotation';

/** A column of the table, in the file's order. */
export interface Column {
  /** Cell of the record, 0-based. */
  readonly index: number;
  /** The header's cell as written; empty where the header names none. */
  readonly name: string;
  readonly role: ColumnRole;
  /** Of a `value` column: index into `Profile.quantities`. */
  readonly quantity?: number;
  /** Of a `value` column with features in rows: index into `Profile.samples`. */
  readonly sample?: number;
  /** Of a `value` column of a long table: the channel of isobaric labels that it measures; with the row's sample it is one. */
  readonly channel?: string;
  /** Of a `value` column with samples in rows: the feature's raw name. */
  readonly feature?: string;
  /** With samples in rows: the id by which the feature is linked, where the table gives one besides the name. */
  readonly featureId?: string;
  /** With samples in rows: the limits that lines above the samples give for the feature, as written. */
  readonly limits?: FeatureLimits;
}

/** Limits of detection and of quantification, lower and upper. */
export type FeatureLimits = Readonly<Partial<Record<'lod' | 'lloq' | 'uloq', string>>>;

/** What is measured: one kind of number, given for every sample. */
export interface Quantity {
  /** As the tool names it; null where the file names none. */
  readonly name: string | null;
  /** The one that rules and pictures compare by default; exactly one quantity of a profile is primary. */
  readonly primary: boolean;
  /** True where the tool writes 0 for "not detected". */
  readonly zeroIsMissing: boolean;
  /** `count`: whole numbers of reads or spectra. `intensity`: anything else measured. */
  readonly kind: 'count' | 'intensity';
  readonly scale: Scale;
  /** The unit as the file gives it, or null. */
  readonly unit: string | null;
  /**
   * In a long table, of a quantity of a higher level than its rows (a protein's on the rows of its precursors): the
   * columns, sample included, whose cells determine the value, so that it repeats where they do. Absent where each row
   * has a value of its own.
   */
  readonly levelKey?: readonly number[];
  /** In a long table: the column that gives the limit of detection of each row's value, which is reported below it too. */
  readonly limitColumn?: number;
}

/** A sample that the table itself tells of. */
export interface ProfileSample {
  readonly name: string;
  /** What the table says of it, by the table's own names (Class, File type, Injection order, factors). */
  readonly metadata: Readonly<Record<string, string>>;
}

/** Which column identifies the features, and in what form. */
export interface Identity {
  /** Index of the column; -1 with samples in rows, where the header names the features. */
  readonly column: number;
  readonly kind: FeatureKind;
  /** The namespace that the column's ids are of; null where names are not ids of a known form. */
  readonly namespace: IdNamespace | null;
  /** What separates the members of a group in one cell (`;` of protein groups), or null where a cell is one feature. */
  readonly groupSeparator: string | null;
}

/** By which members of a group a prefix marks the whole. */
export type MarkingMembers = 'any' | 'first' | 'every';

/** A column of the tool's own that says of each row whether it has a mark. */
export interface MarkColumn {
  readonly index: number;
  readonly mark: RowMark;
}

/** A column of ids whose prefixes say whether a row has a mark. */
export interface MarkPrefixes {
  readonly index: number;
  readonly mark: RowMark;
  readonly prefixes: readonly string[];
  /** What separates the members of a group. */
  readonly separator: string;
  /** Which members have to have one of the prefixes. */
  readonly members: MarkingMembers;
}

/** By what the rows of a table are told to be contaminants, decoys or identified only by site; each mark by one thing. */
export interface RowMarks {
  readonly columns: readonly MarkColumn[];
  readonly prefixes: readonly MarkPrefixes[];
}

/** What a layout takes for granted, so that rules don't find fault with it. */
export interface Customs {
  /** Short rows are the tool's own (DIA-NN strips trailing tabs). */
  readonly shortRows: boolean;
  /** Sample names may repeat rightly (MS-DIAL, MassHunter). */
  readonly repeatedSamples: boolean;
  /** The row key may repeat rightly, with other values in the row. */
  readonly repeatedKeys: boolean;
  /** Tokens besides the common ones that this tool writes for a missing value. */
  readonly missingTokens: readonly string[];
  /** Row keys of lines that summarise instead of naming a feature; null where the layout has none of its own. */
  readonly summaryRow: RegExp | null;
}

/** Everything that reading the head of a table tells; the rest of the table is read by it. */
export interface Profile {
  /** The layout's name as in the index of layouts. */
  readonly layout: string;
  /** 0 to 1. */
  readonly confidence: number;
  /** One sentence: because of what. */
  readonly evidence: string;
  readonly omicsType: OmicsType | null;
  /** One sentence: because of what the omics type was told; empty where it is null. */
  readonly omicsEvidence: string;
  /** Of which organism the table is; null where nothing tells. */
  readonly organism: Organism | null;
  readonly shape: Shape;
  readonly encoding: Encoding;
  readonly bomBytes: number;
  /** Bytes exist that the encoding has no character for. */
  readonly undecodable: boolean;
  /** Null where the table has one column only. */
  readonly delimiter: Delimiter | null;
  readonly dialect: Dialect;
  /** Physical line of the header, 0-based; -1 where there is none. */
  readonly headerLine: number;
  /** Physical line of the first data row, 0-based. */
  readonly dataLine: number;
  readonly columns: readonly Column[];
  /** Indexes of the columns that together identify a row, in order; empty where nothing does. */
  readonly rowKey: readonly number[];
  /** Indexes of the columns that together name a molecule in a long table; empty in other shapes. */
  readonly moleculeKey: readonly number[];
  /** Distinct samples with features in rows, in order of appearance; empty where samples are rows (they come with reading). */
  readonly samples: readonly ProfileSample[];
  readonly quantities: readonly Quantity[];
  readonly identity: Identity | null;
  /** By what rows are told to be contaminants, decoys or identified only by site; null where the tool marks none. */
  readonly marks: RowMarks | null;
  /** One sentence: how many rows at the beginning have which mark by what; empty where nothing marks any. */
  readonly marksEvidence: string;
  readonly customs: Customs;
  /** `,` where quantity columns are mostly written with a decimal comma. */
  readonly decimalSeparator: '.' | ',';
  /** What of all this a person decided, and how. */
  readonly overrides: Overrides;
  /** True for a record after `dataLine` that is no data by the layout's rules (a second section, factor lines). */
  readonly isMetadataRow?: (row: Row) => boolean;
}

/** The customs of a table that no tool is known for. */
export const plainCustoms: Customs = {
  shortRows: false,
  repeatedSamples: false,
  repeatedKeys: false,
  missingTokens: [],
  summaryRow: null,
};
